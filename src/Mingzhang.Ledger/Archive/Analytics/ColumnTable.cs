namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>分析库的表：what the questions of a year need and no more, each row with all that it is asked by, so that nothing is joined over shards. Rows of one document stand on one shard, by its region.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Columns">With their types, in the order in which rows are written.</param>
/// <param name="Order">What rows are sorted by and the same by: a row that is written again takes the place of the first, the one that was replaced that of the one in force.</param>
internal sealed record ColumnTable(string Name, string Columns, string Order)
{
    // Written last of a document, so that what is here is whole.
    public static readonly ColumnTable Document = new("archive_document",
        "document Int64, hash String, body Int64, folded String, year Int32, kind String, scope String, errors Int64, layout String, replaced UInt8, region String", "year, kind, document");

    public static readonly ColumnTable Headline = new("archive_headline",
        "document Int64, item String, fen Int64, year Int32, kind String, body Int64, scope String, replaced UInt8, region String", "item, year, kind, document");

    public static readonly ColumnTable Project = new("archive_project",
        "document Int64, number Int64, fen Nullable(Int64), year Int32, kind String, body Int64, scope String, replaced UInt8, region String", "year, kind, document, number");

    public static readonly ColumnTable Code = new("archive_code",
        "document Int64, dimension String, code String, year Int32, fen Int64, replaced UInt8, region String", "dimension, code, year, document");

    public static readonly ColumnTable Statement = new("archive_statement",
        "document Int64, number Int64, year Int32, phase String, completed Int64, replaced UInt8, region String", "completed, year, phase, document, number");

    /// <summary>全部，文件在最后。</summary>
    public static readonly IReadOnlyList<ColumnTable> All = [Headline, Project, Code, Statement, Document];

    /// <summary>查询和写入所用的名称。</summary>
    public string In(ClickHouseAddress address) => $"{address.Database}.{Name}";

    /// <summary>一台服务器自己的那一部分: what a shard looks up of the rows that stand beside each other.</summary>
    public string Local(ClickHouseAddress address) => In(address) + (address.Cluster is null ? "" : "_local");

    /// <summary>建立的语句，在每台服务器上执行。</summary>
    public IEnumerable<string> Making(ClickHouseAddress address)
    {
        yield return $"CREATE TABLE IF NOT EXISTS {Local(address)} ({Columns}) ENGINE = ReplacingMergeTree(replaced) ORDER BY ({Order})";
        if (address.Cluster is { } cluster)
        {
            yield return $"CREATE TABLE IF NOT EXISTS {In(address)} ({Columns}) ENGINE = Distributed({cluster}, {address.Database}, {Name}_local, cityHash64(region))";
        }
    }

    /// <summary>清除的语句，在每台服务器上执行。</summary>
    public IEnumerable<string> Dropping(ClickHouseAddress address) => address.Cluster is null ? [Drop(In(address))] : [Drop(In(address)), Drop(Local(address))];

    private static string Drop(string table) => "DROP TABLE IF EXISTS " + table;
}
