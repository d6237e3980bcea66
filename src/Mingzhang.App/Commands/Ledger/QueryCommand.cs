using System.CommandLine;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang query：the sum at any point, also divided along a dimension.</summary>
internal static class QueryCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var at = At();
        var by = LedgerOptions.Text("--by", "按某一维度分列，如 function、fund / divide along a dimension");
        var published = LedgerOptions.Flag("--published", "只算公开的 / without what is secret");
        var round = new Option<int?>("--round") { Description = "第一轮或第二轮送审时的数 / as submitted in round 1 or 2" };
        return options.Command("query", "查数 / ask for a sum", [code, at, by, published, round], call => call.With(create: false, store =>
        {
            if (Point(call, call.Parsed.GetValue(at)) is not { } point)
            {
                return ExitCodes.Unusable;
            }

            var dimension = call.Parsed.GetValue(by) is { } key ? Library.Standard.Space.Dimension(key) : null;
            if (call.Parsed.GetValue(by) is { } unknown && dimension is null)
            {
                call.Tell([Problem.Of($"没有维度“{unknown}”", $"there is no dimension '{unknown}'", "应为 " + string.Join('、', Library.Standard.Space.Dimensions.Select(d => d.Key)), "the dimensions are " + string.Join(", ", Library.Standard.Space.Dimensions.Select(d => d.Key)))]);
                return ExitCodes.Unusable;
            }

            var view = store.Read(r => LedgerView.Of(r, Library.Standard, call.Year, call.Parsed.GetValue(code)!, call.Parsed.GetValue(published), call.Parsed.GetValue(round)));
            if (view is null)
            {
                call.Tell([Problem.Of($"{call.Year} 年没有单位或部门 {call.Parsed.GetValue(code)}", $"there is no unit or department {call.Parsed.GetValue(code)} in {call.Year}", "用 mingzhang unit list 查看", "see mingzhang unit list")]);
                return ExitCodes.Found;
            }

            IReadOnlyList<IReadOnlyList<string>> rows = dimension is null ? [Row("", "合计 total", view.At(point))]
                : [.. view.Lines.Where(l => point.Contains(l.Point)).Select(l => l.Point[dimension]).OfType<Member>().Distinct().OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => Row(m.Key, Name(m, call.Year), view.At(point.With(m)))), Row("", "合计 total", view.At(point))];
            return call.Say(Answer.Table(["key", "name", "yuan"], rows));
        }));
    }

    /// <summary>坐标的选项。</summary>
    public static Option<string?> At() => LedgerOptions.Text("--at", "坐标，如 \"measure=expenditure fund=general function=206\" / point");

    /// <summary>所给的点：of the year and the budget where it does not say otherwise; null after a message.</summary>
    public static Point? Point(LedgerCall call, string? coordinates)
    {
        var space = Library.Standard.Space;
        var start = space.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"year={call.Year} phase=budget measure=expenditure"), out _)!;
        if (space.Parse(coordinates ?? "", out var unknown) is { } given)
        {
            return given.Members.Aggregate(start, (p, m) => p.With(m));
        }

        call.Tell([Problem.Of($"坐标“{unknown}”不能识别", $"the coordinate '{unknown}' is not known", "写作 维度=成员，见 docs/glossary.md", "write dimension=member, see docs/glossary.md")]);
        return null;
    }

    private static string Name(Member member, int year)
    {
        var catalogue = member.Dimension.Key switch { "function" => "functions", "economic" => "economic-department", "government-economic" => "economic-government", _ => null };
        return (catalogue is null ? null : Library.Standard.Catalogues[catalogue].Find(member.Key, year)?.Name) ?? member.Chinese;
    }

    private static IReadOnlyList<string> Row(string key, string name, long? fen) => [key, name, fen is { } value ? Fen.Yuan(value) : ""];
}
