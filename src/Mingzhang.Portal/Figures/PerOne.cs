using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Figures;

/// <summary>每一个的：an amount divided by what the same document counts: per post, per vehicle; both are printed, and both lead to their place.</summary>
internal sealed record PerOne(string Item, string By)
{
    /// <summary>各种除法。</summary>
    public static readonly IReadOnlyList<PerOne> All = [.. Headlines.Quotients.Select(q => new PerOne(q.Over, q.Under))];

    /// <summary>排列所按的要目。</summary>
    public string Ranking => new Quotient(Item, By).Key;

    /// <summary>在地址中的写法。</summary>
    public string Key => Item + "-" + By;

    /// <summary>商; null where either is not stated.</summary>
    public decimal? Value(IReadOnlyDictionary<string, Headline> figures) => figures.GetValueOrDefault(Item) is { } over && figures.GetValueOrDefault(By) is { Fen: > 0 } under ? (decimal)over.Fen / under.Fen : null;

    /// <summary>名称的键。</summary>
    public string Word => "per." + Item + "." + By;

    /// <summary>写出，万元; kept in 分 over hundredths.</summary>
    public static string Text(decimal quotient) => (quotient * CountedFigures.Hundredths / 1_000_000m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>数量，通向格页。</summary>
    public static Markup Count(Visit v, ArchivedDocument document, Headline counted) =>
        Html($"<a class=\"fig\" href=\"{Money.Address(v, document, counted.Statement)}\">{((decimal)counted.Fen / CountedFigures.Hundredths).ToString("#,##0.##", CultureInfo.InvariantCulture)}</a>");

    /// <summary>一格：the quotient with both its figures, or the reason why there is none.</summary>
    public Markup Cell(Visit v, ArchivedDocument document, IReadOnlyDictionary<string, Headline>? figures)
    {
        if (figures?.GetValueOrDefault(Item) is not { } over)
        {
            return Money.Blank(v, "blank.unstated");
        }

        return figures.GetValueOrDefault(By) is not { Fen: > 0 } under ? Money.Blank(v, "per.none." + By)
            : Html($"<span title=\"{v.Say("per.how", Money.Text(over.Fen), ((decimal)under.Fen / CountedFigures.Hundredths).ToString("0.##", CultureInfo.InvariantCulture))}\">{Text((decimal)over.Fen / under.Fen)}</span> <small>{v["item." + By]} {Count(v, document, under)}</small>");
    }
}
