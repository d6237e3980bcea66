using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>承前省略：a subject that a sentence names once.</summary>
internal static class Continuations
{
    /// <summary>句中接着说的点: words of phase alone (支出决算为) go on about what the sentence spoke of (公务接待费预算为…); null where they do not.</summary>
    public static Point? Of(Meaning meaning, SentenceState state, ReadingContext context)
    {
        // 公务接待费2万元，2023年预算3万元: another year of the same.
        if (state.Sentence is { } named && meaning is { Understood: true, Total: false } && meaning.Point.Members.FirstOrDefault(m => m.Dimension.Key == "year") is { } year
            && named.Point[year.Dimension] is { } own && !own.Equals(year) && meaning.Point.Members.All(m => m.Dimension.Key is "phase" or "year"))
        {
            return named.Point.With(year);
        }

        if (state.Sentence is not { } before || meaning is not { Understood: true, Total: false } || meaning.Point.Members.FirstOrDefault(m => m.Dimension.Key == "phase") is not { } phase
            || before.Point[phase.Dimension] is not { } other || phase.Equals(other) || !meaning.Point.Members.All(m => m.Dimension.Key is "phase" or "year" or "measure"))
        {
            return null;
        }

        return meaning.Point[context.Measure] is not { } measure || measure.Equals(before.Point[context.Measure]) ? before.Point.With(phase) : null;
    }

    /// <summary>词语只说阶段，而前一分项已是该阶段: 其中：公务接待费支出2万元，年初预算为3万元 under a budget says two things of one part, and which
    /// of them is meant first cannot be told.</summary>
    public static bool Repeats(Meaning meaning, SentenceState state) =>
        state.Sentence is { } before && meaning is { Understood: true, Any: true, Total: false } && meaning.Point.Members.All(m => m.Dimension.Key == "phase") && meaning.Point.Members.Count == 1
        && meaning.Point.Members[0].Equals(before.Point[meaning.Point.Members[0].Dimension]) && state.ListHeads.Any(h => Parts.Below(h, before.Point));

    /// <summary>各项资金各有结转: in 一般公共预算本年收入…、上年结转…，政府性基金预算本年收入…、上年结转… each is of the fund before it.</summary>
    public static Point Carried(Point point, Meaning meaning, char mark, string paragraph, SentenceState state)
    {
        const string Words = "结转";
        return mark == '、' && meaning.Point.Key("measure") == "carried-in" && meaning.Point.Key("fund") is null && state.LastAmount is { } before
            && before.Point.Key("measure") == "income" && before.Point.Members.FirstOrDefault(m => m.Dimension.Key == "fund") is { } fund
            && paragraph.IndexOf(Words, StringComparison.Ordinal) != paragraph.LastIndexOf(Words, StringComparison.Ordinal) ? point.With(fund) : point;
    }
}
