using System.Data.Common;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Storage;
using static Mingzhang.Ledger.Archive.ArchiveSql;

namespace Mingzhang.Ledger.Archive;

/// <summary>档案的查阅：the questions of <see cref="IArchive"/> as statements, the same on both databases but for the search of words.</summary>
internal sealed partial class ArchiveReader(Statements statements, PointCache points, BodyNames names, ArchiveSql sql, IYearFigures figures) : IArchive
{
    private const string Documents_ = "SELECT " + ArchiveRows.DocumentColumns + " " + ArchiveRows.FromDocument;
    private const string Statements_ = "SELECT " + ArchiveRows.StatementColumns + " " + ArchiveRows.FromStatement;

    // A page asks the same several times; all that it sees is of one moment.
    private readonly Dictionary<(long Body, bool Replaced), IReadOnlyList<ArchivedDocument>> _documents = [];
    private readonly Dictionary<(long Body, Point Point), IReadOnlyList<SeriesPoint>> _series = [];

    // What was merely asked changes no page; what was published of it does.
    public string Stamp() => statements.Rows("SELECT COALESCE(MAX(id), 0), COUNT(*), COALESCE(SUM(replaced), 0), (SELECT COALESCE(MAX(number), 0) FROM archive_question_step WHERE step <> 'asked') FROM archive_document",
        r => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{r.GetInt64(0)}-{r.GetInt64(1)}-{Convert.ToInt64(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture)}-{r.GetInt64(3)}"))[0] + Succeeded();

    public IReadOnlyList<BodyName> Bodies() => names.Of(statements);

    public Body? Body(string code) => statements.Rows("SELECT id, code, name FROM archive_body WHERE code = @code", BodyRow, ("code", code)).FirstOrDefault();

    public IReadOnlyList<ArchivedDocument> Documents(Body body, bool replaced = false) =>
        _documents.TryGetValue((body.Id, replaced), out var known) ? known : _documents[(body.Id, replaced)] = statements.Rows($"{Documents_} WHERE d.body = @body{(replaced ? "" : " AND d.replaced IS NULL")} ORDER BY d.year DESC, d.kind, d.id DESC", ArchiveRows.Document, ("body", body.Id));

    public IReadOnlyList<ArchivedDocument> Documents(int? year, int most = int.MaxValue, int skip = 0) => year is { } y
        ? statements.Rows($"{Documents_} WHERE d.year = @year AND d.replaced IS NULL ORDER BY b.name, d.kind, d.id LIMIT @most OFFSET @skip", ArchiveRows.Document, ("year", (long)y), ("most", (long)most), ("skip", (long)skip))
        : statements.Rows($"{Documents_} WHERE d.replaced IS NULL ORDER BY d.year DESC, b.name, d.kind, d.id LIMIT @most OFFSET @skip", ArchiveRows.Document, ("most", (long)most), ("skip", (long)skip));

    public ArchivedDocument? Document(string key)
    {
        const int Shortest = 8;
        if (key.Length is < Shortest or > 64 || !key.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        return statements.Rows($"{Documents_} WHERE d.hash >= @low AND d.hash <= @high ORDER BY d.hash", ArchiveRows.Document, ("low", key), ("high", key + "g")) is [var one] ? one : null;
    }

    public IReadOnlyList<ArchivedDocument> Versions(ArchivedDocument document)
    {
        const int Most = 1000;
        var versions = new List<ArchivedDocument> { document };
        while (versions[0].Replaces is { } older && versions.Count < Most && ById(older) is { } before)
        {
            versions.Insert(0, before);
        }

        while (versions[^1].Replaced is { } newer && versions.Count < Most && ById(newer) is { } after)
        {
            versions.Add(after);
        }

        return versions;
    }

    public IReadOnlyList<ArchivedStatement> Statements(ArchivedDocument document) => statements.Rows($"{Statements_} WHERE {sql.OfDocument} ORDER BY s.number", r => Of(document, r), Parameters(document));

    public IReadOnlyList<ArchivedStatement> Printed(ArchivedDocument document, bool amounts = false) => statements.Rows(
        $"{Statements_} WHERE {sql.OfDocument} AND s.blank = 0{(amounts ? " AND s.kind = 'amount' AND s.fen IS NOT NULL AND s.year = @year" : "")} ORDER BY s.number", r => Of(document, r),
        [.. Parameters(document), .. amounts ? new (string, object?)[] { ("year", (long?)document.Year) } : []]);

    public ArchivedStatement? Statement(ArchivedDocument document, string id) => statements.Rows($"{Statements_} WHERE {sql.OfDocument} AND s.id = @id ORDER BY s.number", r => Of(document, r), [.. Parameters(document), ("id", id)]).FirstOrDefault();

    public IReadOnlyList<ArchivedStatement> Counts(params IReadOnlyList<ArchivedDocument> documents)
    {
        var own = documents.ToDictionary(d => d.Id);
        return statements.Rows($"{Statements_} WHERE s.document IN ({sql.Listed("documents")}){sql.InYears} AND s.kind = 'count' ORDER BY s.document, s.number",
            r => Of(own[r.GetInt64(13)], r), ("documents", Numbers(documents.Select(d => d.Id))), ("years", YearsOf(documents)));
    }

    public IReadOnlyList<ArchivedStatement> Same(ArchivedDocument document, Point point) => PointText.Year(point) is not { } year ? [] : statements.Rows(
        $"{Statements_} WHERE {sql.OfDocument} AND s.year = @year AND s.phase = @phase AND p.completed = (SELECT id FROM archive_point WHERE coordinates = @text) ORDER BY s.number", r => Of(document, r),
        [.. Parameters(document), ("year", (long)year), ("phase", point.Key("phase")), ("text", PointText.Write(point.Completed()))]);

    public IReadOnlyList<SeriesPoint> Series(Body body, Point point, Bridges bridges) =>
        _series.TryGetValue((body.Id, point), out var known) ? known : _series[(body.Id, point)] = FindSeries(body, point, bridges);

    private IReadOnlyList<SeriesPoint> FindSeries(Body body, Point point, Bridges bridges)
    {
        var documents = Documents(body).ToDictionary(d => d.Id);
        var now = documents.Values.Max(d => d.Year) ?? 0;
        var found = new List<SeriesPoint>();
        foreach (var alike in bridges.Alike(point))
        {
            foreach (var statement in statements.Rows($"""
                {Statements_} WHERE p.completed = (SELECT id FROM archive_point WHERE coordinates = @text) AND s.kind = 'amount' AND s.blank = 0 AND s.fen IS NOT NULL
                AND s.document IN (SELECT id FROM archive_document WHERE body = @body AND replaced IS NULL){sql.InRegion} ORDER BY s.year, s.document, s.number
                """, r => documents.TryGetValue(r.GetInt64(13), out var document) ? Of(document, r) : null, ("text", PointText.Write(alike.Completed())), ("body", body.Id), ("region", documents.Values.FirstOrDefault()?.Region ?? "")).OfType<ArchivedStatement>())
            {
                var year = PointText.Year(statement.Statement.Point) ?? 0;
                var bridge = alike.Equals(point) ? bridges.Renamed(alike, year, now) : string.Join(' ', alike.Members.Where(m => Bridges.CatalogueOf(m.Dimension.Key) is not null).Select(m => m.Key).Append(bridges.Name(alike, year) ?? ""));
                found.Add(new SeriesPoint(year, statement.Statement.Point.Key("phase") ?? "", statement, bridge));
            }
        }

        // A year's own document says it best; what a table prints before what a sentence rounds.
        return [.. found.GroupBy(p => (p.Year, p.Phase)).Select(g => g.OrderBy(p => p.Statement.Document.Year != g.Key.Year).ThenBy(p => p.Statement.Statement.Place.Table is null).First()).OrderBy(p => p.Year).ThenBy(p => p.Phase, StringComparer.Ordinal)];
    }

    public IReadOnlyList<ArchivedDocument> Latest(int most) => statements.Rows($"{Documents_} WHERE d.replaced IS NULL ORDER BY d.id DESC LIMIT @most", ArchiveRows.Document, ("most", (long)most));

    public IReadOnlyList<CodeYear> CodeYears(string dimension, string code) => statements.Rows("SELECT year, kind, documents, departments, fen FROM archive_code_year WHERE dimension = @dimension AND code = @code AND documents > 0 ORDER BY year DESC, kind",
        r => new CodeYear((int)r.GetInt64(0), r.GetString(1), (int)r.GetInt64(2), (int)r.GetInt64(3), r.GetInt64(4)), ("dimension", dimension), ("code", code));

    public IReadOnlyList<RankedHeadline> Peers(ArchivedDocument document, decimal factor, int most)
    {
        var own = Headlines(document).FirstOrDefault(h => h.Item.StartsWith(Archive.Headlines.Principal, StringComparison.Ordinal));
        return own is null || document.Year is null ? [] : [.. statements.Rows($"""
            SELECT {ArchiveRows.DocumentColumns}, h.document, h.item, h.fen, h.statement {ArchiveRows.FromDocument} JOIN archive_headline h ON h.document = d.id
            WHERE h.item = @item AND h.year = @year AND h.kind = @kind AND h.fen >= @low AND h.fen <= @high AND d.replaced IS NULL AND d.body IS NOT NULL ORDER BY ABS(h.fen - @own), d.id LIMIT @most
            """, Ranked, ("own", own.Fen), ("item", own.Item), ("year", (long)document.Year), ("kind", document.Kind), ("low", (long)(own.Fen / factor)), ("high", (long)(own.Fen * factor)), ("most", (long)most))
            .Select(p => p with { Headline = p.Headline with { Item = p.Headline.Item.Split(':')[1] } }).OrderBy(p => p.Headline.Fen)];
    }

    // By a range of names first, which their index answers, and not by the year (hence the sign); a server may sort names in another order.
    public IReadOnlyList<ArchivedDocument> Units(int year, string kind, string beginning) => statements.Rows(
        $"SELECT {ArchiveRows.DocumentColumns} FROM archive_body b {sql.Then} archive_document d ON d.body = b.id WHERE {(sql.Postgres ? "starts_with(b.folded, @beginning)" : "b.folded >= @beginning AND b.folded < @beginning || char(1114111)")} AND +d.year = @year AND d.kind = @kind AND d.scope = 'Unit' AND d.replaced IS NULL ORDER BY b.name, d.id", ArchiveRows.Document,
        ("beginning", Fold.Label(beginning)), ("year", (long)year), ("kind", kind));

    public IReadOnlyList<ArchivedDocument> Unnamed(int most) => statements.Rows($"{Documents_} WHERE d.body IS NULL AND d.replaced IS NULL ORDER BY d.id DESC LIMIT @most", ArchiveRows.Document, ("most", (long)most));

    public IReadOnlyList<ArchivedText> Texts(ArchivedDocument document) => statements.Rows("SELECT document, kind, level, said, place FROM archive_text WHERE document = @document ORDER BY number", TextRow, ("document", document.Id));

    public IReadOnlyList<Table> Tables(ArchivedDocument document, Func<string, Statement?> statement) =>
        [.. statements.Rows("SELECT title, form, body FROM archive_table WHERE document = @document ORDER BY number", r => new Kept(r.GetString(0), ArchiveRows.Text(r, 1), r.GetString(2)), ("document", document.Id))
            .Select(k => TableText.Read(k.Name, k.Other, k.Body, statement))];

    // Rows first: who is asked for a statement may ask the database for it, which answers one question at a time.
    public IReadOnlyList<PerformanceObject> Projects(ArchivedDocument document, Func<string, Statement?> statement) =>
        [.. statements.Rows("SELECT name, whole, goal, body, statement FROM archive_project WHERE document = @document ORDER BY number", r => new KeptProject(r.GetString(0), r.GetInt64(1) != 0, r.GetString(2), r.GetString(3), ArchiveRows.Text(r, 4)), ("document", document.Id))
            .Select(k => ProjectText.Read(k.Name, k.Whole, k.Goal, k.Body, k.Money is { } money ? statement(money) as AmountStatement : null))];

    public IReadOnlyList<ArchivedFinding> Findings(ArchivedDocument document) => statements.Rows("SELECT id, rule, severity, body FROM archive_finding WHERE document = @document ORDER BY number",
        r => new ArchivedFinding(document, FindingText.Read(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3))), ("document", document.Id));

    public IReadOnlyList<ArchivedCheck> Checks(ArchivedDocument document, string statement) => statements.Rows(
        "SELECT rule, outcome, figures, expected, found, slack, chinese, english FROM archive_check WHERE document = @document AND figures LIKE @figure ESCAPE '\\' ORDER BY number",
        r => new ArchivedCheck(r.GetString(0), Enum.Parse<Outcome>(r.GetString(1)), r.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ArchiveRows.Number(r, 3) is { } expected ? new Comparison(expected, ArchiveRows.Number(r, 4) ?? 0, ArchiveRows.Number(r, 5) ?? 0) : null, r.IsDBNull(6) ? null : new Reason(r.GetString(6), r.GetString(7))),
        ("document", document.Id), ("figure", "% " + statement.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + " %"));

    public IReadOnlyList<Headline> Headlines(int year, params string[] items) => statements.Rows($"""
        SELECT h.document, h.item, h.fen, h.statement FROM archive_headline h JOIN archive_document d ON d.id = h.document
        WHERE d.replaced IS NULL AND d.year = @year AND h.item IN ({string.Join(", ", items.Select((_, i) => "@" + Item(i)))}) ORDER BY h.document
        """, HeadlineRow, [("year", (long)year), .. items.Select((item, i) => (Item(i), (object?)item))]);

    private static string Item(int number) => "item" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<Headline> Headlines(IReadOnlyList<ArchivedDocument> documents, params string[] items) => statements.Rows($"""
        SELECT document, item, fen, statement FROM archive_headline WHERE document IN ({sql.Listed("documents")}) AND item IN ({string.Join(", ", items.Select((_, i) => "@" + Item(i)))})
        """, HeadlineRow, [("documents", Numbers(documents.Select(d => d.Id))), .. items.Select((item, i) => (Item(i), (object?)item))]);

    public IReadOnlyList<Headline> Headlines(ArchivedDocument document) => statements.Rows("SELECT document, item, fen, statement FROM archive_headline WHERE document = @document", HeadlineRow, ("document", document.Id));

    public IReadOnlyList<FoundText> Search(string query, int most, int? year = null)
    {
        var phrases = Bigrams.Phrases(query);
        if (phrases.Count == 0)
        {
            return [];
        }

        var found = statements.Rows($"""
            SELECT t.document, t.kind, t.level, t.said, t.place FROM ({(sql.Postgres ? "SELECT id FROM archive_words WHERE tokens @@ CAST(@query AS tsquery) ORDER BY id DESC LIMIT @most" : "SELECT rowid AS id FROM archive_words WHERE archive_words MATCH @query ORDER BY rowid DESC LIMIT @most")}) w
            {sql.Then} archive_text t ON t.id = w.id JOIN archive_document d ON d.id = t.document WHERE d.replaced IS NULL{(year is null ? "" : " AND d.year = @year")} ORDER BY t.id DESC
            """, TextRow, ("query", sql.Postgres ? Bigrams.PostgresQuery(phrases) : Bigrams.SqliteQuery(phrases)), ("most", (long)most), ("year", (long)(year ?? 0)));
        var documents = ById(found.Select(t => t.Document));
        return [.. found.Select(t => new FoundText(documents[t.Document], t))];
    }

    public byte[]? Bytes(string hash) => statements.Rows("SELECT bytes FROM archive_blob WHERE hash = @hash", r => (byte[])r.GetValue(0), ("hash", hash)).FirstOrDefault();

    public IReadOnlyList<AttachedFile> Attachments(ArchivedDocument document) =>
        statements.Rows("SELECT hash, name, role FROM archive_attachment WHERE document = @document ORDER BY name", r => new AttachedFile(r.GetString(0), r.GetString(1), r.GetString(2)), ("document", document.Id));

    public bool Knows(string hash) => statements.Rows("SELECT 1 FROM archive_document WHERE hash = @hash UNION ALL SELECT 1 FROM archive_attachment WHERE hash = @hash", _ => true, ("hash", hash)).Count > 0;

    public IReadOnlyList<Refusal> Refusals() => statements.Rows("SELECT path, hash, at, chinese, english FROM archive_refusal ORDER BY path", r => new Refusal(r.GetString(0), r.GetString(1), r.GetString(2), new Reason(r.GetString(3), r.GetString(4))));

    public ArchiveCounts Counts() => statements.Rows("""
        SELECT (SELECT COUNT(*) FROM archive_document WHERE replaced IS NULL), (SELECT COUNT(*) FROM archive_body), (SELECT COALESCE(SUM(statements), 0) FROM archive_document WHERE replaced IS NULL), (SELECT COUNT(*) FROM archive_refusal)
        """, r => new ArchiveCounts((int)r.GetInt64(0), (int)r.GetInt64(1), Convert.ToInt64(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture), (int)r.GetInt64(3)))[0];

    private static RankedHeadline Ranked(DbDataReader r) => new(new Headline(r.GetInt64(ArchiveRows.Width), r.GetString(ArchiveRows.Width + 1), r.GetInt64(ArchiveRows.Width + 2), r.GetString(ArchiveRows.Width + 3)), ArchiveRows.Document(r));

    private static Body BodyRow(DbDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetString(2));

    private static Headline HeadlineRow(DbDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetString(3));

    private static ArchivedText TextRow(DbDataReader r) => new(r.GetInt64(0), r.GetString(1), (int)r.GetInt64(2), r.GetString(3), PlaceText.Read(r.GetString(4)));

    private ArchivedDocument? ById(long id) => statements.Rows($"{Documents_} WHERE d.id = @id", ArchiveRows.Document, ("id", id)).FirstOrDefault();

    private ArchivedStatement Of(ArchivedDocument document, DbDataReader r) => ArchiveRows.Statement(r) is var row ? new ArchivedStatement(document, StatementText.Read(points, row), row.Fen) : null!;

    private sealed record Kept(string Name, string? Other, string Body);

    private sealed record KeptProject(string Name, bool Whole, string Goal, string Body, string? Money);
}
