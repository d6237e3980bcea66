using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>为什么变：the waterfall from last year to this, with the department's reasons and how much of the change they cover.</summary>
internal static class WhySection
{
    private const int MostReasons = 30;

    public static Markup Of(Visit v, FigureBook book, Drivers? drivers)
    {
        var reasons = book.All.Where(s => s.Statement is ChangeStatement { Reason.Length: > 0 }).DistinctBy(s => (s.Statement.Point, ((ChangeStatement)s.Statement).Reason)).ToList();
        return drivers is null && reasons.Count == 0 ? Empty : Html($"{(drivers is null ? Parts.None(v, "why.unknown") : Chart(v, book, drivers))}{When(reasons.Count > 0, () => Reasons(v, reasons))}");
    }

    private static Markup Chart(Visit v, FigureBook book, Drivers drivers)
    {
        var steps = new List<Step> { new(v.Say("why.year", book.Year - 1), drivers.Before / 1_000_000m, true, Money.Text(drivers.Before), Empty, Address(v, drivers.Base)) };
        steps.AddRange(drivers.Parts.Select(p => new Step(PointName.Short(v.Library, p.Point, v.English), p.Fen / 1_000_000m, false, Money.Signed(p.Fen), Html($"{p.Reason ?? v["why.noreason"]}"), Address(v, p.Found))));
        if (drivers.Rest != 0)
        {
            steps.Add(new Step(v["why.rest"], drivers.Rest / 1_000_000m, false, Money.Signed(drivers.Rest), Html($"{v["why.rest.about"]}"), null));
        }

        steps.Add(new Step(v.Say("why.year", book.Year), drivers.Now / 1_000_000m, true, Money.Text(drivers.Now), Empty, Address(v, drivers.Result)));
        var difference = drivers.Now - drivers.Before;
        var main = drivers.Parts.Where(p => Math.Sign(p.Fen) == Math.Sign(difference)).MaxBy(p => Math.Abs(p.Fen));
        var caption = Html($"{Sentence(v, book, drivers)}{(main is null ? v["stop"] : v.Say("why.main", PointName.Short(v.Library, main.Point, v.English), Money.Signed(main.Fen)))} {(drivers.Explained is { } share ? v.Say("why.explained", (share * 100).ToString("0", CultureInfo.InvariantCulture)) : "")}");
        var frame = new ChartFrame("why-chart", v["section.why"], caption, v["table"], [v["why.driver"], v["amount.wan"], v["reason"]]);
        return Waterfall.Draw(frame, steps, at => v.Say("why.cut", at.ToString("N0", CultureInfo.InvariantCulture)));
    }

    /// <summary>一句：which figure, how much more or less.</summary>
    public static string Sentence(Visit v, FigureBook book, Drivers drivers) =>
        v.Say(drivers.Now > drivers.Before ? "why.more" : "why.less", book.Year, book.Year - 1, Money.Text(Math.Abs(drivers.Now - drivers.Before)), PointName.Short(v.Library, drivers.Result.Statement.Point, v.English));

    private static Markup Reasons(Visit v, List<ArchivedStatement> reasons) => Html($"""
        <h3>{v["why.said"]}</h3><ul class="reasons">
        {reasons.Take(MostReasons).Select(s => Reason(v, s))}</ul>{When(reasons.Count > MostReasons, () => Html($"<p><a href=\"{Parts.Report(v, reasons[0].Document)}\">{v.Say("more", reasons.Count - MostReasons)}</a></p>"))}
        """);

    private static Markup Reason(Visit v, ArchivedStatement s)
    {
        var change = (ChangeStatement)s.Statement;
        var amount = s.Fen is { } fen ? Money.Signed(change.Direction == Direction.Decrease ? -fen : fen) : change.Percent is { } percent && change.Direction != Direction.Flat ? (change.Direction == Direction.Decrease ? "−" : "+") + percent.Value.ToString(CultureInfo.InvariantCulture) + "%" : change.Raw;
        return Html($"<li><b>{PointName.Short(v.Library, change.Point, v.English)}</b> <a class=\"fig\" href=\"{Address(v, s)}\">{amount}</a> <q lang=\"zh\">{change.Reason}</q></li>\n");
    }

    private static string Address(Visit v, ArchivedStatement s) => Money.Address(v, s.Document, s.Statement.Id);
}

/// <summary>第一句原因：the change of the whole, and what the department says of it.</summary>
internal static class FirstReason
{
    public static Markup Of(Visit v, FigureBook book, Drivers? drivers)
    {
        if (drivers is null)
        {
            return Empty;
        }

        var difference = drivers.Now - drivers.Before;
        var said = drivers.Parts.Where(p => p.Reason is not null && Math.Sign(p.Fen) == Math.Sign(difference)).MaxBy(p => Math.Abs(p.Fen)) ?? drivers.Parts.FirstOrDefault(p => p.Reason is not null);
        var (point, reason, found) = said is not null ? (said.Point, said.Reason, said.Found) : drivers.Whole is { Statement: ChangeStatement { Reason: { } whole } change } ? (change.Point, whole, drivers.Whole) : (null, null, null);
        return Html($"<p class=\"lead\">{WhySection.Sentence(v, book, drivers)}{v["stop"]} {(found is null ? Html($"{v["why.nowhere"]}") : Html($"{v.Say("why.says", PointName.Short(v.Library, point!, v.English))} <q lang=\"zh\"><a href=\"{Money.Address(v, found.Document, found.Statement.Id)}\">{reason}</a></q>"))}</p>");
    }
}
