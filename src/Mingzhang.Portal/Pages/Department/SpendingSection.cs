using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>支出用到哪：the tree of functions with bars, foldable, and what basic expenditure buys.</summary>
internal static class SpendingSection
{
    private static readonly int[] Lengths = [3, 5, 7];

    public static Markup Of(Visit v, FigureBook book)
    {
        string[] wholes = ["measure=expenditure", "measure=expenditure fund=fiscal", "measure=expenditure fund=general"];
        var whole = wholes.MaxBy(w => Lengths.Sum(l => book.Coded(w, "function", "", l).Count) * 10 - Array.IndexOf(wholes, w))!;
        var total = book.Amount(whole) ?? (whole == wholes[0] ? book.Amount("measure=uses") : null);
        var functions = Tree(v, book, whole, "function", "functions", total);
        string[] basics = ["measure=expenditure nature=basic", "measure=expenditure fund=fiscal nature=basic", "measure=expenditure fund=general nature=basic"];
        var basic = basics.MaxBy(w => (book.Coded(w, "economic", "", 3).Count + book.Coded(w, "economic", "", 5).Count) * 10 - Array.IndexOf(basics, w))!;
        var economic = Tree(v, book, basic, "economic", "economic-department", book.Amount(basic));
        if (functions.IsEmpty && economic.IsEmpty)
        {
            return Split(v, book);
        }

        return Html($"""
            {Split(v, book)}
            {When(!functions.IsEmpty, () => Html($"<h3>{v["spending.functions"]}{Scope(v, whole)}</h3><p class=\"unit\">{v["unit.wan"]}</p>{functions}"))}
            {When(!economic.IsEmpty, () => Html($"<h3>{v["spending.economic"]}{Scope(v, basic)}</h3><p class=\"unit\">{v["unit.wan"]}</p>{economic}"))}
            """);
    }

    // 基本支出 and 项目支出 in one sentence.
    private static Markup Split(Visit v, FigureBook book)
    {
        string[] scopes = ["", " fund=fiscal", " fund=general"];
        var scope = Array.Find(scopes, s => book.Amount("measure=expenditure nature=basic" + s) is not null && book.Amount("measure=expenditure nature=project" + s) is not null);
        return scope is null ? Empty
            : Html($"<p>{v["spending.basic"]} {Money.Link(v, book.Amount("measure=expenditure nature=basic" + scope))} {v["wan"]}{v["spending.and"]} {Money.Link(v, book.Amount("measure=expenditure nature=project" + scope))} {v["wan"]}{Scope(v, scope)}{v["stop"]}</p>");
    }

    private static Markup Scope(Visit v, string coordinates) => coordinates.Contains("fund=fiscal", StringComparison.Ordinal) ? Html($" <small>{v["scope.fiscal"]}</small>") : coordinates.Contains("fund=general", StringComparison.Ordinal) ? Html($" <small>{v["scope.general"]}</small>") : Empty;

    private static Markup Tree(Visit v, FigureBook book, string whole, string dimension, string catalogue, ArchivedStatement? total)
    {
        var top = book.Coded(whole, dimension, "", 3);
        if (top.Count == 0)
        {
            return Empty;
        }

        var most = total?.Fen is > 0 ? total.Fen.Value : top.Max(t => t.Found.Fen!.Value);
        return Html($"<ul class=\"tree\">{top.OrderByDescending(t => t.Found.Fen).Select(t => Branch(v, book, whole, dimension, catalogue, t, most))}</ul>");
    }

    private static Markup Branch(Visit v, FigureBook book, string whole, string dimension, string catalogue, CodedAmount at, long most)
    {
        var children = at.Code.Length >= (dimension == "function" ? 7 : 5) ? [] : book.Coded(whole, dimension, at.Code, at.Code.Length + 2);
        var name = PointName.Code(v.Library, catalogue, at.Code, book.Year);
        var row = Html($"""
            <span class="name"><a href="{v.To("/c/" + at.Code)}">{name}</a></span> <span class="track">{BarChart.InCell(at.Found.Fen!.Value, most)}</span> <span class="n">{Money.Link(v, at.Found)}</span> <span class="n share">{Money.Percent(at.Found.Fen.Value, most)}</span>
            """);
        return children.Count == 0 ? Html($"<li><div class=\"row\">{row}</div></li>\n")
            : Html($"<li><div class=\"row\">{row}</div><details{(at.Code.Length == 3 && dimension == "function" ? Html($" open") : Empty)}><summary><span class=\"hidden\">{name}</span></summary><ul>{children.OrderByDescending(c => c.Found.Fen).Select(c => Branch(v, book, whole, dimension, catalogue, c, most))}</ul></details></li>\n");
    }
}
