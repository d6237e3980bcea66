using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>资金行的名称：what a line of a project's money says of it, by the same lexicon as all other labels.</summary>
internal sealed partial class FundingWords(ReadingContext context)
{
    private readonly Subject _subject = new(context);
    private readonly Lexicon _lexicon = context.Library.Lexicon;

    /// <summary>所称是否金额: lines of money, and words that no other line of a sheet has.</summary>
    public bool Money(string label) => Kind(label) is null or SheetLabel.Funds or SheetLabel.Annual or SheetLabel.Lifetime or SheetLabel.Total;

    public SheetLabel? Kind(string label) => _lexicon.Labels.TryGetValue(label, out var kind) ? kind : null;

    /// <summary>栏目的阶段 (年初预算数, 全年执行数); null where the label names none.</summary>
    public Point? Phase(string label)
    {
        var meaning = _subject.Read(label);
        return meaning.Understood && meaning.Point.Key("phase") is not null && meaning.Point[context.Measure] is null ? meaning.Point : null;
    }

    /// <summary>资金行的坐标: the source of the money, nothing for the total; null where the words are not understood.</summary>
    public (Point? Coordinates, bool Said) Source(string label)
    {
        if (Kind(label) is SheetLabel.Funds or SheetLabel.Annual or SheetLabel.Lifetime)
        {
            return (context.Space.Everything, true);
        }

        if (Levels().Match(label) is { Success: true } level)
        {
            var levelled = Levelled(level.Groups["level"].Value, label[(level.Index + level.Length)..]);
            return (levelled, levelled is not null);
        }

        var meaning = _subject.Read(label);
        if (!meaning.Understood)
        {
            return (null, false);
        }

        // What was carried in is a source here, and no receipt of the department; so is income of any kind.
        var carried = meaning.Point[context.Measure]?.Key == "carried-in";
        var point = meaning.Point.Without(context.Measure);
        var origin = carried ? "carried" : point.Key("fund") is not null && ThisYear().IsMatch(label) ? "this-year" : null;
        return (origin is null ? point : point.With(context.Space.Member("origin", origin)!), meaning.Any || meaning.Total);
    }

    // 中央财政资金, 市县资金: appropriation of one level of government; who else shares in the project is not known by its level.
    private Point? Levelled(string level, string rest)
    {
        var meaning = _subject.Read(rest);
        var appropriation = context.Space.Member("fund", "fiscal")!;
        return !meaning.Understood || meaning.Point[appropriation.Dimension] is { } fund && !appropriation.Contains(fund) ? null
            : meaning.Point.Without(context.Measure).Narrow(context.Space.Everything.With(appropriation)).With(context.Space.Member("level", level)!);
    }

    /// <summary>是否只是资金的一部分: phase and year alone name all of it.</summary>
    public static bool Narrows(Point coordinates) => coordinates.Members.Any(m => m.Dimension.Key is not ("phase" or "year"));

    /// <summary>金额文字: 100.00, 100万元; a blank or a dash is no number.</summary>
    public static (CellNumber Number, MoneyUnit? Unit) Amount(string text)
    {
        var folded = Fold.Label(text);
        var unit = Units().Match(folded) is { Success: true } match ? MoneyUnit.All.First(u => u.Name == match.Value) : null;
        return (NumberText.Read(unit is null ? folded : folded[..^unit.Name.Length]), unit);
    }

    /// <summary>名称和金额同在一格: 年度资金总额：100.00.</summary>
    public static (string Label, string Amount)? Inline(string text) =>
        Together().Match(Fold.Label(text)) is { Success: true } match ? (SheetCells.Bare(match.Groups[1].Value), match.Groups[2].Value) : null;

    /// <summary>所称的金额单位: (万元), 单位:元; null where the text names none.</summary>
    public static MoneyUnit? Unit(string text) =>
        Said().Match(Fold.Label(text)) is { Success: true } match ? MoneyUnit.All.First(u => u.Name == match.Groups[1].Value) : null;

    [GeneratedRegex(@"^(?:其中:)?(?<level>中央|上级|地方|省级|市级|区级|县级|本级|市县|区县|县区|省|市|县|区)(?=财政|资金|预算|补助|政府)")]
    private static partial Regex Levels();

    [GeneratedRegex("当年|本年")]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"(?<=\d)(?:万元|亿元|元)$")]
    private static partial Regex Units();

    [GeneratedRegex(@"^(\D{2,24}?)[::]?(-?\d[\d,]*(?:\.\d+)?(?:万元|亿元|元)?)$")]
    private static partial Regex Together();

    [GeneratedRegex(@"(?:\((?:单位:)?|单位:)(?:人民币)?(万元|亿元|元)\)?")]
    private static partial Regex Said();
}
