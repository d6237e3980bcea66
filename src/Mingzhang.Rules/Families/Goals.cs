using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>目标与指标：each number in an objective's text has an indicator with the same concept, value and unit.</summary>
internal static partial class Goals
{
    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ408", Agree)];

    private static IEnumerable<Verdict> Agree(LawContext c)
    {
        foreach (var o in Performance.Objects(c))
        {
            foreach (var promise in Promises(c, o.Goal))
            {
                var verdict = Judge(c, o, promise);

                // Objectives of sheets describe the whole project: not every number in them is meant to be measured, and units are spelled freely.
                yield return !o.Tiered || verdict.Outcome != Outcome.Broken ? verdict : verdict.Message == "unit" ? Verdict.Held : verdict.As(Severity.Note);
            }
        }
    }

    private static Verdict Judge(LawContext c, PerformanceObject o, Promise promise)
    {
        var place = o.Place with { Text = promise.Text, Row = o.Name };
        var name = Performance.Name(o);
        string[] common = ["place", name, "place-en", name, "goal", promise.Text];
        var same = o.Indicators.Where(i => i.Number is not null && Performance.Canonical(c, i) == promise.Value).ToList();
        var fitting = same.Find(i => Unit(c, i) == promise.Unit && Rate(i.Name) == promise.Rate);
        if (fitting is not null)
        {
            return Verdict.Held;
        }

        if (promise.Rate is not null && same.Find(i => i.Unit == "%") is { } other && Shared(other.Name, promise.Text) >= 2)
        {
            return Verdict.Broken("concept", [place, other.Place], [.. common, "indicator", Say(other), "first", promise.Rate, "second", Rate(other.Name) ?? other.Name]);
        }

        // Heads and visits are different things (万人, 万人次); other units name the same thing (篇, 项).
        if (same.Find(i => Unit(c, i) != promise.Unit && (Unit(c, i).StartsWith(promise.Unit, StringComparison.Ordinal) || promise.Unit.StartsWith(Unit(c, i), StringComparison.Ordinal))) is { } near)
        {
            return Verdict.Broken("unit", [place, near.Place], [.. common, "indicator", Say(near)]).As(Severity.Note);
        }

        if (same.Exists(i => Shared(i.Name, promise.Sentence) >= 2))
        {
            return Verdict.Held;
        }

        var elsewhere = Performance.Objects(c).Where(p => !ReferenceEquals(p, o))
            .FirstOrDefault(p => p.Indicators.Any(i => i.Number is not null && Performance.Canonical(c, i) == promise.Value && Unit(c, i) == promise.Unit));
        return elsewhere is null
            ? Verdict.Broken("absent", place, common)
            : Verdict.Broken("elsewhere", place, [.. common, "other", Performance.Name(elsewhere), "other-en", Performance.Name(elsewhere)]).As(Severity.Note);
    }

    private static IEnumerable<Promise> Promises(LawContext c, string goal)
    {
        var text = Fold.Label(goal);
        foreach (Match match in Number().Matches(text))
        {
            var unit = match.Groups["unit"].Value;
            var spelled = c.Library.Wording.CountUnits.FirstOrDefault(u => unit.StartsWith(u.Folded, StringComparison.Ordinal) && u.Folded is not ("年" or "月" or "分" or "无" or "元" or "万元"));
            if (spelled is null || Numerals.Number(match.Groups["n"].Value) is not { } value)
            {
                continue;
            }

            var end = match.Groups["unit"].Index + spelled.Folded.Length;
            var start = text.LastIndexOfAny([',', '。', ';', ':', '、'], match.Index) + 1;
            var stop = text.IndexOfAny([',', '。', ';', '、'], end);
            var clause = text[start..(stop < 0 ? Math.Min(text.Length, end + 4) : Math.Min(stop, end + 4))];
            var sentence = text[(text.LastIndexOfAny(['。', ';'], match.Index) + 1)..match.Index];
            yield return new Promise(clause, sentence, value * spelled.Factor, spelled.Unit, spelled.Unit == "%" ? Rate(text[start..match.Index]) : null);
        }
    }

    private static string Unit(LawContext c, Indicator i) => c.Library.Wording.Unit(i.Unit)?.Unit ?? i.Unit;

    private static string Say(Indicator i) => $"{i.Name}{i.Nature}{i.Value}{i.Unit}";

    // The rate that is spoken of: the two characters with 率 (合格率, 参检率).
    private static string? Rate(string text)
    {
        var at = text.LastIndexOf('率');
        return at < 2 ? null : text[(at - 2)..(at + 1)];
    }

    // Pairs of characters that both texts have.
    private static int Shared(string a, string b) => Enumerable.Range(0, Math.Max(0, a.Length - 1)).Count(i => b.Contains(a.Substring(i, 2), StringComparison.Ordinal));

    private sealed record Promise(string Text, string Sentence, decimal Value, string Unit, string? Rate);

    [GeneratedRegex(@"(?<![\d.第])(?<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?<unit>[^\d,。;:、]{1,5})")]
    private static partial Regex Number();
}
