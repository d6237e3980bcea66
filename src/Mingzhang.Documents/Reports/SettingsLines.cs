using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>设置的各行：what the settings changed, what they explain, and which waivers explained nothing.</summary>
internal static class SettingsLines
{
    /// <summary>所用的设置; nothing where there are none.</summary>
    public static IEnumerable<ToneLine> InEffect(CheckSettings settings, bool english)
    {
        if (settings.File is not { } file)
        {
            yield break;
        }

        var off = settings.Severities.Where(s => s.Value is null).Select(s => s.Key).Order(StringComparer.Ordinal).ToList();
        var changed = settings.Severities.Where(s => s.Value is not null).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key + (english ? " as " : " 改为") + SeverityWords.Of(s.Value!.Value, english)).ToList();
        var words = new List<string> { (english ? "Settings: " : "设置：") + file };
        if (off.Count > 0)
        {
            words.Add(english ? "switched off " + string.Join(", ", off) : "停用 " + string.Join("、", off));
        }

        if (changed.Count > 0)
        {
            words.Add(string.Join(english ? ", " : "、", changed));
        }

        yield return new ToneLine(Tone.Dim, string.Join(english ? "; " : "；", words));
    }

    /// <summary>说明的依据: reason, who, when, how long.</summary>
    public static ToneLine Why(Waiver waiver, bool english)
    {
        string?[] details = [waiver.By, Day(waiver.Date), waiver.Expires is { } last ? (english ? "until " : "有效至 ") + Day(last) : null];
        var about = string.Join(english ? ", " : "，", details.OfType<string>());
        return new ToneLine(Tone.Dim, english ? $"      waived: {waiver.Reason} ({about})" : $"      说明: {waiver.Reason}（{about}）");
    }

    /// <summary>没有用到的说明。</summary>
    public static IEnumerable<ToneLine> Unused(Report report, bool english)
    {
        if (report.UnusedWaivers.Count == 0)
        {
            yield break;
        }

        yield return new ToneLine(Tone.Plain, "");
        yield return new ToneLine(Tone.Note, (english ? "Waivers not used" : "没有用到的说明") + " (" + report.UnusedWaivers.Count.ToString(CultureInfo.InvariantCulture) + ")");
        foreach (var waiver in report.UnusedWaivers)
        {
            var line = waiver.Line.ToString(CultureInfo.InvariantCulture);
            var expired = report.Settings.Expired(waiver);
            yield return english
                ? new ToneLine(Tone.Dim, $"  {waiver.Rule} {waiver.Reason} ({report.Settings.File}:{line}{(expired ? ", expired on " + Day(waiver.Expires!.Value) : "")})")
                : new ToneLine(Tone.Dim, $"  {waiver.Rule} {waiver.Reason}（{report.Settings.File} 第{line}行{(expired ? "，已于 " + Day(waiver.Expires!.Value) + " 过期" : "")}）");
        }

        yield return new ToneLine(Tone.Dim, english ? "      remedy: Take out what is mended; renew what has expired and still holds." : "      建议: 问题已经改正的，请从设置中删去；已过期而仍须保留的，请重新说明。");
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
