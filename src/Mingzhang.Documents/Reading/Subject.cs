using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>主语：what the words before a figure say that it measures; the same lexicon as for headings and rows.</summary>
internal sealed class Subject(ReadingContext context)
{
    private readonly Lexicon _lexicon = context.Library.Lexicon;
    private readonly Catalogue? _functions = context.Library.Catalogues.GetValueOrDefault("functions");

    /// <summary>解读一个名称: a 类 of the functional classification of the year, or phrases of the lexicon.</summary>
    public Meaning Read(string words)
    {
        var folded = context.Identity.WithoutEntity(Numbering.Strip(Fold.Label(words)));
        if (context.Identity.Year is { } year && _functions?.ByName(folded, year, 3).FirstOrDefault() is { } entry)
        {
            return new Meaning(context.Space.Everything.With(context.Space.Member("function", entry.Code)!), context.Space.Parse("measure=expenditure", out _)!, false, true, "");
        }

        return _lexicon.Read(folded);
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
