using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;

namespace Mingzhang.Ledger.Execution;

/// <summary>按科目找指标：an export names codes, not allotments; they must fit exactly one.</summary>
internal static class AllotmentSearch
{
    private const int Most = 3;

    public static Allotment? Find(Library library, ExecutionBook book, Line asked, Action<string, Problem> fault)
    {
        if (!Known(library, asked, fault))
        {
            return null;
        }

        var found = book.Matching(asked);
        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count == 0)
        {
            var near = book.All.OrderBy(a => Nearest.Distance(a.Line.Function, asked.Function) + Nearest.Distance(a.Line.Economic, asked.Economic) + (a.Line.Project == asked.Project ? 0 : 2)).ThenBy(a => a.Id, StringComparer.Ordinal).Take(Most).ToList();
            fault(asked.Project.Length > 0 && book.All.All(a => a.Line.Project != asked.Project) ? "project" : "function", Problem.Of($"{book.Unit.Code} 没有这样的指标：{Shown(asked)}", $"{book.Unit.Code} has no such allotment: {Shown(asked)}",
                near.Count == 0 ? "该单位还没有指标" : "最近的是 " + string.Join('；', near.Select(a => $"{a.Id}（{a.Chinese}）")), near.Count == 0 ? "the unit has no allotments yet" : "the nearest are " + string.Join("; ", near.Select(a => $"{a.Id} ({a.English})"))));
            return null;
        }

        fault("function", Problem.Of($"有 {found.Count} 个指标符合：{string.Join('、', found.Take(Most).Select(a => a.Id))}", $"{found.Count} allotments fit: {string.Join(", ", found.Take(Most).Select(a => a.Id))}", "写明指标编号，或补齐资金性质、科目和项目", "name the allotment, or give fund, codes and project"));
        return null;
    }

    /// <summary>所写的科目是否都在当年的科目表里; each that is not is told.</summary>
    public static bool Known(Library library, Line asked, Action<string, Problem> fault) =>
        Known(library, "functions", "function", asked.Function, asked.Year, 7, fault) & Known(library, "economic-department", "economic", asked.Economic, asked.Year, 5, fault);

    // A code that is in no catalogue, or not in that year's, is a fault of its own: its name may have changed.
    private static bool Known(Library library, string catalogue, string field, string code, int year, int length, Action<string, Problem> fault)
    {
        if (code.Length == 0 || (code.Length == length && library.Catalogues[catalogue].Find(code, year) is not null))
        {
            return true;
        }

        var near = Nearest.Of(library.Catalogues[catalogue], code, year, length);
        var (hint, english) = near.Count == 0 ? ("请查科目表", "look it up in the catalogue") : ("是不是 " + string.Join('、', near.Select(e => $"{e.Code} {e.Name}")), "did you mean " + string.Join(", ", near.Select(e => e.Code)));
        fault(field, library.Catalogues[catalogue].Names(code) is { Count: > 0 } names && code.Length == length
            ? Problem.Of($"科目 {code} {names[0].Name} 在 {year} 年不用", $"code {code} {names[0].Name} is not in use in {year}", hint, english)
            : Problem.Of($"没有科目 {Problem.Shown(code)}", $"there is no code {Problem.Shown(code)}", hint, english));
        return false;
    }

    private static string Shown(Line line) => Problem.Shown(string.Join(' ', new[] { line.Fund, line.Nature, line.Function, line.Economic, line.Project }.Where(c => c.Length > 0)));
}
