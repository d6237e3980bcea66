using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>主语：what the words before a figure say that it measures; the same lexicon as for headings and rows.</summary>
internal sealed class Subject(ReadingContext context)
{
    private readonly Lexicon _lexicon = context.Library.Lexicon;
    private readonly Point _expenditure = context.Space.Parse("measure=expenditure", out _)!;
    private readonly Catalogue? _functions = context.Library.Catalogues.GetValueOrDefault("functions");

    /// <summary>解读一个名称: a 类 of the functional classification of the year, or phrases of the lexicon.</summary>
    public Meaning Read(string words)
    {
        var folded = context.Identity.WithoutEntity(Numbering.Strip(Fold.Label(words)));
        if (Class(folded) is { } code)
        {
            return OfClass(code);
        }

        // 社会保障和就业 for 社会保障和就业支出: only where the words mean nothing else.
        var meaning = _lexicon.Read(folded);
        return !meaning.Understood && Class(folded + "支出") is { } shortened ? OfClass(shortened) : meaning;
    }

    private Meaning OfClass(string code) => new(context.Space.Everything.With(context.Space.Member("function", code)!), _expenditure, false, true, "");

    // The name of the year first; an outdated one still says which 类 is meant (that it is outdated is for a rule to say).
    private string? Class(string folded)
    {
        if (_functions is null || folded.Length < 4)
        {
            return null;
        }

        var year = context.Identity.Year ?? 0;
        return _functions.ByName(folded, year, 3).FirstOrDefault()?.Code
            ?? _functions.Entries.FirstOrDefault(e => e.Code.Length == 3 && Catalogue.FoldName(e.Name) == folded)?.Code;
    }

    /// <summary>把名称的含义放进上下文: what the words say counts, except that a wider member of the context's own does not widen it.
    /// A measure that is said always counts (收入合计 below 收入).</summary>
    public Point Place(Point around, Meaning meaning)
    {
        var point = around.Narrow(meaning.Point);
        if (meaning.Point[context.Measure] is { } measure)
        {
            point = point.With(measure);
        }

        foreach (var member in meaning.Else.Members)
        {
            if (point[member.Dimension] is null)
            {
                point = point.With(member);
            }
        }

        return point;
    }
}
