using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Ledger.Lines;

/// <summary>预算行的检查：what can be seen of one line by itself: codes of its year, members, signs, and what belongs together.</summary>
internal static class LineChecks
{
    private const int LongestText = 1000;

    /// <summary>检查并补全政府经济分类; every fault is named with the field that it is about.</summary>
    public static Line Complete(Library library, Unit unit, Line line, Action<string, Problem> fault)
    {
        foreach (var (dimension, key) in new[] { ("phase", line.Phase), ("measure", line.Measure), ("fund", line.Fund), ("nature", line.Nature) })
        {
            if (key.Length > 0 && library.Space.Member(dimension, key) is null)
            {
                fault(dimension, Problem.Of($"“{Problem.Shown(key)}”不是{library.Space.Dimension(dimension)!.Chinese}", $"'{Problem.Shown(key)}' is no {library.Space.Dimension(dimension)!.English}", "请按 docs/glossary.md 填写", "see docs/glossary.md"));
            }
        }

        foreach (var (field, text) in new[] { ("function", line.Function), ("economic", line.Economic), ("government", line.Government), ("project", line.Project), ("transfer", line.Transfer), ("purpose", line.Purpose), ("details", line.Details) })
        {
            if (text.Length > LongestText || text.Contains('\0', StringComparison.Ordinal))
            {
                fault(field, Problem.Of($"有 {text.Length} 个字，过长，或含有不可见的符号", $"has {text.Length} characters, too many, or holds a character that is none", $"至多 {LongestText} 个字", $"at most {LongestText} characters"));
            }
        }

        if (line.Fen < 0)
        {
            fault("fen", Problem.Of($"金额 {Fen.Yuan(line.Fen)} 元是负数", $"the amount {Fen.Yuan(line.Fen)} yuan is negative", "预算行不能为负；冲减请修改原来的行", "no line is negative; change the line that it is taken from"));
        }

        if (line.Fund.Length == 0 && line.Measure != "surplus-used")
        {
            fault("fund", Problem.Of("没有写资金性质", "the fund is missing", "请填写，如 一般公共预算", "give one, such as general"));
        }

        if (!line.Spending)
        {
            return line;
        }

        Spending(library, line, fault);
        return line with { Government = line.Government.Length > 0 || line.Economic.Length == 0 ? line.Government : Government(library, unit, line.Economic) ?? "" };
    }

    /// <summary>按对照表的政府经济分类款，先按款，后按类（事业单位按类对照）; null where the table has none.</summary>
    public static string? Government(Library library, Unit unit, string economic)
    {
        // The longest that fits, the first of two: every line asks.
        var (found, length) = ((string?)null, -1);
        foreach (var c in library.Crosswalk)
        {
            if (c.Department.Length > length && economic.StartsWith(c.Department, StringComparison.Ordinal) && (c.AppliesTo == "全部" || c.AppliesTo.Contains(unit.Body ? "机关" : "事业", StringComparison.Ordinal)))
            {
                (found, length) = (c.Government, c.Department.Length);
            }
        }

        return found;
    }

    private static void Spending(Library library, Line line, Action<string, Problem> fault)
    {
        Code(library, "functions", "支出功能分类项", "function", line.Function, line.Year, 7, required: true, fault);
        Code(library, "economic-department", "部门预算经济分类款", "economic", line.Economic, line.Year, 5, required: line.Group == "basic", fault);
        Code(library, "economic-government", "政府预算经济分类款", "government", line.Government, line.Year, 5, required: false, fault);
        if (line.Nature.Length == 0)
        {
            fault("nature", Problem.Of("没有写支出性质", "the nature is missing", "请填写人员经费、公用经费或项目支出", "give personnel, public or project"));
        }

        if (line.Nature == "project" && line.Project.Length == 0)
        {
            fault("project", Problem.Of("项目支出没有写项目", "project expenditure names no project", "请填写项目编码", "give the code of the project"));
        }

        if (line.Procurement is not ("" or "goods" or "works" or "services"))
        {
            fault("procurement", Problem.Of($"“{Problem.Shown(line.Procurement)}”不是政府采购的品类", $"'{Problem.Shown(line.Procurement)}' is no kind of procurement", "请填写货物、工程或服务", "give goods, works or services"));
        }

        if (line.Sme.Length > 0 && line.Procurement.Length == 0)
        {
            fault("sme", Problem.Of("面向中小企业预留的行没有写政府采购品类", "a line set aside for small enterprises names no procurement", "请填写货物、工程或服务", "give goods, works or services"));
        }
    }

    private static void Code(Library library, string key, string name, string field, string code, int year, int length, bool required, Action<string, Problem> fault)
    {
        var catalogue = library.Catalogues[key];
        if (code.Length == 0)
        {
            if (required)
            {
                fault(field, Problem.Of($"没有写{name}", $"the {field} code is missing", "请填写编码", "give the code"));
            }

            return;
        }

        if (code.Length == length && catalogue.Find(code, year) is not null)
        {
            return;
        }

        var near = Nearest.Of(catalogue, code, year, length);
        var shown = Problem.Shown(code);
        var (hint, hintEnglish) = near.Count == 0 ? ("请查科目表", "look it up in the catalogue") : ("是不是 " + string.Join('、', near.Select(e => $"{e.Code} {e.Name}")), "did you mean " + string.Join(", ", near.Select(e => $"{e.Code} {e.Name}")));
        fault(field, catalogue.Names(code) is { Count: > 0 } names && code.Length == length
            ? Problem.Of($"{name} {code} {names[0].Name} 在 {year} 年不用", $"{field} {code} {names[0].Name} is not in use in {year}", hint, hintEnglish)
            : Problem.Of($"没有{name} {shown}", $"there is no {field} {shown}", hint, hintEnglish));
    }
}
