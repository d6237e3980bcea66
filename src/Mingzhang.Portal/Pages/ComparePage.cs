using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>比较：two to four documents side by side, with a line that says whether they may be compared at all.</summary>
internal static class ComparePage
{
    private static readonly string[] Columns = ["a", "b", "c", "d"];
    private static readonly string[] Shown = ["income", "spending", "fiscal", "general", "own", "basic", "project", "sangong", "abroad", "vehicles", "reception", "operating", "procurement", "targeted"];

    /// <summary>一份文件在地址中的写法。</summary>
    public static string Key(ArchivedDocument document) => document.Key;

    public static Page? Of(Visit v, IArchive archive)
    {
        var asked = Columns.Select(c => v.Ask(c)).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var chosen = asked.Select(archive.Document).OfType<ArchivedDocument>().ToList();
        if (chosen.Count < asked.Count)
        {
            return ErrorPage.Of(v, 404);
        }

        var html = Html($"""
            <h1>{v["compare.title"]}</h1><p class="lead">{v["compare.about"]}</p>
            {Form(v, archive, chosen)}
            {When(chosen.Count == 1, () => Html($"<p class=\"notice\">{v["compare.one"]}</p>"))}
            {When(chosen.Count > 1, () => Html($"{Comparable(v, chosen)}{Table(v, archive, chosen)}"))}
            """);
        return new Page(v["compare.title"], html) { Entry = "/compare" };
    }

    private static Markup Form(Visit v, IArchive archive, List<ArchivedDocument> chosen)
    {
        // A choice of thousands is none: the same departments, and the others of the same year.
        const int Most = 250;
        var near = chosen.SelectMany(d => d.Body is { } body ? archive.Documents(body) : []).Concat(archive.Documents(chosen.Count > 0 ? chosen[0].Year : archive.Years() is [var newest, ..] ? newest.Year : null, Most));
        var all = chosen.Concat(near).DistinctBy(d => d.Id).Where(d => d.Body is not null && d.Year is not null).OrderBy(d => d.Body!.Name, StringComparer.Ordinal).ThenByDescending(d => d.Year).ToList();
        return Html($"""
            <form class="choose" action="/compare">{Layout.Hidden(v)}{Columns.Select((c, i) => Html($"<label>{v.Say("compare.column", i + 1)} <select name=\"{c}\"><option value=\"\"></option>{all.Select(d => Html($"<option value=\"{d.Key}\"{(i < chosen.Count && chosen[i].Id == d.Id ? Html($" selected") : Empty)}>{Parts.Name(v, d)}</option>"))}</select></label> "))}<button>{v["compare.button"]}</button></form><p class="soft">{v["compare.more"]}</p>
            """);
    }

    // Unit is one for all, since the pages speak in 万元; what may differ is scope, phase and year.
    private static Markup Comparable(Visit v, List<ArchivedDocument> chosen)
    {
        var differ = new List<string>();
        Differ(chosen.Select(d => d.Scope), "compare.scope");
        Differ(chosen.Select(d => d.Kind), "compare.phase");
        Differ(chosen.Select(d => d.Year?.ToString(CultureInfo.InvariantCulture)), "compare.year");
        if (differ is [var only] && only == v["compare.year"] && chosen.DistinctBy(d => d.Body?.Id).Count() == 1)
        {
            return Html($"<p class=\"good\">{v["compare.years"]}</p>");
        }

        return Html($"<p class=\"{(differ.Count == 0 ? "good" : "notice")}\">{(differ.Count == 0 ? v["compare.yes"] : v.Say("compare.no", string.Join(v.English ? ", " : "、", differ)))}</p>");

        void Differ(IEnumerable<string?> values, string word)
        {
            if (values.Distinct(StringComparer.Ordinal).Count() > 1)
            {
                differ.Add(v[word]);
            }
        }
    }

    private static Markup Table(Visit v, IArchive archive, List<ArchivedDocument> chosen)
    {
        var figures = chosen.ConvertAll(d => archive.Headlines(d).ToDictionary(h => h.Item, StringComparer.Ordinal));
        var rows = Shown.Where(i => figures.Any(f => f.ContainsKey(i))).ToList();
        var frame = new ChartFrame("compare-chart", v["compare.title"], Html($"{v.Say("compare.caption", Parts.Name(v, chosen[0]), Parts.Name(v, chosen[1]))}"), v["table"], [v["item"], Parts.Name(v, chosen[0]), Parts.Name(v, chosen[1])]);
        return Html($"""
            {When(chosen.Count == 2, () => Dumbbell.Draw(frame, [.. rows.Where(i => figures.All(f => f.ContainsKey(i))).Select(i => new TwoPoints(v["item." + i], figures[0][i].Fen, figures[1][i].Fen, Money.Text(figures[0][i].Fen), Money.Text(figures[1][i].Fen), null, Cell(v, chosen[0], figures[0], i), Cell(v, chosen[1], figures[1], i)))]))}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["item"]}</th>{chosen.Select(d => Html($"<th scope=\"col\" class=\"n\"><a href=\"{Parts.Address(v, d)}\">{Parts.Name(v, d)}</a></th>"))}</tr></thead><tbody>
            {rows.Select(i => Html($"<tr><th scope=\"row\">{v["item." + i]}</th>{chosen.Select((d, n) => Html($"<td class=\"n\">{Cell(v, d, figures[n], i)}</td>"))}</tr>\n"))}
            {CountedFigures.Keys.Select(k => Html($"<tr><th scope=\"row\">{v["item." + k]}</th>{chosen.Select((d, n) => Html($"<td class=\"n\">{(figures[n].GetValueOrDefault(k) is { } c ? PerOne.Count(v, d, c) : Money.Blank(v, "per.none." + k))}</td>"))}</tr>\n"))}
            {PerOne.All.Select(p => Html($"<tr><th scope=\"row\">{v[p.Word]}</th>{chosen.Select((d, n) => Html($"<td class=\"n\">{p.Cell(v, d, figures[n])}</td>"))}</tr>\n"))}</tbody></table></div>
            """);
    }

    private static Markup Cell(Visit v, ArchivedDocument d, Dictionary<string, Headline> figures, string item) => figures.TryGetValue(item, out var h) ? Money.Link(v, d, h.Statement, h.Fen) : Money.Blank(v, "blank.unstated");
}
