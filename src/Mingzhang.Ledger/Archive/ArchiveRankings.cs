using Mingzhang.Budget;
using static Mingzhang.Ledger.Archive.ArchiveSql;

namespace Mingzhang.Ledger.Archive;

/// <summary>一个年度的排列：keys and their order from whoever has the figures of the year, and only the rows of the page with their documents.</summary>
internal sealed partial class ArchiveReader
{
    public IReadOnlyList<YearCount> Years() => figures.Years();

    public IReadOnlyList<RankedHeadline> Ranked(string item, YearDocuments of, int skip, int most) => InOrder(figures.Ranked(item, of, skip, most), k => Stated(item, k));

    public int Ranked(string item, YearDocuments of) => figures.Ranked(item, of);

    public IReadOnlyList<ArchivedDocument> Without(string item, IReadOnlyList<string> others, YearDocuments of, int skip, int most) => InOrder(figures.Without(item, others, of, skip, most), ById);

    public IReadOnlyList<RankedHeadline> Code(string dimension, string code, int year, int skip, int most) => InOrder(figures.Code(dimension, code, year, skip, most), k => statements.Rows(
        $"SELECT {ArchiveRows.DocumentColumns}, c.document, c.code, c.fen, c.statement {ArchiveRows.FromDocument} {sql.Then} archive_code c ON c.document = d.id AND c.dimension = @dimension AND c.code = @code WHERE d.id IN ({sql.Listed("ids")})",
        Ranked, ("dimension", dimension), ("code", code), ("ids", Numbers(k))).ToDictionary(r => r.Document.Id));

    public IReadOnlyList<RisenHeadline> Risen(string item, YearDocuments of, int skip, int most)
    {
        var found = figures.Risen(item, of, skip, most);
        var stated = found.Count == 0 ? [] : Stated(item, found.SelectMany(f => new[] { f.Now, f.Before }).Distinct());
        return [.. found.Where(f => stated.ContainsKey(f.Now) && stated.ContainsKey(f.Before)).Select(f => new RisenHeadline(stated[f.Now], stated[f.Before], f.Both))];
    }

    public IReadOnlyList<RankedProject> Projects(YearDocuments of, int skip, int most)
    {
        var keys = figures.Projects(of, skip, most);
        if (keys.Count == 0)
        {
            return [];
        }

        var found = statements.Rows($"SELECT p.document, p.name, p.goal, p.body, p.fen, p.statement, p.number FROM {sql.Pairs("keys")} k {sql.Then} archive_project p ON p.document = k.document AND p.number = k.number",
            r => new ListedProject(new RowKey(r.GetInt64(0), r.GetInt64(6)), ProjectText.Read(r.GetString(1), false, r.GetString(2), r.GetString(3), null), r.IsDBNull(4) ? null : r.GetInt64(4), ArchiveRows.Text(r, 5)), ("keys", Numbers(keys))).ToDictionary(p => p.Key);
        var documents = ById(keys.Select(k => k.Document).Distinct());
        return [.. keys.Where(found.ContainsKey).Select(k => found[k]).Select(f => new RankedProject(documents[f.Key.Document], f.Project, f.Fen, f.Statement))];
    }

    // A page from the names, in whose order it is shown, so that not the whole year is read; the whole year from its index.
    public IReadOnlyList<ArchivedDocument> Documents(YearDocuments of, int skip = 0, int most = int.MaxValue, bool counting = false) => statements.Rows($"""
        SELECT {ArchiveRows.DocumentColumns} FROM {(most < int.MaxValue ? $"archive_body b {sql.Then} archive_document d{sql.ByBody}" : "archive_document d JOIN archive_body b")} ON d.body = b.id AND d.year = @year AND d.replaced IS NULL{(of.Kind.Length > 0 ? " AND d.kind = @kind" : "")}{Scope(of)}
        {(counting ? $"WHERE EXISTS (SELECT 1 FROM archive_statement s WHERE s.document = d.id{sql.OfListed} AND s.kind = 'count') " : "")}ORDER BY b.folded, d.kind, d.id LIMIT @most OFFSET @skip
        """, ArchiveRows.Document, Asked(of, skip, most));

    public ILookup<long, ArchivedDocument> OfBodies(IEnumerable<ArchivedDocument> documents, int year) => statements.Rows(
        $"{Documents_} WHERE d.body IN ({sql.Listed("bodies")}) AND d.year = @year AND d.replaced IS NULL ORDER BY d.id DESC", ArchiveRows.Document, ("bodies", Numbers(documents.Select(d => d.Body?.Id).OfType<long>().Distinct())), ("year", (long)year)).ToLookup(d => d.Body!.Id);

    private Dictionary<long, RankedHeadline> Stated(string item, IEnumerable<long> documents) => statements.Rows(
        $"SELECT {ArchiveRows.DocumentColumns}, h.document, h.item, h.fen, h.statement {ArchiveRows.FromDocument} {sql.Then} archive_headline h ON h.document = d.id AND h.item = @item WHERE d.id IN ({sql.Listed("ids")})",
        Ranked, ("item", item), ("ids", Numbers(documents))).ToDictionary(r => r.Document.Id);

    // A column store may know a document that was filed after this moment of the archive; it comes with the next one.
    private static IReadOnlyList<T> InOrder<T>(IReadOnlyList<long> keys, Func<IEnumerable<long>, Dictionary<long, T>> read)
    {
        var found = keys.Count == 0 ? [] : read(keys);
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    private Dictionary<long, ArchivedDocument> ById(IEnumerable<long> ids) => statements.Rows($"{Documents_} WHERE d.id IN ({sql.Listed("ids")})", ArchiveRows.Document, ("ids", Numbers(ids.Distinct()))).ToDictionary(d => d.Id);

    private sealed record ListedProject(RowKey Key, PerformanceObject Project, long? Fen, string? Statement);
}
