using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>三公与机关运行：both years, the change, and the reason; what is not stated says so.</summary>
internal static class PublicExpenses
{
    private static readonly string[] Purposes = ["三公", "三公/abroad", "三公/vehicles", "三公/vehicles/purchase", "三公/vehicles/running", "三公/reception", "机关运行", "meetings", "training"];

    public static Markup Of(Visit v, FigureBook book, FigureBook? last)
    {
        var rows = Purposes.Select(p => Row.Of(v, book, last, p)).OfType<Row>().ToList();
        if (rows.Count == 0)
        {
            return Empty;
        }

        var drawn = rows.Where(r => r.Now?.Fen is not null && r.Before is not null && (r.Now.Fen != 0 || r.Before.Fen != 0)).ToList();
        var frame = new ChartFrame("sangong-chart", v["section.sangong"], Html($"{v["sangong.caption"]}"), v["table"], [v["purpose"], v.Say("why.year", book.Year - 1), v.Say("why.year", book.Year)]);
        return Html($"""
            {When(drawn.Count > 1, () => Dumbbell.Draw(frame, [.. drawn.Select(r => new TwoPoints(r.Name, r.Before!.Fen, r.Now!.Fen, Money.Text(r.Before.Fen), Money.Text(r.Now.Fen!.Value), Money.Address(v, r.Now.Document, r.Now.Statement.Id), Money.Link(v, r.Before.Found.Document, r.Before.Found.Statement.Id, r.Before.Fen), Money.Link(v, r.Now)))]))}
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["purpose"]}</th><th scope="col" class="n">{v.Say("why.year", book.Year)}</th><th scope="col" class="n">{v.Say("why.year", book.Year - 1)}</th><th scope="col" class="n">{v["change"]}</th><th scope="col">{v["reason"]}</th></tr></thead><tbody>
            {rows.Select(r => Html($"<tr class=\"{(r.Deep ? "sub" : "")}\"><th scope=\"row\">{r.Name}</th><td class=\"n\">{(r.Nil is { } nil ? Html($"<a class=\"fig\" href=\"{Money.Address(v, nil.Document, nil.Statement.Id)}\">{v["nil"]}</a>") : Money.Link(v, r.Now))}</td><td class=\"n\">{(r.Before is { } b ? Money.Link(v, b.Found.Document, b.Found.Statement.Id, b.Fen) : Money.Blank(v, "blank.unstated"))}</td><td class=\"n\">{Money.Change(v, r.Now?.Fen, r.Before?.Fen)}</td><td lang=\"zh\">{r.Reason}</td></tr>\n"))}</tbody></table></div>
            """);
    }

    private sealed record Row(string Name, bool Deep, ArchivedStatement? Now, ArchivedStatement? Nil, Before? Before, string? Reason)
    {
        public static Row? Of(Visit v, FigureBook book, FigureBook? last, string purpose)
        {
            var coordinates = "measure=expenditure purpose=" + purpose;
            var now = book.Amount(coordinates);
            var nil = now is null ? book.Nil(coordinates) : null;
            return now is null && nil is null ? null : new Row(PointName.Short(v.Library, (now ?? nil)!.Statement.Point, v.English), purpose.Contains('/', StringComparison.Ordinal), now, nil, book.Before(coordinates, last), (book.Change(coordinates)?.Statement as ChangeStatement)?.Reason);
        }
    }
}
