using Mingzhang.Budget;
using Mingzhang.Portal.Checking;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>上传文件的检查：made again from the bytes when somebody looks, by the same bounded reading as when it came; the last few are kept.</summary>
internal sealed class UploadReports
{
    private const int Most = 8;

    private readonly LinkedList<Kept> _kept = new();
    private readonly Lock _gate = new();

    /// <summary>检查结果; null where it could not be read in time.</summary>
    public async Task<Report?> Of(WorkSite site, UploadedDocument document)
    {
        lock (_gate)
        {
            if (_kept.FirstOrDefault(k => k.Hash == document.Hash && k.Name == document.Name) is { } known)
            {
                _kept.Remove(known);
                _kept.AddFirst(known);
                return known.Report;
            }
        }

        var checkedFile = await OwnFile.Check(new Upload(document.Name, UploadRows.Bytes(site, document.Id)), site.Library, programs: true);
        if (checkedFile.Report is { } report)
        {
            Keep(document.Hash, document.Name, report);
        }

        return checkedFile.Report;
    }

    /// <summary>记住刚检查过的。</summary>
    public void Keep(string hash, string name, Report report)
    {
        lock (_gate)
        {
            _kept.AddFirst(new Kept(hash, name, report));
            if (_kept.Count > Most)
            {
                _kept.RemoveLast();
            }
        }
    }

    /// <summary>问题的次序：worst first, then as they stand in the document.</summary>
    public static IReadOnlyList<Finding> Ordered(Report report) => [.. report.Findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Places is [var first, ..] ? first.Order ?? int.MaxValue : int.MaxValue).DistinctBy(f => f.Id)];

    private sealed record Kept(string Hash, string Name, Report Report);
}
