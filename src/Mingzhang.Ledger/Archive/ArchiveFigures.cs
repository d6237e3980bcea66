using Mingzhang.Budget;
using static Mingzhang.Ledger.Archive.ArchiveSql;

namespace Mingzhang.Ledger.Archive;

/// <summary>按点和按金额的查阅。</summary>
internal sealed partial class ArchiveReader
{
    public IReadOnlyList<ArchivedStatement> At(Point point, Body? body, int most)
    {
        if (PointText.Year(point) is not { } year || point.Key("phase") is not { } phase)
        {
            return [];
        }

        var completed = statements.Rows("SELECT id FROM archive_point WHERE coordinates = @text", r => r.GetInt64(0), ("text", PointText.Write(point.Completed())));
        if (completed is not [var whole])
        {
            return [];
        }

        if (body is null)
        {
            return Keyed(figures.At(whole, year, phase, most));
        }

        // The point first, as one number: with it the database need not look at every document.
        var ids = statements.Rows("SELECT id FROM archive_point WHERE completed = @completed", r => r.GetInt64(0), ("completed", whole));
        return Found("s.point = @point AND s.year = @year AND s.phase = @phase AND s.blank = 0 AND d.body = @body", most,
            ids.Select(id => new (string, object?)[] { ("point", id), ("year", (long)year), ("phase", phase), ("body", body.Id) }));
    }

    public IReadOnlyList<ArchivedStatement> Between(Body body, int? year, long low, long high, int most) =>
        Found($"d.body = @body AND s.fen >= @low AND s.fen <= @high AND s.blank = 0{(year is null ? "" : " AND s.year = @year")}", most,
            [[("low", low), ("high", high), ("body", body.Id), .. Of(year)]]);

    private static (string, object?)[] Of(int? year) => year is { } given ? [("year", (long)given)] : [];

    private IReadOnlyList<ArchivedStatement> Keyed(IReadOnlyList<RowKey> keys)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var documents = ById(keys.Select(k => k.Document).Distinct());
        return [.. statements.Rows($"SELECT {ArchiveRows.StatementColumns} FROM {sql.Pairs("keys")} k {sql.Then} archive_statement s ON s.document = k.document AND s.number = k.number{sql.InYears} JOIN archive_point p ON p.id = s.point ORDER BY s.document DESC, s.number",
            r => Of(documents[r.GetInt64(13)], r), ("keys", Numbers(keys)), ("years", YearsOf(documents.Values))).OrderBy(s => s.Statement.Place.Table is null)];
    }

    private List<ArchivedStatement> Found(string where, int most, IEnumerable<(string, object?)[]> asked)
    {
        var documents = new Dictionary<long, ArchivedDocument>();
        var rows = asked.SelectMany(p => statements.Rows($"SELECT {ArchiveRows.StatementColumns} {ArchiveRows.FromStatement} JOIN archive_document d ON d.id = s.document{sql.OfJoined} WHERE d.replaced IS NULL AND {where} ORDER BY s.document DESC, s.number LIMIT @most",
            r => new Row(r.GetInt64(13), ArchiveRows.Statement(r)), [.. p, ("most", (long)most)])).ToList();
        return [.. rows.Select(r => new ArchivedStatement(documents.TryGetValue(r.Document, out var known) ? known : documents[r.Document] = ById(r.Document)!, StatementText.Read(points, r.Said), r.Said.Fen))
            .OrderBy(s => s.Statement.Place.Table is null).Take(most)];
    }

    private sealed record Row(long Document, StatementRow Said);
}
