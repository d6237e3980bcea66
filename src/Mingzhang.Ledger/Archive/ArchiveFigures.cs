using Mingzhang.Budget;

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

        // The point first, as one number: with it the database need not look at every document.
        var completed = PointText.Write(point.Completed());
        var ids = statements.Rows("SELECT id FROM archive_point WHERE completed = (SELECT id FROM archive_point WHERE coordinates = @text)", r => r.GetInt64(0), ("text", completed));
        return Found($"s.point = @point AND s.year = @year AND s.phase = @phase AND s.blank = 0{(body is null ? "" : " AND d.body = @body")}", most,
            ids.Select(Asked));

        (string, object?)[] Asked(long id) => [("point", id), ("year", (long)year), ("phase", phase), .. Of(body)];
    }

    public IReadOnlyList<ArchivedStatement> Between(Body body, int? year, long low, long high, int most) =>
        Found($"d.body = @body AND s.fen >= @low AND s.fen <= @high AND s.blank = 0{(year is null ? "" : " AND s.year = @year")}", most,
            [[("low", low), ("high", high), .. Of(body), .. Of(year)]]);

    private static (string, object?)[] Of(int? year) => year is { } given ? [("year", (long)given)] : [];

    private static (string, object?)[] Of(Body? body) => body is null ? [] : [("body", body.Id)];

    private List<ArchivedStatement> Found(string where, int most, IEnumerable<(string, object?)[]> asked)
    {
        var documents = new Dictionary<long, ArchivedDocument>();
        var rows = asked.SelectMany(p => statements.Rows($"SELECT {ArchiveRows.StatementColumns} {ArchiveRows.FromStatement} JOIN archive_document d ON d.id = s.document{(postgres ? " AND s.of_year = COALESCE(d.year, 0)" : "")} WHERE d.replaced IS NULL AND {where} ORDER BY s.document DESC, s.number LIMIT @most",
            r => new Row(r.GetInt64(13), ArchiveRows.Statement(r)), [.. p, ("most", (long)most)])).ToList();
        return [.. rows.Select(r => new ArchivedStatement(documents.TryGetValue(r.Document, out var known) ? known : documents[r.Document] = ById(r.Document)!, StatementText.Read(points, r.Said), r.Said.Fen))
            .OrderBy(s => s.Statement.Place.Table is null).Take(most)];
    }

    private sealed record Row(long Document, StatementRow Said);
}
