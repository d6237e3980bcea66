using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>配对的说法：which files were checked together and why, and which could not be; for the terminal and for programs.</summary>
internal static class PairWords
{
    /// <summary>文字报告的一节; nothing where the document was checked alone.</summary>
    public static IEnumerable<ToneLine> Lines(IReadOnlyList<PairedFile> pairs, bool english)
    {
        if (pairs.Count == 0)
        {
            yield break;
        }

        yield return new ToneLine(Tone.Plain, "");
        yield return new ToneLine(Tone.Plain, english ? "Several documents" : "多份文件核对");
        foreach (var pair in pairs)
        {
            var why = english ? pair.Evidence.English : pair.Evidence.Chinese;
            var what = What(pair.Facts, english);
            yield return english
                ? new ToneLine(pair.Role == PairRole.None ? Tone.Note : Tone.Plain, $"  {English(pair.Role)}: {pair.File}", (what.Length > 0 ? $" ({what})" : "") + ": " + why)
                : new ToneLine(pair.Role == PairRole.None ? Tone.Note : Tone.Plain, $"  {Chinese(pair.Role)}：{pair.File}", (what.Length > 0 ? $"（{what}）" : "") + "：" + why);
        }
    }

    /// <summary>身份的键。</summary>
    public static string Key(PairRole role) => role.ToString().ToLowerInvariant();

    private static string What(DocumentFacts? facts, bool english) => facts is null ? "" : english
        ? string.Join(", ", new[] { facts.Entity, facts.Year?.ToString(CultureInfo.InvariantCulture), facts.Kind switch { DocumentKind.Budget => "budget", DocumentKind.Final => "final account", _ => null } }.OfType<string>())
        : string.Join(" ", new[] { facts.Entity, facts.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) + " 年" : null, facts.Kind switch { DocumentKind.Budget => "预算", DocumentKind.Final => "决算", _ => null } }.OfType<string>());

    private static string Chinese(PairRole role) => role switch
    {
        PairRole.Tables => "表格",
        PairRole.Previous => "上年文件",
        PairRole.Unit => "所属单位",
        PairRole.Final => "同年决算",
        PairRole.Budget => "同年预算",
        PairRole.Next => "下年文件",
        PairRole.Department => "主管部门",
        _ => "未配对",
    };

    private static string English(PairRole role) => role switch
    {
        PairRole.Tables => "tables",
        PairRole.Previous => "last year",
        PairRole.Unit => "unit",
        PairRole.Final => "final account",
        PairRole.Budget => "budget",
        PairRole.Next => "next year",
        PairRole.Department => "department",
        _ => "not paired",
    };
}
