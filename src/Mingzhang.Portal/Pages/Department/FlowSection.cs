using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>从收入到支出：which money pays for which function, where the document prints both; what is beside the budget is the difference of two printed figures.</summary>
internal static class FlowSection
{
    private const string Spending = "measure=expenditure";

    private static readonly string[] Funds = ["general", "government-funds", "state-capital"];

    public static Markup Of(Visit v, FigureBook book)
    {
        var codes = new[] { "", " fund=fiscal", " fund=general" }.SelectMany(f => book.Coded(Spending + f, "function", "", 3)).Select(c => c.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var bands = codes.SelectMany(c => Bands(v, book, c)).Where(b => b.Value > 0).OrderByDescending(b => b.Value).ToList();
        if (bands.Count < 2 || bands.DistinctBy(b => b.To).Count() < 2)
        {
            return Empty;
        }

        var printed = Printed(v, book);
        var caption = Html($"{v.Say("flow.caption", bands[0].From, bands[0].To, bands[0].Shown)}");
        return Sankey.Draw(new ChartFrame("flow-chart", v["section.flow"], caption, v["table"], [v["fund"], v["flow.use"], v["amount.wan"]]), bands, name => printed.GetValueOrDefault(name) ?? (bands.Where(b => b.From == name || b.To == name).ToList() is [var only] ? only.Shown : ""));
    }

    private static IEnumerable<Band> Bands(Visit v, FigureBook book, string code)
    {
        var name = PointName.Code(v.Library, "functions", code, book.Year);
        var at = " function=" + code;
        var funds = Funds.Select(f => new Source(f, book.Amount(Spending + " fund=" + f + at))).ToList();
        var fiscal = new Source("fiscal", book.Amount(Spending + " fund=fiscal" + at));
        if (funds.TrueForAll(f => f.Found is null) && fiscal.Found is not null)
        {
            funds = [fiscal];
        }

        foreach (var (fund, found) in funds.Where(f => f.Found is not null))
        {
            yield return new Band(Name(v, fund), name, found!.Fen!.Value, Money.Text(found.Fen.Value), Money.Address(v, found.Document, found.Statement.Id), Money.Link(v, found));
        }

        // All less what the budget pays: one difference, or none at all.
        var known = fiscal.Found ?? (funds.Count(f => f.Found is not null) == 1 ? funds.First(f => f.Found is not null).Found : null);
        if (book.Amount(Spending + at) is { Fen: { } all } whole && known?.Fen is { } paid && all > paid)
        {
            yield return new Band(v["flow.beside"], name, all - paid, Money.Text(all - paid), Money.Address(v, whole.Document, whole.Statement.Id), Html($"{Money.Link(v, whole)} − {Money.Link(v, known)} = {Money.Text(all - paid)}"));
        }
    }

    private static string Name(Visit v, string fund) => v.Library.Space.Member("fund", fund) is { } member ? PointName.Capital(v.English ? member.English : member.Chinese) : fund;

    // Ends carry totals that are printed, not sums of ours.
    private static Dictionary<string, string> Printed(Visit v, FigureBook book)
    {
        var printed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fund in Funds.Append("fiscal"))
        {
            if (book.Amount(Spending + " fund=" + fund)?.Fen is { } fen)
            {
                printed[Name(v, fund)] = Money.Text(fen);
            }
        }

        foreach (var coded in book.Coded(Spending, "function", "", 3))
        {
            printed[PointName.Code(v.Library, "functions", coded.Code, book.Year)] = Money.Text(coded.Found.Fen!.Value);
        }

        return printed;
    }

    private sealed record Source(string Fund, ArchivedStatement? Found);
}
