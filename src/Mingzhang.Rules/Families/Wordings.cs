using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>用语：template leftovers, placeholders, unfinished sentences, doubled marks, missing words.</summary>
internal static partial class Wordings
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ601", c => Matches(c, "hint", "hint", Passages(c))),
        new("MZ602", c => Matches(c, "placeholder", "placeholder", Passages(c))),
        new("MZ603", c => Matches(c, "unselected", "unselected", Passages(c))),
        new("MZ604", c => Unfinished(c).Concat(Matches(c, "no-reason", "reason", c.Paragraphs))),
        new("MZ605", c => Doubled(c).Concat(Mixed(c))),
        new("MZ606", c => Matches(c, "until", "until", Passages(c), t => t.Replace("截止到", "截至", StringComparison.Ordinal).Replace("截止", "截至", StringComparison.Ordinal))),
        new("MZ607", c => Matches(c, "missing-words", "missing", Goals(c).Concat(Passages(c)), t => "不少" + (t.EndsWith("以上", StringComparison.Ordinal) ? t[..^2] : t))),
        new("MZ608", Twice),
        new("MZ610", c => Matches(c, "debris", "debris", Passages(c))),
        new("MZ611", c => Matches(c, "no-unit", "unit", Passages(c))),
        new("MZ612", c => Nameless(c).Concat(Matches(c, "jammed", "jammed", Passages(c)))),
        new("MZ613", Ends),
        new("MZ614", Sequences.Parts),
        new("MZ615", Sequences.Numbers),
        new(Templates.Id, Templates.Unfilled),
    ];

    // Among the three public expenses the rule on their names says which of them is missing.
    private static IEnumerable<Verdict> Nameless(LawContext c)
    {
        var told = PublicExpenseNames.Nameless(c).SelectMany(l => l.Amounts).ToList();
        return Matches(c, "no-name", "name", Passages(c))
            .Where(v => v.Outcome != Outcome.Broken || !told.Exists(t => t.Place.Order == v.Places[0].Order && v.Arguments["text"].EndsWith(t.Raw, StringComparison.Ordinal)))
            .Select(v => v.Outcome == Outcome.Broken ? v.As(Severity.Warning) : v);
    }

    private static IEnumerable<Verdict> Matches(LawContext c, string pattern, string message, IEnumerable<Passage> passages, Func<string, string>? right = null)
    {
        var regex = RuleTexts.Standard.Patterns[pattern];
        foreach (var passage in passages)
        {
            var folded = c.Folded(passage);
            if (Found(regex, folded) is not { } found)
            {
                yield return Verdict.NotChecked("一段文字过长，没有查找", "a passage is too long to be searched");
                continue;
            }

            // Several hints in one line are one thing to delete.
            foreach (var match in pattern == "hint" ? found.Take(1) : found)
            {
                var text = passage.Text.Substring(match.Index, match.Length);
                var around = passage.Text[Math.Max(0, match.Index - 12)..Math.Min(passage.Text.Length, match.Index + match.Length + 12)];
                yield return Verdict.Broken(message, passage.Place with { Text = around }, "text", pattern == "missing-words" ? passage.Text[Math.Max(0, match.Index - 4)..(match.Index + match.Length)] : text, "right", right?.Invoke(text) ?? "");
            }

            if (found.Count == 0)
            {
                yield return Verdict.Held;
            }
        }
    }

    // The patterns are data and have a limit of time; null where a passage of megabytes exceeds it.
    internal static List<Match>? Found(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text) ? regex.Matches(text).ToList() : [];
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static IEnumerable<Verdict> Unfinished(LawContext c)
    {
        const int Shortest = 12;
        var passages = c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading).ToList();
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            var text = passage.Text.TrimEnd();
            if (passage.Kind == PassageKind.Heading || text.Length < Shortest)
            {
                continue;
            }

            // Items of a list end with ；until the last of them.
            var last = i + 1 == passages.Count || passages[i + 1].Kind == PassageKind.Heading;
            var end = Fold.Text(text)[^1];
            var broken = Verdict.Broken("unfinished", passage.Place, "text", text[Math.Max(0, text.Length - 12)..]);
            yield return end is ',' or '、' or '(' ? broken : last && end == ';' ? broken.As(Severity.Note) : Verdict.Held;
        }
    }

    private static IEnumerable<Verdict> Doubled(LawContext c)
    {
        foreach (var passage in Passages(c))
        {
            var any = false;
            foreach (Match match in DoubledMark().Matches(c.Folded(passage)))
            {
                any = true;
                yield return Verdict.Broken("doubled", passage.Place with { Text = passage.Text[Math.Max(0, match.Index - 12)..Math.Min(passage.Text.Length, match.Index + 12)] }, "text", passage.Text.Substring(match.Index, match.Length));
            }

            if (Repetition.Find(c.Folded(passage)) is { } twice)
            {
                any = true;
                yield return Verdict.Broken("doubled", passage.Place with { Text = Around(passage.Text, twice.At) }, "text", passage.Text.Substring(twice.At, twice.Length));
            }

            if (passage.Kind != PassageKind.Contents && Brackets.Unmatched(passage.Text) is { } mark)
            {
                any = true;
                yield return Verdict.Broken("unmatched", passage.Place with { Text = Around(passage.Text, mark.At) }, "mark", mark.Printed, "text", Around(passage.Text, mark.At));
            }

            if (!any)
            {
                yield return Verdict.Held;
            }
        }
    }

    // One habit of the keyboard is one finding.
    private static IEnumerable<Verdict> Mixed(LawContext c)
    {
        const int MostPlaces = 6;
        var all = Passages(c).Select(p => new { Passage = p, Mark = Brackets.Mixed(p.Text) }).Where(m => m.Mark is not null).ToList();
        if (all.Count > 0)
        {
            yield return Verdict.Broken("mixed", [.. all.Select(m => m.Passage.Place with { Text = Around(m.Passage.Text, m.Mark!.At) }).Take(MostPlaces)],
                "text", string.Join("、", all.Select(m => m.Mark!.Printed).Distinct().Take(3)), "count", all.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 12)..Math.Min(text.Length, at + 12)];

    // A paragraph of whole sentences whose last has no mark, before a heading or at the end.
    private static IEnumerable<Verdict> Ends(LawContext c)
    {
        const int Shortest = 24;
        var passages = c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading).ToList();
        for (var i = 0; i < passages.Count; i++)
        {
            var text = c.Folded(passages[i]).TrimEnd();
            if (passages[i].Kind != PassageKind.Paragraph || text.Length < Shortest || !(text.Contains('。', StringComparison.Ordinal) || text.Count(x => x == ',') > 1))
            {
                continue;
            }

            var open = char.IsLetterOrDigit(text[^1]) && !char.IsAsciiLetter(text[^1]) && (i + 1 == passages.Count || passages[i + 1].Kind == PassageKind.Heading);
            yield return open ? Verdict.Broken("end", passages[i].Place, "text", passages[i].Text.TrimEnd()[^12..]) : Verdict.Held;
        }
    }

    private static IEnumerable<Verdict> Twice(LawContext c)
    {
        const int Shortest = 40;
        var seen = new Dictionary<string, Passage>(StringComparer.Ordinal);
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind == PassageKind.Paragraph && p.Text.Length >= Shortest))
        {
            var text = Fold.Label(passage.Text);

            // Two sections that speak of different things may well say the same of them.
            var elsewhere = seen.TryGetValue(text, out var before) && before.Place.Section != passage.Place.Section && passage.Text.Any(char.IsAsciiDigit);
            yield return seen.TryAdd(text, passage) || elsewhere ? Verdict.Held : Verdict.Broken("twice", [passage.Place, seen[text].Place], "text", passage.Text[..Shortest] + "…");
        }
    }

    private static IEnumerable<Passage> Passages(LawContext c) => c.Disclosure.Passages;

    private static IEnumerable<Passage> Goals(LawContext c) => c.Disclosure.Performance.Select(o => new Passage(PassageKind.Paragraph, o.Goal, o.Place));

    [GeneratedRegex(@"。。|,,|;;|、、|::|[,、;]。|。[,、;]|的的|了了|和和")]
    private static partial Regex DoubledMark();
}
