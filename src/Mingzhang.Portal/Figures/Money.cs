using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Figures;

/// <summary>金额的写法：pages speak in 万元, as the documents do; a figure leads to its own page.</summary>
internal static class Money
{
    private const decimal Wan = 1_000_000m;

    /// <summary>以万元写出，两位小数; finer where the figure is finer.</summary>
    public static string Text(long fen)
    {
        var value = fen / Wan;
        return value.ToString(value == Math.Round(value, 2) ? "N2" : "#,##0.00####", CultureInfo.InvariantCulture);
    }

    /// <summary>带正负号，用于增减。</summary>
    public static string Signed(long fen) => fen > 0 ? "+" + Text(fen) : fen < 0 ? "−" + Text(-fen) : Text(0);

    /// <summary>百分之几，一位小数; empty where there is nothing to compare with.</summary>
    public static string Percent(decimal part, decimal whole) => whole == 0 ? "" : (part / whole * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>整数。</summary>
    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>格页的地址。</summary>
    public static string Address(Visit v, ArchivedDocument document, string statement) => v.To("/cell/" + document.Key + "." + Uri.EscapeDataString(statement));

    /// <summary>通向格页的数字; a blank that says why where there is none.</summary>
    public static Markup Link(Visit v, ArchivedStatement? found) => found?.Fen is { } fen ? Link(v, found.Document, found.Statement.Id, fen) : Blank(v, "blank.unstated");

    /// <summary>通向格页的数字。</summary>
    public static Markup Link(Visit v, ArchivedDocument document, string statement, long fen) => Html($"<a class=\"fig\" href=\"{Address(v, document, statement)}\">{Text(fen)}</a>");

    /// <summary>空白，说明原因。</summary>
    public static Markup Blank(Visit v, string why) => Html($"<span class=\"blank\" title=\"{v[why]}\">—<span class=\"hidden\">{v[why]}</span></span>");

    /// <summary>增减：the direction as a word and an arrow, the amount, and the rate.</summary>
    public static Markup Change(Visit v, long? now, long? before)
    {
        if (now is not { } n || before is not { } b)
        {
            return Empty;
        }

        var difference = n - b;
        return difference == 0 ? Html($"<span class=\"change\">{v["change.flat"]}</span>")
            : Html($"<span class=\"change\">{(difference > 0 ? "▲" : "▼")}<span class=\"hidden\">{v[difference > 0 ? "change.up" : "change.down"]}</span> {Text(Math.Abs(difference))}{(b > 0 ? Html($" <small>{Percent(Math.Abs(difference), b)}</small>") : Empty)}</span>");
    }
}
