using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>多份文件的核对所据：a document with those beside it, each with its own figures; points are carried from one to the other.</summary>
public sealed class PairContext
{
    private const int MostPrints = 6;
    private bool? _restated;

    /// <summary>为一份文件及其同查的文件准备。</summary>
    public PairContext(LawContext main, IReadOnlyList<Companion> companions)
    {
        ArgumentNullException.ThrowIfNull(main);
        ArgumentNullException.ThrowIfNull(companions);
        Main = main;
        Beside = [.. companions.Where(c => c.Disclosure is not null).Select(c => new Beside(c.File, new LawContext(c.Disclosure!, main.Library)))];
    }

    /// <summary>所查文件。</summary>
    public LawContext Main { get; }

    /// <summary>旁边的文件。</summary>
    public IReadOnlyList<Beside> Beside { get; }

    /// <summary>未能核对的，及其原因: one for each figure that found no other side.</summary>
    public List<Check> Open { get; } = [];

    /// <summary>某一身份的文件。</summary>
    public IEnumerable<LawContext> Of(PairRole role) => Beside.Where(b => b.File.Role == role).Select(b => b.Context);

    /// <summary>另一份文件在某点的金额: printed ones first, and blanks, which count 0, only where nothing is printed.</summary>
    public static List<Figure> At(LawContext other, Point point)
    {
        ArgumentNullException.ThrowIfNull(other);
        var all = other.At(Across(other, point));
        var printed = all.Where(f => f.State == FigureState.Printed).Take(MostPrints).ToList();
        return printed.Count > 0 ? printed : [.. all.Where(f => f.State == FigureState.Blank).Take(1)];
    }

    /// <summary>换成另一份文件主体的点。</summary>
    public static Point Across(LawContext other, Point point)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(point);
        return point.Key("entity") is "department" or "unit"
            ? point.With(other.Library.Space.Member("entity", other.Disclosure.Facts.Scope == DocumentScope.Unit ? "unit" : "department")!) : point;
    }

    /// <summary>口径是否有变: a reorganisation, or another number of units; last year's figures are then customarily restated.</summary>
    public bool Restated(LawContext before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return _restated ??= (EntityNames.UnitsNamed(Main.Disclosure) is { } now && EntityNames.UnitsNamed(before.Disclosure) is { } then && now != then)
            || Main.Disclosure.Passages.Any(p => p.Kind == PassageKind.Paragraph && RuleTexts.Standard.Patterns["restated"] is var pattern && Says(pattern, Fold.Text(p.Text)));
    }

    /// <summary>记下未能核对的一项。</summary>
    public void Leave(string rule, Outcome outcome, Figure figure, string chinese, string english) =>
        Open.Add(new Check { Id = "", Rule = rule, Outcome = outcome, Figures = [figure.Id], Why = new Reason(chinese, english) });

    /// <summary>是否收支: income or expenditure, and not what contracts, objectives or set-asides amount to, which are counted in their own ways.</summary>
    public static bool IsMoneyOfYear(LawContext context, Point point)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(point);
        return context.Library.Space.Balances.Any(b => new[] { b.Left, b.Right }.Any(side => point[side.Dimension] is { } measure && side.Contains(measure)))
            && point.Key("purpose")?.StartsWith("sme", StringComparison.Ordinal) != true;
    }

    /// <summary>一年的成员。</summary>
    public Member Year(int year) => Main.Library.Space.Member("year", year.ToString(CultureInfo.InvariantCulture))!;

    private static bool Says(Regex pattern, string text) => pattern.IsMatch(text);
}

/// <summary>旁边的一份文件。</summary>
public sealed record Beside(PairedFile File, LawContext Context);
