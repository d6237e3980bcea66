using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>承前省略：a subject that a sentence names once.</summary>
internal static class Continuations
{
    /// <summary>句中接着说的点: words of phase alone (支出决算为) go on about what the sentence spoke of (公务接待费预算为…); null where they do not.</summary>
    public static Point? Of(Meaning meaning, SentenceState state, ReadingContext context)
    {
        if (state.Sentence is not { } before || meaning is not { Understood: true, Total: false } || meaning.Point.Members.FirstOrDefault(m => m.Dimension.Key == "phase") is not { } phase
            || before.Point[phase.Dimension] is not { } other || phase.Equals(other) || !meaning.Point.Members.All(m => m.Dimension.Key is "phase" or "year" or "measure"))
        {
            return null;
        }

        return meaning.Point[context.Measure] is not { } measure || measure.Equals(before.Point[context.Measure]) ? before.Point.With(phase) : null;
    }
}
