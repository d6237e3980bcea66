using Mingzhang.Charts;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>收入从哪来：by fund, with each one's share of the total that is printed.</summary>
internal static class IncomeSection
{
    private static readonly string[] Funds = ["general", "government-funds", "state-capital", "special-accounts", "operating", "from-superiors", "from-affiliates", "business", "other"];

    public static Markup Of(Visit v, FigureBook book)
    {
        // What was left from last year is no income of this one: it counts where the total that holds it is printed.
        var carried = book.Amount("measure=carried-in");
        var total = carried is { Fen: > 0 } && book.Amount("measure=resources") is { } resources ? resources : book.First("measure=income", "measure=resources");
        var parts = Funds.Select(f => book.Amount("measure=income fund=" + f)).OfType<Ledger.Archive.ArchivedStatement>().ToList();
        if (carried is { Fen: > 0 } && total?.Statement.Point.Key("measure") == "resources")
        {
            parts.Add(carried);
        }

        var nonzero = parts.Where(p => p.Fen != 0).ToList();
        if (nonzero.Count == 0)
        {
            return total is null ? Empty : Html($"<p>{v["income.total"]} {Money.Link(v, total)} {v["wan"]}</p>");
        }

        var whole = total?.Fen ?? 0;
        var largest = nonzero.MaxBy(p => p.Fen)!;
        var caption = total is null ? Html($"{v["income.caption.nototal"]}") : Html($"{v.Say("income.caption", Money.Text(whole), PointName.Short(v.Library, largest.Statement.Point, v.English), Money.Percent(largest.Fen!.Value, whole))}");
        var zero = parts.Where(p => p.Fen == 0).Select(p => PointName.Short(v.Library, p.Statement.Point, v.English)).ToList();
        var frame = new ChartFrame("income-chart", v["section.income"], caption, v["table"], [v["fund"], v["amount.wan"], v["share"]]);
        return Html($"""
            {BarChart.Draw(frame, [.. nonzero.OrderByDescending(p => p.Fen).Select(p => new Bar(PointName.Short(v.Library, p.Statement.Point, v.English), p.Fen!.Value, Money.Text(p.Fen.Value), Money.Percent(p.Fen.Value, whole), Money.Address(v, p.Document, p.Statement.Id), Money.Link(v, p)))])}
            {Own(v, book, total)}
            {When(zero.Count > 0, () => Html($"<p class=\"soft\">{v.Say("income.zero", string.Join(v.English ? ", " : "、", zero))}</p>"))}
            """);
    }

    // Said by one subtraction of two printed figures: what is not from the treasury.
    private static Markup Own(Visit v, FigureBook book, Ledger.Archive.ArchivedStatement? total) =>
        total is { Fen: > 0 and var all } && total.Statement.Point.Key("measure") == "income" && book.Amount("measure=income fund=fiscal") is { Fen: { } fiscal } treasury && fiscal <= all
            ? Html($"<p>{v["income.own"]} {Money.Link(v, total)} − {Money.Link(v, treasury)} = <b>{Money.Text(all - fiscal)}</b> {v["wan"]}{v.Say("income.own.share", Money.Percent(all - fiscal, all))}</p>") : Empty;
}
