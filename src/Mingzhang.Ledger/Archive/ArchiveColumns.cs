using Mingzhang.Ledger.Archive.Analytics;
using static Mingzhang.Ledger.Archive.ArchiveSql;

namespace Mingzhang.Ledger.Archive;

/// <summary>查阅档案以装入分析库。</summary>
internal partial interface IArchive
{
    /// <summary>各千份文件。</summary>
    IReadOnlyList<FiledBlock> Blocks();

    /// <summary>一千份文件中的各份。</summary>
    IReadOnlyList<FiledKey> Filed(long block);

    /// <summary>写出这些文件的行; each with the region under which it is written, null for that of its body.</summary>
    void Fill(ColumnBatch batch, IReadOnlyDictionary<long, string?> documents);
}

/// <summary>一千份文件：how many there are, how many of them were replaced, and the hash of the last one.</summary>
internal sealed record FiledBlock(long Number, long Documents, long Replaced, string Last)
{
    /// <summary>多少份。</summary>
    public const long Size = 1000;
}

/// <summary>归档的一份。</summary>
internal sealed record FiledKey(long Document, string Hash, bool Replaced);

/// <summary>装入分析库的行：as they stand in the archive, with what they are asked by.</summary>
internal sealed partial class ArchiveReader
{
    public IReadOnlyList<FiledBlock> Blocks() => statements.Rows("""
        SELECT k.number, k.documents, k.replaced, d.hash FROM (SELECT id / @size AS number, COUNT(*) AS documents, COUNT(replaced) AS replaced, MAX(id) AS last FROM archive_document GROUP BY 1) k
        JOIN archive_document d ON d.id = k.last ORDER BY k.number
        """, r => new FiledBlock(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3)), ("size", FiledBlock.Size));

    public IReadOnlyList<FiledKey> Filed(long block) => statements.Rows("SELECT id, hash, replaced FROM archive_document WHERE id >= @from AND id < @to",
        r => new FiledKey(r.GetInt64(0), r.GetString(1), !r.IsDBNull(2)), ("from", block * FiledBlock.Size), ("to", (block + 1) * FiledBlock.Size));

    public void Fill(ColumnBatch batch, IReadOnlyDictionary<long, string?> documents)
    {
        var ids = ("ids", (object?)Numbers(documents.Keys));
        var of = statements.Rows($"SELECT d.id, d.hash, d.body, b.region, b.folded, d.year, d.kind, d.scope, d.errors, d.replaced FROM archive_document d LEFT JOIN archive_body b ON b.id = d.body WHERE d.id IN ({sql.Listed("ids")})",
            r => new LoadedDocument(r.GetInt64(0), r.GetString(1), r.IsDBNull(2) ? 0 : r.GetInt64(2), ArchiveRows.Text(r, 3) ?? "", ArchiveRows.Text(r, 4) ?? "", r.IsDBNull(5) ? null : r.GetInt64(5), r.GetString(6), r.GetString(7), r.GetInt64(8), !r.IsDBNull(9)), ids)
            .ToDictionary(d => d.Id, d => documents[d.Id] is { } region ? d with { Region = region } : d);
        foreach (var d in of.Values)
        {
            batch.Documents.Whole(d.Id).Text(d.Hash).Whole(d.Body).Text(d.Folded).Year(d.Year).Text(d.Kind).Text(d.Scope).Whole(d.Errors).Text(batch.Layout).End(d.Replaced, d.Region);
        }

        // What peers are found by is asked of the archive, one department at a time.
        Each("SELECT document, item, fen FROM archive_headline", $" AND item NOT LIKE '{Archive.Headlines.Principal}%'", (r, d) =>
            batch.Headlines.Whole(d.Id).Text(r.GetString(1)).Whole(r.GetInt64(2)).Year(d.Year).Text(d.Kind).Whole(d.Body).Text(d.Scope).End(d.Replaced, d.Region));
        Each("SELECT document, number, fen FROM archive_project", " AND whole = 0", (r, d) =>
            batch.Projects.Whole(d.Id).Whole(r.GetInt64(1)).Maybe(r.IsDBNull(2) ? null : r.GetInt64(2)).Year(d.Year).Text(d.Kind).Whole(d.Body).Text(d.Scope).End(d.Replaced, d.Region));
        Each("SELECT document, dimension, code, year, fen FROM archive_code", "", (r, d) =>
            batch.Codes.Whole(d.Id).Text(r.GetString(1)).Text(r.GetString(2)).Year(r.GetInt64(3)).Whole(r.GetInt64(4)).End(d.Replaced, d.Region));
        Each("SELECT s.document, s.number, s.year, s.phase, p.completed FROM archive_statement s JOIN archive_point p ON p.id = s.point", " AND s.blank = 0 AND s.year IS NOT NULL AND s.phase IS NOT NULL", (r, d) =>
            batch.Statements.Whole(d.Id).Whole(r.GetInt64(1)).Year(r.GetInt64(2)).Text(r.GetString(3)).Whole(r.GetInt64(4)).End(d.Replaced, d.Region));

        void Each(string query, string condition, Action<System.Data.Common.DbDataReader, LoadedDocument> row) => statements.Rows($"{query} WHERE document IN ({sql.Listed("ids")}){condition}", r =>
        {
            row(r, of[r.GetInt64(0)]);
            return true;
        }, ids);
    }

    private sealed record LoadedDocument(long Id, string Hash, long Body, string Region, string Folded, long? Year, string Kind, string Scope, long Errors, bool Replaced);
}
