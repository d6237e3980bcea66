using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Rules.Pairs;

/// <summary>能否配对：whether a file is what it is said to be of a document (last year's, the tables, a unit's, the final account), by what both print.</summary>
/// <param name="Fits">True where it is.</param>
/// <param name="Why">The evidence, or the objection.</param>
public sealed record Fitting(bool Fits, Reason Why)
{
    /// <summary>按身份判断; what a document does not say is no objection.</summary>
    public static Fitting Of(PairRole role, Disclosure main, Disclosure other)
    {
        ArgumentNullException.ThrowIfNull(main);
        ArgumentNullException.ThrowIfNull(other);
        var (m, o) = (main.Facts, other.Facts);
        if (o.Id == m.Id)
        {
            return No("与所查文件内容完全相同", "it is the same as the document that is checked");
        }

        if (role == PairRole.Unit ? !EntityNames.Belongs(other, main) : m.Entity is not null && o.Entity is not null && !EntityNames.Same(m.Entity, o.Entity))
        {
            return role == PairRole.Unit
                ? No($"“{o.Entity ?? "主体未明"}”不像是“{m.Entity ?? "主体未明"}”的所属单位：两份文件都没有提到对方", $"'{o.Entity ?? "entity not stated"}' does not seem to be a unit of '{m.Entity ?? "entity not stated"}': neither document names the other")
                : No($"主体不同：所查文件为“{m.Entity}”，该文件为“{o.Entity}”", $"it is of another entity: the document is of '{m.Entity}', this file of '{o.Entity}'");
        }

        if (role != PairRole.Unit && m.Scope is { } own && o.Scope is { } scope && own != scope)
        {
            return No("口径不同：一份是部门的，一份是单位的", "one is of a department, the other of a unit");
        }

        return Year(role, m, o) ?? Kind(role, m, o) ?? new Fitting(true, Evidence(role, m, o));
    }

    private static Fitting? Year(PairRole role, DocumentFacts main, DocumentFacts other)
    {
        if (main.Year is not { } year || other.Year is not { } its)
        {
            return role == PairRole.Tables ? null : No("年度未明，无法配对", "the year of one of them is not known");
        }

        var wanted = role == PairRole.Previous ? year - 1 : year;
        return its == wanted ? null
            : role == PairRole.Previous && its == year ? No($"与所查文件同为 {Text(its)} 年度，不是上年文件", $"it is of {Text(its)}, the year of the document itself, not of the year before")
            : No($"该文件为 {Text(its)} 年度，应为 {Text(wanted)} 年度", $"it is of {Text(its)}; {Text(wanted)} is needed");
    }

    private static Fitting? Kind(PairRole role, DocumentFacts main, DocumentFacts other) => role switch
    {
        PairRole.Final when other.Kind != DocumentKind.Final => No("该文件不是决算", "it is no final account"),
        PairRole.Final when main.Kind != DocumentKind.Budget => No("所查文件不是预算", "the document that is checked is no budget"),
        PairRole.Budget when other.Kind != DocumentKind.Budget || main.Kind != DocumentKind.Final => No("应为决算与同年预算", "a final account and the budget of its year are needed"),
        PairRole.Unit or PairRole.Tables when other.Kind != main.Kind && other.Kind != DocumentKind.Unknown => No("一份是预算，一份是决算", "one is a budget, the other a final account"),
        _ => null,
    };

    private static Reason Evidence(PairRole role, DocumentFacts main, DocumentFacts other)
    {
        var (name, english) = role == PairRole.Unit ? ("单位与部门名称相应", "unit and department name each other")
            : main.Entity is null || other.Entity is null ? ("主体未印全，按所指定", "one does not print its entity; taken as given")
            : main.Entity == other.Entity ? ("主体名称相同", "the same entity") : ($"主体名称相应（{other.Entity}）", $"the same entity ({other.Entity})");
        var (year, yearEnglish) = role switch
        {
            PairRole.Previous => ($"{Text(other.Year!.Value)} 年度为上一年度", $"{Text(other.Year!.Value)} is the year before"),
            PairRole.Tables when other.Year is null => ("表中没有年度", "the tables print no year"),
            _ => ($"同为 {Text(other.Year!.Value)} 年度", $"both of {Text(other.Year!.Value)}"),
        };
        return new Reason($"{name}，{year}", $"{english}, {yearEnglish}");
    }

    private static Fitting No(string chinese, string english) => new(false, new Reason(chinese, english));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
