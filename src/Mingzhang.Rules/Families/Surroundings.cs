using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>套用的文字：words of another level of government, of another kind of document, a difference of two figures told as a change.</summary>
internal static partial class Surroundings
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ516", Level),
        new("MZ517", FinalWords),
        new("MZ518", Difference),
    ];

    // A district's budget is paid by the district: 市级财政 in its glossary is another level's form.
    private static IEnumerable<Verdict> Level(LawContext c)
    {
        if (c.Disclosure.Facts.Entity is not { } entity || !District().IsMatch(entity))
        {
            yield break;
        }

        // One glossary taken over is one finding.
        var found = c.Paragraphs.Select(p => new { Passage = p, Match = Higher().Match(c.Folded(p)) }).Where(f => f.Match.Success).ToList();
        yield return found.Count == 0 ? Verdict.Held
            : Verdict.Broken("level", [.. found.Select(f => f.Passage.Place with { Text = f.Match.Value }).Take(6)], "text", found[0].Match.Value, "entity", entity, "count", found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<Verdict> FinalWords(LawContext c)
    {
        if (c.Disclosure.Facts.Kind != DocumentKind.Budget)
        {
            yield break;
        }

        var found = c.Paragraphs.SelectMany(p => OfFinal().Matches(c.Folded(p)).Select(m => new { Passage = p, m.Value })).ToList();
        yield return found.Count == 0 ? Verdict.Held
            : Verdict.Broken("final", [.. found.Select(f => f.Passage.Place with { Text = f.Value }).Take(6)], "texts", string.Join("、", found.Select(f => "“" + f.Value + "”").Distinct().Take(3)));
    }

    // 4404.93，其中本级 835.66，比上年增加 3569.27: the difference of the two figures before it, not of two years.
    private static IEnumerable<Verdict> Difference(LawContext c)
    {
        var figures = c.Figures.All.Where(f => f.Statement.Place.Table is null && f.State == FigureState.Printed).ToList();
        for (var i = 2; i < figures.Count; i++)
        {
            if (figures[i] is not { IsChange: true } change || figures[i - 1].IsChange || figures[i - 2].IsChange || change.Value == 0 || figures[i - 1].Value == 0
                || figures[i - 1].Canonical.Key("year") != change.Canonical.Key("year") || figures[i - 2].Statement.Place.Section != change.Statement.Place.Section || figures[i - 2].Statement.Place.Order != change.Statement.Place.Order)
            {
                continue;
            }

            var (whole, part) = (figures[i - 2], figures[i - 1]);
            yield return whole.Value - part.Value == Math.Abs(change.Value) && Among().IsMatch(part.Statement.Place.Text ?? "")
                ? Verdict.Broken("difference", change.Statement.Place, "change", change.Statement.Raw, "whole", whole.Statement.Raw, "part", part.Statement.Raw)
                : Verdict.Held;
        }
    }

    [GeneratedRegex(@"(?:[^自]治?区|县|旗|街道|镇|乡)(?:$|[^市省])")]
    private static partial Regex District();

    [GeneratedRegex(@"市级预算主管部门|市级财政(?:部门)?(?:当年)?(?:拨付|拨款|有经费)|省级财政(?:部门)?当年拨付|中央财政(?:部门)?当年拨付")]
    private static partial Regex Higher();

    [GeneratedRegex(@"(?:无|有)?支出决算数|决算支出数|累计接待\s?\d+\s?批次|年末公务用车保有量")]
    private static partial Regex OfFinal();

    [GeneratedRegex(@"其中")]
    private static partial Regex Among();
}
