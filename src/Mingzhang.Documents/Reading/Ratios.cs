using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>占比与完成率：percentages that are no changes.</summary>
internal sealed partial class Ratios(ReadingContext context, Subject subject)
{
    /// <summary>一个百分比所说的; null where its words are not understood, with the reason.</summary>
    public Statement? Read(string lead, decimal value, int digits, SentenceState state, Func<string> next, Place place, string raw, out Reason problem)
    {
        var percent = new Percentage(value, digits);
        problem = new Reason("未读懂的百分比", "a percentage that is not understood");
        var words = lead.Trim(',', ':', ' ', '(');
        if (state.Against is { } against && words.TrimStart('的').Length == 0)
        {
            state.Against = null;
            return new CompletionStatement { Id = next(), Point = against.Done, Place = place, Raw = raw, Budget = against.Budget, Percent = percent };
        }

        if (state.LastAmount is { } last && words.StartsWith('占'))
        {
            problem = new Reason("未读懂占比的整体", "the whole of the share is not understood");
            return Whole(words[1..], last.Point, state) is { } whole
                ? new ShareStatement { Id = next(), Point = last.Point, Place = place, Raw = raw, Whole = whole, Percent = percent } : null;
        }

        if (state.LastAmount is { } done && (words.Contains("完成", StringComparison.Ordinal) || words.Contains("执行率", StringComparison.Ordinal)))
        {
            var phase = words.Contains("全年", StringComparison.Ordinal) || words.Contains("调整", StringComparison.Ordinal) ? "revised" : "budget";
            return new CompletionStatement { Id = next(), Point = done.Point, Place = place, Raw = raw, Budget = done.Point.With(context.Space.Member("phase", phase)!), Percent = percent };
        }

        // The label of a chart: 基本支出，55.98%.
        var named = words.Length > 0 ? words : state.Lead;
        if (named.Length > 0 && subject.Read(named) is { Understood: true, Any: true } meaning && subject.Place(state.Around, meaning) is var part && state.Around.Contains(part) && !part.Equals(state.Around) && part[context.Measure] is not null)
        {
            return new ShareStatement { Id = next(), Point = part, Place = place, Raw = raw, Whole = state.Around, Percent = percent };
        }

        return null;
    }

    // 占本年支出合计的: of all money, whatever the section speaks of; 占“三公”经费的: of what the words name; 占: of the head of the list.
    private Point? Whole(string words, Point part, SentenceState state)
    {
        var meaning = subject.Read(words.TrimEnd('的', '比', '例', '重', '为'));
        // 占总支出决算的 among the three public expenses is of these.
        if (part.Key("purpose")?.StartsWith("三公/", StringComparison.Ordinal) == true && meaning.Understood && Every().IsMatch(words)
            && state.ListHeads.Append(state.Around).FirstOrDefault(h => h.Key("purpose") == "三公" && h.Contains(part)) is { } three)
        {
            return three;
        }

        // 占政府采购支出总额的: what was awarded to small firms is a part of what was bought.
        if (part.Key("purpose")?.StartsWith("sme-awarded", StringComparison.Ordinal) == true && meaning.Understood && meaning.Point.Key("purpose") == "procurement")
        {
            return subject.Place(context.Start.With(part[context.Measure]!), meaning).With(part[context.Measure]!);
        }

        if (state.NamedPoint(words.TrimEnd('的')) is { } said && !said.Equals(part))
        {
            return said;
        }

        if (meaning is { Understood: true, Any: true } or { Understood: true, Total: true })
        {
            Point[] candidates = [subject.Place(context.Start, meaning), subject.Place(state.Section, meaning), subject.Place(context.Start.With(part[context.Measure]!), meaning)];
            return candidates.FirstOrDefault(w => w[context.Measure] is not null && w.Contains(part));
        }

        return words.Length > 0 && !meaning.Understood ? null
            : state.ListHeads.FirstOrDefault(h => h.Contains(part) && !h.Equals(part)) ?? new[] { state.Head?.Point, state.Around, state.Section }.FirstOrDefault(w => w is not null && w[context.Measure] is not null && w.Contains(part) && !w.Equals(part));
    }

    [GeneratedRegex(@"^(?:支出)?总(?:支出|额|经费)")]
    private static partial Regex Every();
}
