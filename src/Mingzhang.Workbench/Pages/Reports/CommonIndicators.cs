using System.Reflection;
using Mingzhang.Charts;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>常用指标：names that indicators usually have, each with its nature and unit, offered while one types; from the data file indicators.txt.</summary>
internal static class CommonIndicators
{
    /// <summary>全部，按次序。</summary>
    public static readonly IReadOnlyList<CommonIndicator> All = Read();

    /// <summary>名称和计量单位的清单，放在页上一次，各表单共用。</summary>
    public static Markup Lists { get; } = Html($"""
        <datalist id="indicators">{All.Select(i => Html($"<option value=\"{i.Name}\">{i.Nature} {i.Unit}</option>"))}</datalist><datalist id="indicator-units">{All.Select(i => i.Unit).Distinct().Select(u => Html($"<option value=\"{u}\"></option>"))}</datalist>
        """);

    /// <summary>某一名称的; null where it is not a usual one.</summary>
    public static CommonIndicator? Find(string name) => All.FirstOrDefault(i => i.Name == name);

    private static List<CommonIndicator> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("indicators.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#').Select(l => l.Split('|')).Select(p => new CommonIndicator(p[0], p[1], p[2]))];
    }
}

/// <summary>一个常用指标。</summary>
internal sealed record CommonIndicator(string Name, string Nature, string Unit);
