using Mingzhang.Budget;

namespace Mingzhang.App.Commands;

/// <summary>没有用到的说明：where several documents are checked, a waiver that names neither document nor entity is unused only where no document needed it; that
/// is told once, at the end. Those that name one are told in its report.</summary>
internal sealed class UnusedWaivers(int files)
{
    private readonly Dictionary<Waiver, int> _unused = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CheckSettings, int> _documents = new(ReferenceEqualityComparer.Instance);

    /// <summary>报告中列出的部分。</summary>
    public Report Shown(Report report) => files == 1 ? report : report with { UnusedWaivers = [.. report.UnusedWaivers.Where(w => w.IsLimited)] };

    /// <summary>一份文件的结果。</summary>
    public void Add(CheckSettings settings, IReadOnlyList<Waiver> unused)
    {
        _documents[settings] = _documents.GetValueOrDefault(settings) + 1;
        foreach (var waiver in unused.Where(w => files > 1 && !w.IsLimited))
        {
            _unused[waiver] = _unused.GetValueOrDefault(waiver) + 1;
        }
    }

    /// <summary>最后说明一次。</summary>
    public void Tell()
    {
        foreach (var (settings, documents) in _documents)
        {
            foreach (var waiver in settings.Waivers.Where(w => _unused.GetValueOrDefault(w) == documents))
            {
                var expired = settings.Expired(waiver);
                Messages.Fail($"{settings.File} 第 {waiver.Line} 行：没有用到的说明（{waiver.Rule} {waiver.Reason}{(expired ? "，已过期" : "")}）", $"{settings.File}:{waiver.Line}: a waiver that was not used ({waiver.Rule} {waiver.Reason}{(expired ? ", expired" : "")})",
                    "问题已经改正的，请删去；已过期而仍须保留的，请重新说明", "take it out where what it explains is mended; renew it where it has expired and still holds");
            }
        }
    }
}
