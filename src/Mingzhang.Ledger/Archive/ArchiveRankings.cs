using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>一个年度的排列：the order is read from an index, and only the rows of the page with their documents.</summary>
internal sealed partial class ArchiveReader
{
    private const string RankedFrom = "FROM archive_headline h JOIN archive_document d ON d.id = h.document LEFT JOIN archive_body b ON b.id = d.body";
    private const string InYear = "h.item = @item AND h.year = @year AND h.kind = @kind AND d.replaced IS NULL AND d.body IS NOT NULL";

    // Few documents are of one body, many of one year; SQLite keeps no statistics by which it would know.
    private string ByBody => postgres ? "" : " INDEXED BY archive_document_body";

    // On a server, the partition of a document that is listed.
    private string OfListed => postgres ? " AND s.of_year = @year AND s.region = COALESCE(b.region, '')" : "";

    // The newest of last year's documents in force that are of the same body, kind and scope, and state it.
    private string FormerFrom => $"""
        JOIN archive_document f ON f.id = (SELECT MAX(x.id) FROM archive_document x{ByBody} JOIN archive_headline y ON y.document = x.id AND y.item = h.item WHERE x.body = d.body AND x.year = @year - 1 AND x.kind = d.kind AND x.scope = d.scope AND x.replaced IS NULL)
        JOIN archive_headline fh ON fh.document = f.id AND fh.item = h.item
        """;

    public IReadOnlyList<RankedHeadline> Ranked(string item, YearDocuments of, int skip, int most) => statements.Rows(
        $"SELECT {ArchiveRows.DocumentColumns}, h.document, h.item, h.fen, h.statement {RankedFrom} WHERE {InYear}{Scope(of)} ORDER BY h.fen DESC, h.document DESC LIMIT @most OFFSET @skip", Ranked, Asked(item, of, skip, most));

    public int Ranked(string item, YearDocuments of) => statements.Rows($"SELECT COUNT(*) {RankedFrom} WHERE {InYear}{Scope(of)}", r => Convert.ToInt32(r.GetValue(0), CultureInfo.InvariantCulture), [("item", item), .. Asked(of)])[0];

    public IReadOnlyList<ArchivedDocument> Without(string item, IReadOnlyList<string> others, YearDocuments of, int skip, int most) => others.Count == 0 ? [] : statements.Rows($"""
        {Documents_} WHERE d.id IN (SELECT h.document FROM archive_headline h WHERE h.item IN ({string.Join(", ", others.Select((_, i) => "@" + Item(i)))}) AND h.year = @year AND h.kind = @kind
        AND NOT EXISTS (SELECT 1 FROM archive_headline o WHERE o.document = h.document AND o.item = @item)) AND d.replaced IS NULL AND d.body IS NOT NULL{Scope(of)} ORDER BY b.folded, d.id LIMIT @most OFFSET @skip
        """, ArchiveRows.Document, [.. Asked(item, of, skip, most), .. others.Select((other, i) => (Item(i), (object?)other))]);

    public IReadOnlyList<RisenHeadline> Risen(string item, YearDocuments of, int skip, int most)
    {
        var found = statements.Rows($"SELECT h.document, h.fen, h.statement, f.id, fh.fen, fh.statement, COUNT(*) OVER () {RankedFrom} {FormerFrom} WHERE {InYear}{Scope(of)} ORDER BY h.fen - fh.fen DESC, d.id LIMIT @most OFFSET @skip",
            r => new KeptRise(new Headline(r.GetInt64(0), item, r.GetInt64(1), r.GetString(2)), new Headline(r.GetInt64(3), item, r.GetInt64(4), r.GetString(5)), (int)r.GetInt64(6)), Asked(item, of, skip, most));
        var documents = ById(found.SelectMany(f => new[] { f.Now.Document, f.Before.Document }));
        return [.. found.Select(f => new RisenHeadline(new RankedHeadline(f.Now, documents[f.Now.Document]), new RankedHeadline(f.Before, documents[f.Before.Document]), f.Both))];
    }

    public IReadOnlyList<RankedProject> Projects(YearDocuments of, int skip, int most)
    {
        var found = statements.Rows($"""
            SELECT p.document, p.name, p.goal, p.body, p.fen, p.statement FROM archive_project p JOIN archive_document d ON d.id = p.document
            WHERE p.whole = 0 AND p.year = @year AND p.kind = @kind AND d.replaced IS NULL AND d.body IS NOT NULL{Scope(of)} ORDER BY p.fen DESC{(postgres ? " NULLS LAST" : "")}, p.document, p.number LIMIT @most OFFSET @skip
            """, r => new ListedProject(r.GetInt64(0), ProjectText.Read(r.GetString(1), false, r.GetString(2), r.GetString(3), null), r.IsDBNull(4) ? null : r.GetInt64(4), ArchiveRows.Text(r, 5)), Asked(of, skip, most));
        var documents = ById(found.Select(f => f.Document));
        return [.. found.Select(f => new RankedProject(documents[f.Document], f.Project, f.Fen, f.Statement))];
    }

    // A page from the names, in whose order it is shown, so that not the whole year is read; the whole year from its index.
    public IReadOnlyList<ArchivedDocument> Documents(YearDocuments of, int skip = 0, int most = int.MaxValue, bool counting = false) => statements.Rows($"""
        SELECT {ArchiveRows.DocumentColumns} FROM {(most < int.MaxValue ? $"archive_body b {(postgres ? "JOIN" : "CROSS JOIN")} archive_document d{ByBody}" : "archive_document d JOIN archive_body b")} ON d.body = b.id AND d.year = @year AND d.replaced IS NULL{(of.Kind.Length > 0 ? " AND d.kind = @kind" : "")}{Scope(of)}
        {(counting ? $"WHERE EXISTS (SELECT 1 FROM archive_statement s WHERE s.document = d.id{OfListed} AND s.kind = 'count') " : "")}ORDER BY b.folded, d.kind, d.id LIMIT @most OFFSET @skip
        """, ArchiveRows.Document, Asked(of, skip, most));

    public ILookup<long, ArchivedDocument> OfBodies(IEnumerable<ArchivedDocument> documents, int year) => statements.Rows(
        $"{Documents_} WHERE d.body IN ({Listed("bodies")}) AND d.year = @year AND d.replaced IS NULL ORDER BY d.id DESC", ArchiveRows.Document, ("bodies", Numbers(documents.Select(d => d.Body?.Id).OfType<long>().Distinct())), ("year", (long)year)).ToLookup(d => d.Body!.Id);

    private Dictionary<long, ArchivedDocument> ById(IEnumerable<long> ids) => statements.Rows($"{Documents_} WHERE d.id IN ({Listed("ids")})", ArchiveRows.Document, ("ids", Numbers(ids.Distinct()))).ToDictionary(d => d.Id);

    // Numbers as one text, so that it is one question whatever their number.
    private string Listed(string name) => postgres ? $"SELECT CAST(x AS BIGINT) FROM unnest(string_to_array(@{name}, ',')) AS x" : $"SELECT value FROM json_each('[' || @{name} || ']')";

    private static string Numbers(IEnumerable<long> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static string Scope(YearDocuments of) => of.Units ? "" : " AND d.scope <> 'Unit'";

    private static (string, object?)[] Asked(YearDocuments of) => [("year", (long)of.Year), ("kind", of.Kind)];

    private static (string, object?)[] Asked(YearDocuments of, int skip, int most) => [.. Asked(of), ("most", (long)most), ("skip", (long)skip)];

    private static (string, object?)[] Asked(string item, YearDocuments of, int skip, int most) => [("item", item), .. Asked(of, skip, most)];

    private sealed record KeptRise(Headline Now, Headline Before, int Both);

    private sealed record ListedProject(long Document, PerformanceObject Project, long? Fen, string? Statement);
}
