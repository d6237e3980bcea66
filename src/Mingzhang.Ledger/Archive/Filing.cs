using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>归入：writes documents with all that was understood of them, in one transaction; one writer at a time, so that numbers are given here.</summary>
internal sealed class Filing(DbConnection connection, DbTransaction transaction, Statements statements, string at)
{
    // What one document adds to the sums of the codes: a unit's money is in its department's.
    private const string OfCodes = "SELECT c.dimension, c.code, c.year, d.kind, CASE WHEN d.scope <> 'Unit' THEN 1 ELSE 0 END AS own, CASE WHEN d.scope <> 'Unit' THEN c.fen ELSE 0 END AS fen FROM archive_code c JOIN archive_document d ON d.id = c.document WHERE c.document = @document";

    private static readonly string[] StatementColumns = ["document", "number", "id", "kind", "point", "year", "phase", "fen", "unit", "digits", "precision", "blank", "raw", "place", "more"];

    private readonly Dictionary<string, long> _points = new(StringComparer.Ordinal);
    private readonly HashSet<long> _partitions = [];
    private long _lastPoint = -1;

    /// <summary>归入一份; false where the same bytes are there already.</summary>
    public bool Add(Submission submission)
    {
        var facts = submission.Report.Disclosure.Facts;
        if (statements.Rows("SELECT id FROM archive_document WHERE hash = @hash", r => r.GetInt64(0), ("hash", facts.Id)).Count > 0)
        {
            return false;
        }

        var id = Next("archive_document", "id");
        Blob(facts.Id, submission.Bytes);
        foreach (var attached in submission.Attachments.DistinctBy(a => a.Hash))
        {
            Blob(attached.Hash, attached.Bytes);
            statements.Run("INSERT INTO archive_attachment (document, hash, name, role) VALUES (@document, @hash, @name, 'tables')", ("document", id), ("hash", attached.Hash), ("name", attached.Name));
        }

        var placed = NamedBody.Of(facts.Entity) is { } entity ? BodyOf(entity) : null;
        var body = placed?.Id;
        var shape = Shape(submission.Report.Disclosure);
        var replaced = body is null || facts.Year is null ? null : statements.Rows(
            "SELECT id FROM archive_document WHERE body = @body AND year = @year AND kind = @kind AND scope = @scope AND shape = @shape AND replaced IS NULL ORDER BY id DESC", r => (long?)r.GetInt64(0),
            ("body", body), ("year", (long)facts.Year), ("kind", facts.Kind.ToString()), ("scope", facts.Scope?.ToString() ?? ""), ("shape", shape)).FirstOrDefault();
        if (replaced is not null)
        {
            statements.Run("UPDATE archive_document SET replaced = @id WHERE id = @old", ("id", id), ("old", replaced));
            statements.Run($"""
                UPDATE archive_code_year SET documents = documents - 1, departments = departments - o.own, fen = archive_code_year.fen - o.fen FROM ({OfCodes}) o
                WHERE archive_code_year.dimension = o.dimension AND archive_code_year.code = o.code AND archive_code_year.year = o.year AND archive_code_year.kind = o.kind
                """, ("document", replaced));
        }

        Document(id, submission, body, shape, replaced);
        Figures(id, placed?.Region ?? "", submission.Report.Disclosure);
        statements.Run($"""
            INSERT INTO archive_code_year (dimension, code, year, kind, documents, departments, fen) SELECT o.dimension, o.code, o.year, o.kind, 1, o.own, o.fen FROM ({OfCodes}) o WHERE 1 = 1
            ON CONFLICT (dimension, code, year, kind) DO UPDATE SET documents = archive_code_year.documents + 1, departments = archive_code_year.departments + excluded.departments, fen = archive_code_year.fen + excluded.fen
            """, ("document", id));
        Tables(id, submission.Report.Disclosure);
        Texts(id, submission.Report.Disclosure);
        Outcome(id, submission.Report);
        statements.Run("DELETE FROM archive_refusal WHERE path = @path", ("path", submission.Path));
        return true;
    }

    /// <summary>记下不能归档的。</summary>
    public void Refuse(string path, string hash, Reason why)
    {
        statements.Run("DELETE FROM archive_refusal WHERE path = @path", ("path", path));
        statements.Run("INSERT INTO archive_refusal (path, hash, at, chinese, english) VALUES (@path, @hash, @at, @chinese, @english)", ("path", path), ("hash", hash), ("at", at), ("chinese", why.Chinese), ("english", why.English));
    }

    /// <summary>记下各单位的撤并：all that there are; what is told already is left alone.</summary>
    public void Tell(IReadOnlyList<ArchivedSuccession> all)
    {
        if (ArchivedSuccession.All(statements).SequenceEqual(all))
        {
            return;
        }

        statements.Run("DELETE FROM archive_successor");
        foreach (var s in all)
        {
            statements.Run("INSERT INTO archive_successor (code, name, year, successor, successor_name) VALUES (@code, @name, @year, @successor, @successor_name)",
                ("code", s.Code), ("name", s.Name), ("year", (long)s.Year), ("successor", s.Successor), ("successor_name", s.SuccessorName));
        }
    }

    /// <summary>部门的地址码：of its name, so that it is the same in every archive.</summary>
    public static string CodeOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fold.Label(name))))[..8];

    private PlacedBody BodyOf(string name)
    {
        var folded = Fold.Label(name);
        if (statements.Rows("SELECT id, region FROM archive_body WHERE folded = @folded", r => new PlacedBody(r.GetInt64(0), r.GetString(1)), ("folded", folded)).FirstOrDefault() is { } known)
        {
            return known;
        }

        var made = new PlacedBody(Next("archive_body", "id"), ArchiveStructure.Place(statements, name.Trim()));
        statements.Run("INSERT INTO archive_body (id, code, name, folded, region) VALUES (@id, @code, @name, @folded, @region)", ("id", made.Id), ("code", CodeOf(name)), ("name", name.Trim()), ("folded", folded), ("region", made.Region));
        return made;
    }

    // Tables that were published apart do not correct the narrative, nor it them.
    private static string Shape(Disclosure disclosure) => (disclosure.Tables.Any(t => t.Rows.Count > 0), disclosure.Passages.Count(p => p.Kind == PassageKind.Paragraph) > 3) switch
    {
        (true, true) => "whole",
        (true, false) => "tables",
        _ => "text",
    };

    private void Document(long id, Submission submission, long? body, string shape, long? replaces)
    {
        var disclosure = submission.Report.Disclosure;
        var facts = disclosure.Facts;
        var severities = submission.Report.Findings.CountBy(f => f.Severity).ToDictionary();
        var coverage = submission.Report.Coverage.ToDictionary(c => c.Outcome, c => (long)c.Count);
        using var bulk = Bulk.Into(connection, "archive_document", "id", "hash", "name", "path", "body", "year", "kind", "scope", "shape", "title", "book", "money_unit", "encoding", "format", "pages", "contact", "phone",
            "read_at", "approved", "published", "replaces", "statements", "unbound", "errors", "warnings", "notes", "waived", "held", "rounding", "truncation", "broken", "inapplicable", "unchecked", "due", "term");
        bulk.Row(id, facts.Id, facts.Name, submission.Path, body, (long?)facts.Year, facts.Kind.ToString(), facts.Scope?.ToString() ?? "", shape,
            disclosure.Passages.FirstOrDefault(p => p.Kind == PassageKind.Title)?.Text.Replace("\n", "", StringComparison.Ordinal).Trim() ?? facts.Name, facts.Book, facts.MoneyUnit?.Name, facts.Encoding, facts.Format, (long?)facts.Pages,
            disclosure.Contact?.Name, disclosure.Contact?.Phone, at, Day(submission.Report.Settings.ApprovedOn), Day(submission.Report.Settings.PublishedOn), replaces,
            (long)disclosure.Statements.Count, (long)disclosure.Unbound.Count, Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note), (long)submission.Report.Waived.Count,
            coverage[Budget.Outcome.Held], coverage[Budget.Outcome.HeldWithinRounding], coverage[Budget.Outcome.HeldByTruncation], coverage[Budget.Outcome.Broken], coverage[Budget.Outcome.NotApplicable], coverage[Budget.Outcome.NotChecked],
            Day(submission.Report.Settings.ApprovedOn is { } approved ? submission.Report.Settings.Term.Due(approved) : null), submission.Report.Settings.Term is { IsStandard: false } term ? term.Key : null);
        bulk.Complete();

        long Count(Severity severity) => severities.GetValueOrDefault(severity);
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Figures(long id, string region, Disclosure disclosure)
    {
        // First the points and the partition, since a copy allows no other statement beside it.
        var points = disclosure.Statements.Select(s => PointOf(s.Point)).ToArray();
        object?[] partition = [];
        if (StatementPartitions.In(connection))
        {
            var year = (long)(disclosure.Facts.Year ?? 0);
            partition = [year, region];
            if (_partitions.Add(year))
            {
                StatementPartitions.Prepare(statements, year);
            }
        }

        using (var bulk = Bulk.Into(connection, "archive_statement", [.. StatementColumns, .. partition.Length > 0 ? StatementPartitions.Columns : []]))
        {
            for (var i = 0; i < disclosure.Statements.Count; i++)
            {
                var s = disclosure.Statements[i];
                var amount = StatementText.Printed(s);
                bulk.Row([id, (long)i, s.Id, s.Kind, points[i], (long?)PointText.Year(s.Point), s.Point.Key("phase"), StatementText.Fen(s), amount?.Unit.Name, (long?)amount?.Digits, (long?)amount?.Precision,
                    s is AmountStatement { Blank: true } ? 1L : 0L, s.Raw, PlaceText.Write(s.Place), StatementText.More(s), .. partition]);
            }

            bulk.Complete();
        }

        var coded = CodedFigures.Of(disclosure).ToList();
        using (var headlines = Bulk.Into(connection, "archive_headline", "document", "item", "fen", "statement", "year", "kind"))
        {
            foreach (var headline in Headlines.Of(disclosure).Concat(Headlines.PrincipalOf(disclosure.Facts, coded) is { } principal ? [principal] : []))
            {
                headlines.Row(id, headline.Item, headline.Fen, headline.Statement, (long?)disclosure.Facts.Year, disclosure.Facts.Kind.ToString());
            }

            headlines.Complete();
        }

        using var codes = Bulk.Into(connection, "archive_code", "document", "dimension", "code", "year", "fen", "statement");
        foreach (var figure in coded)
        {
            codes.Row(id, figure.Dimension, figure.Code, (long)figure.Year, figure.Fen, figure.Statement);
        }

        codes.Complete();
    }

    private long PointOf(Point point)
    {
        var text = PointText.Write(point);
        if (_points.TryGetValue(text, out var known))
        {
            return known;
        }

        if (statements.Rows("SELECT id FROM archive_point WHERE coordinates = @text", r => (long?)r.GetInt64(0), ("text", text)).FirstOrDefault() is { } stored)
        {
            return _points[text] = stored;
        }

        _lastPoint = _lastPoint < 0 ? Next("archive_point", "id") : _lastPoint + 1;
        var id = _points[text] = _lastPoint;
        var completed = point.Completed();
        var whole = PointText.Write(completed) == text ? id : PointOf(completed);
        statements.Run("""
            INSERT INTO archive_point (id, coordinates, completed, measure, entity, fund, nature, "function", economic, government, purpose, recipient, project, item)
            VALUES (@id, @coordinates, @completed, @measure, @entity, @fund, @nature, @function, @economic, @government, @purpose, @recipient, @project, @item)
            """, ("id", id), ("coordinates", text), ("completed", whole), ("measure", point.Key("measure")), ("entity", point.Key("entity")), ("fund", point.Key("fund")), ("nature", point.Key("nature")), ("function", point.Key("function")),
            ("economic", point.Key("economic")), ("government", point.Key("government-economic")), ("purpose", point.Key("purpose")), ("recipient", point.Key("recipient")), ("project", point.Key("project")), ("item", point.Key("item")));
        return id;
    }

    private void Tables(long id, Disclosure disclosure)
    {
        using (var bulk = Bulk.Into(connection, "archive_table", "document", "number", "name", "title", "form", "body"))
        {
            var number = 0L;
            foreach (var table in disclosure.Tables)
            {
                bulk.Row(id, number++, table.Name, table.Title, table.Form, TableText.Write(table));
            }

            bulk.Complete();
        }

        using var projects = Bulk.Into(connection, "archive_project", "document", "number", "name", "whole", "fen", "statement", "goal", "body", "year", "kind");
        var row = 0L;
        foreach (var project in disclosure.Performance)
        {
            projects.Row(id, row++, project.Name, project.Whole ? 1L : 0L, project.Money is { } money ? StatementText.Fen(money) : null, project.Money?.Id, project.Goal, ProjectText.Write(project), (long?)disclosure.Facts.Year, disclosure.Facts.Kind.ToString());
        }

        projects.Complete();
    }

    private void Texts(long id, Disclosure disclosure)
    {
        var levels = disclosure.Sections.SelectMany(s => s.SelfAndBelow()).Where(s => s.Place.Order is not null).GroupBy(s => s.Place.Order!.Value).ToDictionary(g => g.Key, g => (long)g.First().Level);
        var next = Next("archive_text", "id");
        var words = new List<TextWords>();
        using (var bulk = Bulk.Into(connection, "archive_text", "id", "document", "number", "kind", "level", "said", "place"))
        {
            var number = 0L;
            foreach (var passage in disclosure.Passages)
            {
                bulk.Row(next, id, number++, passage.Kind.ToString(), passage.Place.Order is { } order && levels.TryGetValue(order, out var level) ? level : 0L, passage.Text, PlaceText.Write(passage.Place));
                words.Add(new TextWords(next++, passage.Text));
            }

            foreach (var name in disclosure.Performance.Where(p => !p.Whole).Select(p => (p.Name, p.Place)).Concat(disclosure.Statements.Where(s => s.Point.Key("project") is not null).Select(s => (Name: s.Point.Key("project")!, s.Place))).DistinctBy(p => p.Name))
            {
                bulk.Row(next, id, number++, "Project", 0L, name.Name, PlaceText.Write(name.Place));
                words.Add(new TextWords(next++, name.Name));
            }

            bulk.Complete();
        }

        WordIndex.Add(connection, transaction, words);
    }

    private void Outcome(long id, Report report)
    {
        using (var bulk = Bulk.Into(connection, "archive_finding", "document", "number", "id", "rule", "severity", "body"))
        {
            var number = 0L;
            foreach (var finding in report.Findings)
            {
                bulk.Row(id, number++, finding.Id, finding.Rule, finding.Severity.ToString(), FindingText.Write(finding));
            }

            bulk.Complete();
        }

        // What was compared; the others are counted in the document.
        using var checks = Bulk.Into(connection, "archive_check", "document", "number", "rule", "outcome", "figures", "expected", "found", "slack", "chinese", "english");
        var row = 0L;
        foreach (var check in report.Checks.Where(c => c.Figures.Count > 0 && c.Outcome is not Budget.Outcome.NotApplicable))
        {
            checks.Row(id, row++, check.Rule, check.Outcome.ToString(), " " + string.Join(' ', check.Figures) + " ", Number(check.Compared?.Expected), Number(check.Compared?.Found), Number(check.Compared?.Slack), check.Why?.Chinese, check.Why?.English);
        }

        checks.Complete();
    }

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private void Blob(string hash, byte[] bytes) => statements.Run("INSERT INTO archive_blob (hash, size, bytes) VALUES (@hash, @size, @bytes) ON CONFLICT (hash) DO NOTHING", ("hash", hash), ("size", (long)bytes.Length), ("bytes", bytes));

    private long Next(string table, string column) => statements.Rows($"SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}", r => r.GetInt64(0))[0];

    // A body with its region, which names the partition of its statements.
    private sealed record PlacedBody(long Id, string Region);
}
