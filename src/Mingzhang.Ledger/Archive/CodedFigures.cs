using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>各科目的支出：of each document and code one figure, of all funds before one fund, as it is printed: by it departments are listed under a code.</summary>
internal static class CodedFigures
{
    private static readonly string[] Dimensions = ["function", "economic", "government-economic"];

    /// <summary>一份文件的各科目。</summary>
    public static IEnumerable<CodedFigure> Of(Disclosure disclosure)
    {
        if (disclosure.Facts.Year is not { } year)
        {
            return [];
        }

        var phase = disclosure.Facts.Kind == DocumentKind.Final ? "final" : "budget";
        var best = new SortedDictionary<string, CodedFigure>(StringComparer.Ordinal);
        foreach (var statement in disclosure.Statements.OfType<AmountStatement>())
        {
            if (statement is { Amount: not null, Blank: false } && StatementText.Fen(statement) is { } fen && PointText.Year(statement.Point) == year && statement.Point.Key("phase") == phase && Coded(statement.Point) is { } member)
            {
                var figure = new CodedFigure(member.Dimension.Key, member.Key, year, fen, statement.Id, statement.Point.Key("fund") is not null, statement.Place.Table is not null);
                var key = figure.Dimension + figure.Code;
                if (!best.TryGetValue(key, out var other) || figure.Before(other))
                {
                    best[key] = figure;
                }
            }
        }

        return best.Values;
    }

    // The whole body's spending on one code, narrowed by nothing else but a fund; basic expenditure is what economic codes divide.
    private static Member? Coded(Point point)
    {
        Member? coded = null;
        foreach (var member in point.Members)
        {
            var key = member.Dimension.Key;
            if (Dimensions.Contains(key))
            {
                if (coded is not null)
                {
                    return null;
                }

                coded = member;
            }
            else if (!(key is "year" or "phase" or "fund" || (key == "measure" && member.Key == "expenditure") || (key == "entity" && member.Key is "department" or "unit")))
            {
                if (key != "nature" || member.Key != "basic")
                {
                    return null;
                }
            }
        }

        return coded is not null && (point.Key("nature") is null || coded.Dimension.Key != "function") ? coded : null;
    }
}

/// <summary>一个科目的数。</summary>
internal sealed record CodedFigure(string Dimension, string Code, int Year, long Fen, string Statement, bool OfFund, bool InTable)
{
    /// <summary>是否先于另一个：all funds before one, a table before a sentence.</summary>
    public bool Before(CodedFigure other) => OfFund != other.OfFund ? !OfFund : InTable && !other.InTable;
}
