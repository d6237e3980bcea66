using System.CommandLine;
using System.Globalization;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Region;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang rollup：sums over the departments of a region, and the chain of one figure.</summary>
internal static class RollUpCommand
{
    private static readonly string[] ThreePublic = ["三公", "三公/abroad", "三公/vehicles", "三公/vehicles/purchase", "三公/vehicles/running", "三公/reception"];

    public static Command Create(LedgerOptions options)
    {
        var region = LedgerOptions.Name("REGION", "区划编码 / code of the region");
        var at = QueryCommand.At();
        var by = LedgerOptions.Text("--by", "department，或一个维度 / department, or a dimension");
        var table = LedgerOptions.Flag("--three-public", "“三公”经费汇总 / the three public expenses");
        var chain = LedgerOptions.Text("--chain", "这个单位或部门的数字链 / chain of the figure of this unit or department");
        var published = LedgerOptions.Flag("--published", "只算公开的 / without what is secret");
        return options.Command("rollup", "区域汇总和数字链 / sums of a region, and chains of figures", [region, at, by, table, chain, published], call => call.With(create: false, store =>
        {
            if (QueryCommand.Point(call, call.Parsed.GetValue(at)) is not { } point)
            {
                return ExitCodes.Unusable;
            }

            return store.Read(r =>
            {
                if (RollUp.Of(r, Library.Standard, call.Year, call.Parsed.GetValue(region)!, call.Parsed.GetValue(published)) is not { } rolled)
                {
                    call.Tell([Problem.Of($"{call.Year} 年没有区划 {call.Parsed.GetValue(region)} 的部门", $"there is no department of region {call.Parsed.GetValue(region)} in {call.Year}", "用 mingzhang init --region 建立", "add it with mingzhang init --region")]);
                    return ExitCodes.Found;
                }

                return call.Parsed.GetValue(chain) is { } code ? Chained(call, r, rolled, code, point)
                    : call.Parsed.GetValue(table) ? ThreePublicTable(call, rolled) : call.Say(Table(rolled, point, call.Parsed.GetValue(by)));
            });
        }));
    }

    private static Answer Table(RollUp rolled, Point point, string? by)
    {
        var sum = rolled.At(point);
        var dimension = by is null or "department" ? null : Library.Standard.Space.Dimension(by);
        IEnumerable<IReadOnlyList<string>> rows = dimension is not null
            ? rolled.Members(point, dimension).Select(m => (IReadOnlyList<string>)[m.Key, m.Chinese, Fen.Yuan(rolled.At(point.With(m)).Total)])
            : by is null ? [] : sum.Departments.Select(d => (IReadOnlyList<string>)[d.Department.Code, d.Department.Name, Fen.Yuan(d.Fen)]);
        return Answer.Table(["key", "name", "yuan"], [.. rows, ["", "部门之间的往来 between departments", Fen.Yuan(-sum.Between)], ["", "合计 total", Fen.Yuan(sum.Total)]]);
    }

    private static int ThreePublicTable(LedgerCall call, RollUp rolled)
    {
        var space = Library.Standard.Space;
        string At(string purpose, string phase) => Fen.Yuan(rolled.At(space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={call.Year} phase={phase} measure=expenditure purpose={purpose}"), out _)!).Total);
        return call.Say(Answer.Table(["key", "name", "budget", "final"], [.. ThreePublic.Select(p => (IReadOnlyList<string>)[p, space.Member("purpose", p)!.Chinese, At(p, "budget"), At(p, "final")])]));
    }

    private static int Chained(LedgerCall call, Reading r, RollUp rolled, string code, Point point)
    {
        var years = Chain.OfYear(r, Library.Standard, call.Year, code, point);
        if (years is null)
        {
            call.Tell([Problem.Of($"{call.Year} 年没有单位或部门 {code}", $"there is no unit or department {code} in {call.Year}", "用 mingzhang unit list 查看", "see mingzhang unit list")]);
            return ExitCodes.Found;
        }

        var levels = Organisations.Unit(r, call.Year, code) is { } unit && rolled.Departments.FirstOrDefault(d => d.Code == unit.Department) is { } department ? Chain.OfLevels(r, Library.Standard, unit, department, rolled, point) : [];
        return call.Say(Answer.Table(["link", "what", "unit", "document", "yuan"], [.. years.Concat(levels).SelectMany(Rows)]));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(ChainLink link)
    {
        foreach (var at in link.Breaks)
        {
            yield return ["", at.What.Chinese + " " + at.What.English, at.Unit, at.Document, Fen.Yuan(at.Fen)];
        }

        yield return [link.Name.Chinese + " " + link.Name.English, "", "", "", Fen.Yuan(link.Fen)];
    }
}
