using Mingzhang.Ledger.Storage;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>改动的一项：a field of a record, with what it was and what it became.</summary>
internal sealed record Changed(string Field, string Was, string Became)
{
    /// <summary>两份内容的差别。</summary>
    public static IReadOnlyList<Changed> Of(string? was, string? became)
    {
        var (before, after) = (RecordText.Read(was ?? ""), RecordText.Read(became ?? ""));
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(k => before.GetValueOrDefault(k, "") != after.GetValueOrDefault(k, ""))
            .Select(k => new Changed(k, before.GetValueOrDefault(k, ""), after.GetValueOrDefault(k, "")))];
    }
}
