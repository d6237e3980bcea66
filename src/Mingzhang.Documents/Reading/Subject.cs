using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>主语：what the words before a figure say that it measures; the same lexicon as for headings and rows.</summary>
internal sealed partial class Subject(ReadingContext context)
{
    private readonly Lexicon _lexicon = context.Library.Lexicon;
    private readonly Point _expenditure = context.Space.Parse("measure=expenditure", out _)!;
    private readonly Catalogue? _economics = context.Library.Catalogues.GetValueOrDefault("economic-department");
    private readonly Catalogue? _functions = context.Library.Catalogues.GetValueOrDefault("functions");

    /// <summary>解读一个名称: a code of the functional classification, by name or number, or phrases of the lexicon.</summary>
    /// <param name="words">The words, as printed or folded.</param>
    /// <param name="above">Code of the heading above, under which lower names are looked for.</param>
    public Meaning Read(string words, string? above = null)
    {
        var folded = context.Identity.WithoutEntity(Numbering.Strip(Fold.Label(words)));
        if (Gathered().Match(folded) is { Success: true } gathered)
        {
            folded = "三公经费" + folded[gathered.Length..];
        }

        folded = Listed().Replace(folded, "");
        if (context.Codes.Find(folded, above) is { } named)
        {
            var rest = _lexicon.Read(folded[..named.Start] + " " + folded[named.End..].TrimStart('"', '的'));
            var meaning = OfCode(named.Code);
            return rest.Understood ? new Meaning(meaning.Point.Narrow(rest.Point), meaning.Else, rest.Total, true, "") : meaning;
        }

        if (Class(folded) is { } code)
        {
            return OfCode(code);
        }

        var read = Yearly(_lexicon.Read(folded), folded);
        if (read.Understood)
        {
            return read;
        }

        if (Category(folded) is { } category)
        {
            return category;
        }

        // 商品和服务支出预算: a category with its phase behind it.
        if (Phase().Match(folded) is { Success: true, Index: > 3 } phase && Category(folded[..phase.Index]) is { } budgeted)
        {
            return budgeted with { Point = budgeted.Point.Narrow(_lexicon.Read(phase.Value).Point) };
        }

        // A short form of the subject's name (区教育局, 中楼乡) says who, not what.
        if (read.Residue.Length >= 3 && context.Identity.Entity?.Contains(read.Residue, StringComparison.Ordinal) == true)
        {
            return read with { Residue = "" };
        }

        // Who comes before what: 某局财政拨款的机关运行经费 is the 机关运行经费 of somebody.
        foreach (Match who in Owners().Matches(folded))
        {
            if (_lexicon.Read(folded[(who.Index + who.Length)..]) is { Understood: true, Any: true } what)
            {
                return read.Point.Members.FirstOrDefault(m => m.Dimension.Key == "year") is { } year ? what with { Point = what.Point.With(year) } : what;
            }
        }

        // 社会保障和就业 for 社会保障和就业支出: only where the words mean nothing else. What stands in brackets explains, it does not name.
        return Class(folded + "支出") is { } shortened ? OfCode(shortened)
            : Brackets().IsMatch(folded) && Read(Brackets().Replace(folded, ""), above) is { Understood: true } bare ? bare
            : read;
    }

    // Final accounts add up what came in and went out in the year (收入合计, 总支出); with what was carried over it is 总计.
    private Meaning Yearly(Meaning read, string folded)
    {
        if (context.Identity.Kind != DocumentKind.Final || folded.Contains("总计", StringComparison.Ordinal) || !Sums().IsMatch(folded))
        {
            return read;
        }

        return read.Point.Key("measure") switch
        {
            "resources" => read with { Point = read.Point.With(context.Space.Member("measure", "income")!) },
            "uses" => read with { Point = read.Point.With(context.Space.Member("measure", "expenditure")!) },
            _ => read,
        };
    }

    private Meaning OfCode(string code) => new(context.Space.Everything.With(context.Space.Member("function", code)!), _expenditure, false, true, "");

    // 工资福利支出, 商品和服务支出: a 类 of the economic classification.
    private Meaning? Category(string folded)
    {
        var entry = _economics?.Loosely(folded);
        return entry is null ? null : new Meaning(context.Space.Everything.With(context.Space.Member("economic", entry.Code)!), _expenditure, false, true, "");
    }

    // The name of the year first; an outdated one still says which 类 is meant (that it is outdated is for a rule to say).
    private string? Class(string folded)
    {
        if (_functions is null || folded.Length < 4)
        {
            return null;
        }

        var year = context.Identity.Year ?? 0;
        return _functions.ByName(folded, year, 3).FirstOrDefault()?.Code
            ?? _functions.ByName(folded, 3).FirstOrDefault()?.Code;
    }

    /// <summary>本节的口径: a section on the three public expenses, on the operating costs of bodies, on meetings or training speaks of expenditure.</summary>
    public Point Measured(Point section) =>
        section[context.Measure] is null && section.Key("purpose") is { } purpose && (purpose.StartsWith("三公", StringComparison.Ordinal) || purpose is "机关运行" or "meetings" or "training")
            ? section.Narrow(_expenditure) : section;

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

    [GeneratedRegex(@"(?:单位|部门|机关|政府|中心|办公厅|委员会|[局委厅院所站馆校队会])(?=.{3})")]
    private static partial Regex Owners();

    // 因公出国(境)经费、公务接待费、公车运行费(“三公”经费): the bracket names them together.
    [GeneratedRegex(@"^.*\((?:(?:以下)?(?:简称|统称))?三公经费\)")]
    private static partial Regex Gathered();

    [GeneratedRegex(@"(?:年初)?(?:预算|决算)(?:数|支出|安排)?$")]
    private static partial Regex Phase();

    [GeneratedRegex(@"(?:收入|支出)合计|总(?:收入|支出)(?!预算)")]
    private static partial Regex Sums();

    // 办公费、印刷费等公用经费: what is listed is an example of it.
    [GeneratedRegex(@"^.*等(?=(?:日常)?(?:人员|公用)(?:经费|支出))")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Brackets();
}
