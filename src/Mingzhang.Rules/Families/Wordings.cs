using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>用语：template leftovers, placeholders, unfinished sentences, doubled marks, missing words.</summary>
internal static partial class Wordings
{
    private static readonly (char Open, char Close)[] Pairs = [('(', ')'), ('《', '》'), ('“', '”')];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ601", c => Matches("hint", "hint", Passages(c))),
        new("MZ602", c => Matches("placeholder", "placeholder", Passages(c))),
        new("MZ603", c => Matches("unselected", "unselected", Passages(c))),
        new("MZ604", Unfinished),
        new("MZ605", Doubled),
        new("MZ606", c => Matches("until", "until", Passages(c), t => t.Replace("截止到", "截至", StringComparison.Ordinal).Replace("截止", "截至", StringComparison.Ordinal))),
        new("MZ607", c => Matches("missing-words", "missing", Goals(c).Concat(Passages(c)), t => "不少" + (t.EndsWith("以上", StringComparison.Ordinal) ? t[..^2] : t))),
        new("MZ608", Twice),
        new(Templates.Id, Templates.Unfilled),
    ];

    private static IEnumerable<Verdict> Matches(string pattern, string message, IEnumerable<Passage> passages, Func<string, string>? right = null)
    {
        var regex = RuleTexts.Standard.Patterns[pattern];
        foreach (var passage in passages)
        {
            var folded = Fold.Text(passage.Text);
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
            return regex.Matches(text).ToList();
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
            foreach (Match match in DoubledMark().Matches(Fold.Text(passage.Text)))
            {
                any = true;
                yield return Verdict.Broken("doubled", passage.Place with { Text = passage.Text[Math.Max(0, match.Index - 12)..Math.Min(passage.Text.Length, match.Index + 12)] }, "text", passage.Text.Substring(match.Index, match.Length));
            }

            if (Unmatched(passage.Text) is { } mark)
            {
                any = true;
                yield return Verdict.Broken("unmatched", passage.Place, "mark", AsPrinted(mark, passage.Text).ToString());
            }

            if (!any)
            {
                yield return Verdict.Held;
            }
        }
    }

    // Numbers such as 1） close without opening; they are no pair.
    private static char? Unmatched(string text)
    {
        var plain = Closing().Replace(text.Replace('（', '(').Replace('）', ')'), "");
        foreach (var (open, close) in Pairs)
        {
            var depth = 0;
            foreach (var c in plain)
            {
                depth += c == open ? 1 : c == close ? -1 : 0;
                if (depth < 0)
                {
                    return close;
                }
            }

            if (depth > 0)
            {
                return open;
            }
        }

        return null;
    }

    private static char AsPrinted(char mark, string text)
    {
        var wide = mark switch { '(' => '（', ')' => '）', _ => mark };
        return text.Contains(wide, StringComparison.Ordinal) ? wide : mark;
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

    [GeneratedRegex(@"。。|,,|;;|、、|::|[,、;]。|。[,、;]|的的|了了|和和|支出支出|预算预算|万元万元|主要是主要|主要用于主要用于")]
    private static partial Regex DoubledMark();

    [GeneratedRegex(@"(?<=^|[。;;,,、\s])\d{1,2}\)|^[一二三四五六七八九十]{1,3}\)")]
    private static partial Regex Closing();
}
