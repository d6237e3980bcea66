using System.Diagnostics;
using System.Globalization;

namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>装入：what the archive holds and the analytics database lacks, found by comparing them a thousand documents at a time, so that it matters neither where the last load ended nor who began it.</summary>
internal sealed class ColumnLoad(ArchiveStore archive, ClickHouse server)
{
    private string? _layout;

    /// <summary>一批多少份文件。</summary>
    public int AtOnce { get; init; } = 500;

    /// <summary>清空，从头装入。</summary>
    public void Empty()
    {
        server.Version();
        Everywhere(ColumnTable.All.SelectMany(t => t.Dropping(server.Address)));

        _layout = null;
    }

    /// <summary>装入所缺的；throws where the database does not answer or refuses.</summary>
    /// <param name="told">Of each batch.</param>
    /// <param name="stop">Between two batches.</param>
    public LoadedRows Run(Action<LoadedRows>? told = null, CancellationToken stop = default)
    {
        var watch = Stopwatch.StartNew();
        var layout = _layout ??= Prepare();
        var lacking = Lacking();
        var batch = new ColumnBatch(layout);
        var loaded = new LoadedRows(0, 0, lacking.Count, TimeSpan.Zero);
        foreach (var some in lacking.Chunk(AtOnce))
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            archive.Read(a =>
            {
                a.Fill(batch, some.ToDictionary(d => d.Document, d => d.Region));
                return true;
            });
            loaded = loaded with { Documents = loaded.Documents + some.Length, Rows = loaded.Rows + batch.Write(server), Took = watch.Elapsed };
            told?.Invoke(loaded);
        }

        return loaded with { Took = watch.Elapsed };
    }

    // Where the tables stand and over which shards; made where they are not there.
    private string Prepare()
    {
        server.Version();
        var layout = Layout();
        try
        {
            server.Rows($"SELECT document FROM {ColumnTable.Document.In(server.Address)} LIMIT 1", r => true);
        }
        catch (ClickHouseException e) when (e.IsMissing)
        {
            Everywhere(ColumnTable.All.SelectMany(t => t.Making(server.Address)));
        }

        return server.Rows($"SELECT DISTINCT layout FROM {ColumnTable.Document.In(server.Address)} LIMIT 2", r => r[0].GetString()!).TrueForAll(l => l == layout) ? layout : throw ClickHouseException.Moved(server.Address);
    }

    private void Everywhere(IEnumerable<string> statements)
    {
        foreach (var statement in statements.Prepend("CREATE DATABASE IF NOT EXISTS " + server.Address.Database))
        {
            server.Everywhere(statement);
        }
    }

    private string Layout()
    {
        if (server.Address.Cluster is not { } cluster)
        {
            return "";
        }

        var shards = server.Rows($"SELECT shard_num, any(shard_weight) FROM system.clusters WHERE cluster = {ClickHouse.Text(cluster)} GROUP BY shard_num ORDER BY shard_num", r => string.Create(CultureInfo.InvariantCulture, $"{ClickHouse.Whole(r[0])}:{ClickHouse.Whole(r[1])}"), inDatabase: false);
        return shards.Count > 0 ? string.Join(' ', shards) : throw ClickHouseException.NoCluster(server.Address);
    }

    private List<Lack> Lacking()
    {
        var there = server.Rows($"SELECT intDiv(document, {Size}), count(), sum(replaced), argMax(hash, document) FROM {ColumnTable.Document.In(server.Address)} FINAL GROUP BY intDiv(document, {Size})",
            r => new FiledBlock(ClickHouse.Whole(r[0]), ClickHouse.Whole(r[1]), ClickHouse.Whole(r[2]), r[3].GetString()!)).ToDictionary(b => b.Number);
        var here = archive.Read(a => a.Blocks());
        if (there.Keys.Except(here.Select(b => b.Number)).Any())
        {
            throw ClickHouseException.OfAnother(server.Address);
        }

        var lacking = new List<Lack>();
        foreach (var block in here)
        {
            var known = there.GetValueOrDefault(block.Number);
            if (known == block)
            {
                continue;
            }

            if (known is not null && known.Documents == block.Documents && known.Last != block.Last)
            {
                throw ClickHouseException.OfAnother(server.Address);
            }

            lacking.AddRange(Lacking(block.Number, known is not null));
        }

        return lacking;
    }

    private IEnumerable<Lack> Lacking(long block, bool some)
    {
        var there = !some ? [] : server.Rows($"SELECT document, hash, replaced, region FROM {ColumnTable.Document.In(server.Address)} FINAL WHERE intDiv(document, {Size}) = {block.ToString(CultureInfo.InvariantCulture)}",
            r => new LoadedKey(new FiledKey(ClickHouse.Whole(r[0]), r[1].GetString()!, ClickHouse.Whole(r[2]) != 0), r[3].GetString()!)).ToDictionary(k => k.Key.Document);

        // Afterwards, so that what another loader has just written is in it.
        var filed = archive.Read(a => a.Filed(block)).ToDictionary(f => f.Document);
        if (there.Values.Any(k => !filed.TryGetValue(k.Key.Document, out var own) || own.Hash != k.Key.Hash))
        {
            throw ClickHouseException.OfAnother(server.Address);
        }

        return filed.Values.Where(f => there.GetValueOrDefault(f.Document)?.Key != f).OrderBy(f => f.Document).Select(f => new Lack(f.Document, there.GetValueOrDefault(f.Document)?.Region));
    }

    private static string Size => FiledBlock.Size.ToString(CultureInfo.InvariantCulture);

    // Rows that are there already stay on the shard on which they are.
    private sealed record Lack(long Document, string? Region);

    private sealed record LoadedKey(FiledKey Key, string Region);
}

/// <summary>装入了多少。</summary>
/// <param name="Documents">Documents so far.</param>
/// <param name="Rows">Rows so far.</param>
/// <param name="Lacking">How many documents were lacking when it began.</param>
/// <param name="Took">Since it began.</param>
internal sealed record LoadedRows(long Documents, long Rows, long Lacking, TimeSpan Took);
