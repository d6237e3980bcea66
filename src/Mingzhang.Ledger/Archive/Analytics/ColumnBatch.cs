namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>一批文件的行，按分析库的各表。</summary>
/// <param name="layout">Of the shards, kept with every document: over others its rows would not be found.</param>
internal sealed class ColumnBatch(string layout)
{
    public string Layout => layout;

    public RowBytes Documents { get; } = new();

    public RowBytes Headlines { get; } = new();

    public RowBytes Projects { get; } = new();

    public RowBytes Codes { get; } = new();

    public RowBytes Statements { get; } = new();

    /// <summary>写入，文件在最后：what is broken off before is written again, and no harm is done.</summary>
    /// <returns>How many rows.</returns>
    public long Write(ClickHouse server)
    {
        var rows = 0L;
        foreach (var table in ColumnTable.All)
        {
            var bytes = Of(table);
            if (bytes.Rows > 0)
            {
                server.Write(table.In(server.Address), bytes.Written);
                rows += bytes.Rows;
                bytes.Clear();
            }
        }

        return rows;
    }

    private RowBytes Of(ColumnTable table) => table == ColumnTable.Document ? Documents : table == ColumnTable.Headline ? Headlines : table == ColumnTable.Project ? Projects : table == ColumnTable.Code ? Codes : Statements;
}
