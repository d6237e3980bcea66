using System.Globalization;
using Mingzhang.Ledger.Storage;
using static Mingzhang.Ledger.Archive.ArchiveSql;

namespace Mingzhang.Ledger.Archive;

/// <summary>由档案本身按年度取数：the order is read from an index, and only the keys of the page.</summary>
internal sealed class SqlYearFigures(Statements statements, ArchiveSql sql) : IYearFigures
{
    private const string RankedFrom = "FROM archive_headline h JOIN archive_document d ON d.id = h.document";
    private const string InYear = "h.item = @item AND h.year = @year AND h.kind = @kind AND d.replaced IS NULL AND d.body IS NOT NULL";

    // The newest of last year's documents in force that are of the same body, kind and scope, and state it.
    private string FormerFrom => $"""
        JOIN archive_document f ON f.id = (SELECT MAX(x.id) FROM archive_document x{sql.ByBody} JOIN archive_headline y ON y.document = x.id AND y.item = h.item WHERE x.body = d.body AND x.year = @year - 1 AND x.kind = d.kind AND x.scope = d.scope AND x.replaced IS NULL)
        JOIN archive_headline fh ON fh.document = f.id AND fh.item = h.item
        """;

    public IReadOnlyList<YearCount> Years() => statements.Rows("SELECT year, kind, COUNT(*), SUM(CASE WHEN errors = 0 THEN 1 ELSE 0 END), SUM(CASE WHEN scope <> 'Unit' THEN 1 ELSE 0 END) FROM archive_document WHERE replaced IS NULL AND year IS NOT NULL GROUP BY year, kind ORDER BY year DESC, kind",
        r => new YearCount((int)r.GetInt64(0), r.GetString(1), (int)r.GetInt64(2), Convert.ToInt32(r.GetValue(3), CultureInfo.InvariantCulture), Convert.ToInt32(r.GetValue(4), CultureInfo.InvariantCulture)));

    public IReadOnlyList<long> Ranked(string item, YearDocuments of, int skip, int most) => statements.Rows(
        $"SELECT h.document {RankedFrom} WHERE {InYear}{Scope(of)} ORDER BY h.fen DESC, h.document DESC LIMIT @most OFFSET @skip", r => r.GetInt64(0), Asked(item, of, skip, most));

    public int Ranked(string item, YearDocuments of) => statements.Rows($"SELECT COUNT(*) {RankedFrom} WHERE {InYear}{Scope(of)}", r => Convert.ToInt32(r.GetValue(0), CultureInfo.InvariantCulture), [("item", item), .. Asked(of)])[0];

    public IReadOnlyList<long> Without(string item, IReadOnlyList<string> others, YearDocuments of, int skip, int most) => others.Count == 0 ? [] : statements.Rows($"""
        SELECT d.id FROM archive_document d JOIN archive_body b ON b.id = d.body WHERE d.id IN (SELECT h.document FROM archive_headline h WHERE h.item IN ({string.Join(", ", others.Select((_, i) => "@" + Item(i)))}) AND h.year = @year AND h.kind = @kind
        AND NOT EXISTS (SELECT 1 FROM archive_headline o WHERE o.document = h.document AND o.item = @item)) AND d.replaced IS NULL{Scope(of)} ORDER BY b.folded, d.id LIMIT @most OFFSET @skip
        """, r => r.GetInt64(0), [.. Asked(item, of, skip, most), .. others.Select((other, i) => (Item(i), (object?)other))]);

    public IReadOnlyList<Rise> Risen(string item, YearDocuments of, int skip, int most) => statements.Rows(
        $"SELECT h.document, f.id, COUNT(*) OVER () {RankedFrom} {FormerFrom} WHERE {InYear}{Scope(of)} ORDER BY h.fen - fh.fen DESC, d.id LIMIT @most OFFSET @skip",
        r => new Rise(r.GetInt64(0), r.GetInt64(1), (int)r.GetInt64(2)), Asked(item, of, skip, most));

    public IReadOnlyList<RowKey> Projects(YearDocuments of, int skip, int most) => statements.Rows($"""
        SELECT p.document, p.number FROM archive_project p JOIN archive_document d ON d.id = p.document
        WHERE p.whole = 0 AND p.year = @year AND p.kind = @kind AND d.replaced IS NULL AND d.body IS NOT NULL{Scope(of)} ORDER BY p.fen DESC{(sql.Postgres ? " NULLS LAST" : "")}, p.document, p.number LIMIT @most OFFSET @skip
        """, r => new RowKey(r.GetInt64(0), r.GetInt64(1)), Asked(of, skip, most));

    public IReadOnlyList<long> Code(string dimension, string code, int year, int skip, int most) => statements.Rows("""
        SELECT c.document FROM archive_code c JOIN archive_document d ON d.id = c.document
        WHERE c.dimension = @dimension AND c.code = @code AND c.year = @year AND d.replaced IS NULL ORDER BY c.fen DESC, c.document LIMIT @most OFFSET @skip
        """, r => r.GetInt64(0), ("dimension", dimension), ("code", code), ("year", (long)year), ("skip", (long)skip), ("most", (long)most));

    // The point first, as one number: with it the database need not look at every document.
    public IReadOnlyList<RowKey> At(long completed, int year, string phase, int most) =>
        [.. statements.Rows("SELECT id FROM archive_point WHERE completed = @completed", r => r.GetInt64(0), ("completed", completed)).SelectMany(point => statements.Rows($"""
            SELECT s.document, s.number FROM archive_statement s JOIN archive_document d ON d.id = s.document{sql.OfJoined}
            WHERE s.point = @point AND s.year = @year AND s.phase = @phase AND s.blank = 0 AND d.replaced IS NULL ORDER BY s.document DESC, s.number LIMIT @most
            """, r => new RowKey(r.GetInt64(0), r.GetInt64(1)), ("point", point), ("year", (long)year), ("phase", phase), ("most", (long)most)))
            .OrderByDescending(k => k.Document).ThenBy(k => k.Number).Take(most)];

    private static string Item(int number) => "item" + number.ToString(CultureInfo.InvariantCulture);
}
