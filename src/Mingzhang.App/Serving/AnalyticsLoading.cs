using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.App.Serving;

/// <summary>分析库的跟随：loads at the start what it lacks, then whatever is filed; while it does not answer the archive does, and it is tried again.</summary>
internal sealed partial class AnalyticsLoading(ArchiveStore archive, ILogger<AnalyticsLoading> log) : BackgroundService
{
    private static readonly TimeSpan Looking = TimeSpan.FromSeconds(2), Again = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var columns = archive.Analytics!;
        var load = new ColumnLoad(archive, columns.Server);
        var known = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Run(() => known = Follow(columns, load, known, stoppingToken), stoppingToken).ConfigureAwait(false);
            await Task.Delay(columns.Ready ? Looking : Again, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>装入一遍，如档案有变化; answers the state of the archive that is loaded.</summary>
    internal string Follow(ColumnStore columns, ColumnLoad load, string known, CancellationToken stop)
    {
        columns.Told ??= Say;
        try
        {
            var stamp = archive.Read(a => a.Stamp());
            if (columns.Ready && stamp == known)
            {
                return known;
            }

            var loaded = load.Run(stop: stop);
            if (stop.IsCancellationRequested)
            {
                return known;
            }

            columns.Whole(stamp);
            if (loaded.Documents > 0)
            {
                Followed(loaded.Documents, loaded.Rows, loaded.Took.TotalSeconds);
            }

            return stamp;
        }
        catch (ClickHouseException e)
        {
            columns.Failed(e.Problem);
        }
        catch (DbException e)
        {
            NotRead(e);
        }

        return known;
    }

    private void Say(Problem? problem)
    {
        if (problem is null)
        {
            Back();
        }
        else
        {
            Away(problem.Message.Chinese, problem.Remedy.Chinese, problem.Message.English, problem.Remedy.English);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Chinese}，由档案库自己回答；{Remedy} / {English}; the archive answers itself; {RemedyEnglish}")]
    private partial void Away(string chinese, string remedy, string english, string remedyEnglish);

    [LoggerMessage(Level = LogLevel.Warning, Message = "分析库恢复回答 / the analytics database answers again")]
    private partial void Back();

    [LoggerMessage(Level = LogLevel.Information, Message = "分析库装入 {Documents} 份文件，{Rows} 行，{Seconds:0.0} 秒 / the analytics database took in {Documents} documents, {Rows} rows")]
    private partial void Followed(long documents, long rows, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "档案库读不出，稍后再装入分析库 / the archive cannot be read; the analytics database is loaded later")]
    private partial void NotRead(DbException e);
}
