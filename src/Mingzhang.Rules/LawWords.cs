using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Localisation;

namespace Mingzhang.Rules;

/// <summary>数字的说法：figures, differences and broken laws in the words of a reviewer, in both languages.</summary>
internal static class LawWords
{
    /// <summary>两边和差额。</summary>
    public static Reason Explain(Relation relation)
    {
        var found = relation.Evaluate();
        if (relation is RatioRelation ratio)
        {
            var (printed, computed) = (Percent(ratio, ratio.Percent.Value), Percent(ratio, found.Expected));
            return new Reason($"{relation.Label.Chinese}：印为{printed.Chinese}，算得{computed.Chinese}", $"{relation.Label.English}: printed {printed.English}, computed {computed.English}");
        }

        var linear = (LinearRelation)relation;
        var amount = linear.Whole?.Printed ?? linear.Terms.Select(t => t.Figure.Printed).FirstOrDefault(p => p is not null) ?? new Amount(0, MoneyUnit.TenThousand, 2);
        var left = linear.Whole is null ? new Reason("0", "0") : At(linear.Whole);
        var one = linear.Terms.Count == 1;
        var sum = Signed(amount, found.Expected, linear.Whole?.IsChange == true);
        var right = one ? At(linear.Terms[0].Figure) : new Reason($"{relation.Label.Chinese} {sum.Chinese}", $"{relation.Label.English} {sum.English}");
        var difference = Difference(amount, found.Difference);
        return linear.AtMost
            ? new Reason($"{left.Chinese} 小于其中的{right.Chinese}，差 {difference}", $"{left.English} is less than {right.English} inside it, by {difference}")
            : new Reason($"{left.Chinese} 与{right.Chinese} 相差 {difference}", $"{left.English} and {right.English} differ by {difference}");
    }

    /// <summary>所在和所印。</summary>
    public static Reason At(Figure figure)
    {
        var (place, said) = (figure.Statement.Place, Said(figure));
        return new Reason($"{place.Chinese} {said.Chinese}", $"{place.English} {said.English}");
    }

    /// <summary>所印，变动带方向。</summary>
    public static Reason Said(Figure figure) => figure switch
    {
        { State: FigureState.Blank } => new Reason("（空白）", "(blank)"),
        { Statement: ChangeStatement { Direction: not Direction.Flat } change } => Directed(change.Direction == Direction.Increase, figure.Statement.Raw),
        _ => new Reason(figure.Statement.Raw, figure.Statement.Raw),
    };

    /// <summary>金额，按某一金额的单位和位数; a change with its direction in words.</summary>
    public static Reason Signed(Amount amount, decimal yuan, bool change)
    {
        var text = amount.Print(change ? Math.Abs(yuan) : yuan, Digits(amount)) + amount.Unit;
        return !change ? new Reason(text, text) : yuan == 0 ? new Reason("无变化", "no change") : Directed(yuan > 0, text);
    }

    /// <summary>差额。</summary>
    public static string Difference(Amount amount, decimal yuan) => amount.Print(Math.Abs(yuan), Digits(amount)) + amount.Unit;

    /// <summary>百分比取整: to what is printed, two decimals at least.</summary>
    public static decimal Round(RatioRelation ratio, decimal percent) => Math.Round(percent, Math.Max(ratio.Percent.Digits, 2), MidpointRounding.AwayFromZero);

    /// <summary>百分比; that of a change with its direction in words.</summary>
    public static Reason Percent(RatioRelation ratio, decimal percent)
    {
        var text = Round(ratio, ratio.OfChange ? Math.Abs(percent) : percent).ToString(CultureInfo.InvariantCulture) + "%";
        return !ratio.OfChange ? new Reason(text, text) : percent < 0 ? new Reason("下降" + text, "-" + text) : new Reason("增长" + text, "+" + text);
    }

    /// <summary>改正后应印的数。</summary>
    public static string Print(Repair repair)
    {
        var amount = repair.Figure.Printed is { } printed && printed.Unit != repair.Custom.Unit ? printed : repair.Custom;
        var digits = Digits(amount);
        while (digits < 6 && Math.Round(repair.Value / amount.Unit.Factor, digits) * amount.Unit.Factor != repair.Value)
        {
            digits++;
        }

        var words = repair.Value > 0 ? "增加" : repair.Value < 0 ? "减少" : "";
        return repair.Figure.IsChange ? words + amount.Print(Math.Abs(repair.Value), digits) + amount.Unit : amount.Print(repair.Value, digits) + (repair.Figure.Statement.Place.Table is null ? amount.Unit.Name : "");
    }

    private static Reason Directed(bool increase, string text) => increase ? new Reason("增加" + text, "+" + text) : new Reason("减少" + text, "-" + text);

    private static int Digits(Amount amount) => Math.Max(amount.Precision, amount.Digits);

    /// <summary>笔误的说法。</summary>
    public static Reason SlipText(string? slip) => slip switch
    {
        "digits-swapped" => new Reason("（两位数字颠倒）", " (two digits swapped)"),
        "digit-changed" => new Reason("（一位数字有误）", " (one digit wrong)"),
        "digit-dropped" => new Reason("（漏了一位数字）", " (one digit left out)"),
        "digit-added" => new Reason("（多了一位数字）", " (one digit too many)"),
        "decimal-point" => new Reason("（小数点错位）", " (decimal point shifted)"),
        "unit" => new Reason("（元与万元混淆）", " (元 taken for 万元)"),
        "sign" => new Reason("（正负号相反）", " (sign reversed)"),
        "neighbour-row" => new Reason("（误抄邻行）", " (copied from the next row)"),
        "neighbour-column" => new Reason("（误抄邻栏）", " (copied from the next column)"),
        "last-year" => new Reason("（误用上年数）", " (last year's figure)"),
        "left-out" => new Reason("（漏填）", " (left out)"),
        _ => new Reason("", ""),
    };
}
