using System.Globalization;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;

namespace Mingzhang.Portal.Following;

/// <summary>一条消息：something was published, corrected, or published late.</summary>
/// <param name="Id">Never changes, in no archive.</param>
/// <param name="Kind">published, corrected or late.</param>
/// <param name="Title">In a sentence.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="At">When it was filed.</param>
internal sealed record FeedEntry(string Id, string Kind, string Title, string Path, DateTimeOffset At)
{
    /// <summary>由一份文件。</summary>
    public static IEnumerable<FeedEntry> Of(Visit v, ArchivedDocument d)
    {
        var at = DateTimeOffset.TryParse(d.ReadAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : DateTimeOffset.UnixEpoch;
        var name = Parts.Name(v, d);
        yield return d.Replaces is null
            ? new FeedEntry("urn:sha256:" + d.Hash, "published", v.Say("feed.published", name, d.Errors, d.Warnings), v.To("/r/" + d.Key), at)
            : new FeedEntry("urn:sha256:" + d.Hash, "corrected", v.Say("feed.corrected", name), v.To("/r/" + d.Key + "/versions"), at);
        if (Timing.Of(d).Late is { } late and > 0)
        {
            yield return new FeedEntry("urn:sha256:" + d.Hash + ":late", "late", v.Say("feed.late", name, late), v.To("/status?year=" + d.Year?.ToString(CultureInfo.InvariantCulture)), at);
        }
    }
}
