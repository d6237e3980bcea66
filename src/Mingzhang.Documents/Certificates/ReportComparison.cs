using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Certificates;

/// <summary>报告的对比：the report in the package with the one made now, section by section; findings by their ids.</summary>
/// <param name="Rules">Version of the rules that the report names.</param>
/// <param name="Tool">Version of the program that the report names.</param>
/// <param name="Sections">Sections that differ.</param>
/// <param name="New">Findings that were not there.</param>
/// <param name="Gone">Findings that are no longer there.</param>
internal sealed record ReportComparison(string? Rules, string? Tool, IReadOnlyList<Reason> Sections, IReadOnlyList<ComparedFinding> New, IReadOnlyList<ComparedFinding> Gone)
{
    private static readonly KeyValuePair<string, Reason>[] Named =
    [
        new("document", new Reason("文件的辨认", "what the document is")),
        new("figures", new Reason("数字", "figures")),
        new("unbound", new Reason("未辨明的数字", "figures not understood")),
        new("checks", new Reason("核对结果", "results of checks")),
        new("findings", new Reason("问题", "findings")),
        new("settings", new Reason("设置和说明", "settings and waivers")),
        new("waived", new Reason("已说明的问题", "waived findings")),
    ];

    /// <summary>对比; null where what the package holds is no report.</summary>
    public static ReportComparison? Of(byte[] held, byte[] made)
    {
        try
        {
            using var before = JsonDocument.Parse(held);
            using var now = JsonDocument.Parse(made);
            var (old, current) = (Findings(before.RootElement), Findings(now.RootElement));
            return new ReportComparison(Version(before.RootElement, "rules"), Version(before.RootElement, "tool"),
                [.. Named.Where(s => !Same(before.RootElement, now.RootElement, s.Key)).Select(s => s.Value)],
                [.. current.ExceptBy(old.Select(f => f.Id), f => f.Id, StringComparer.Ordinal)], [.. old.ExceptBy(current.Select(f => f.Id), f => f.Id, StringComparer.Ordinal)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static bool Same(JsonElement before, JsonElement now, string name)
    {
        var (had, has) = (before.TryGetProperty(name, out var old), now.TryGetProperty(name, out var current));
        return had == has && (!had || JsonElement.DeepEquals(old, current));
    }

    private static string? Version(JsonElement report, string name) => report.GetProperty(name).GetProperty("version").GetString();

    private static List<ComparedFinding> Findings(JsonElement report) =>
        [.. report.GetProperty("findings").EnumerateArray().Select(f => new ComparedFinding(Text(f, "id"), Text(f, "rule"), new Reason(Text(f.GetProperty("message"), "zh"), Text(f.GetProperty("message"), "en"))))];

    private static string Text(JsonElement at, string name) => at.GetProperty(name).GetString() ?? "";
}
