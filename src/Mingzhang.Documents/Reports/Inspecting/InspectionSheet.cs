using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Rules.Inspecting;

namespace Mingzhang.Documents.Reports.Inspecting;

/// <summary>检查表成稿：the reviewer's form and the five dimensions as tables, which any writer prints: 部门（单位）预算公开情况检查表.</summary>
public static class InspectionSheet
{
    /// <summary>由一份报告。</summary>
    public static Composed Of(Report report, Library library, bool english)
    {
        ArgumentNullException.ThrowIfNull(report);
        var facts = report.Disclosure.Facts;
        var kind = facts.Kind == DocumentKind.Final ? english ? "final account" : "决算" : english ? "budget" : "预算";
        var scope = facts.Scope == DocumentScope.Unit ? english ? "Unit" : "单位" : english ? "Department" : "部门";
        var year = facts.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        var title = english ? $"{scope} {kind} {year}: inspection of the publication" : $"{(year.Length > 0 ? year + "年度" : "")}{scope}{kind}公开情况检查表";
        return new Composed
        {
            Title = title,
            Entity = facts.Entity ?? "",
            Year = facts.Year,
            Blocks =
            [
                new ComposedHeading(1, "", english ? "What was inspected" : "检查对象"),
                .. TextReport.Summary(report, english).Prepend(facts.Name).Select(l => new ComposedParagraph([new WordsRun(l)])),
                Lines(title, InspectionForm.Of(report, library), facts, english),
                Five(Dimensions.Of(report), english),
            ],
        };
    }

    private static ComposedTable Lines(string title, IReadOnlyList<InspectionLine> lines, DocumentFacts facts, bool english) => Table(title, facts.Entity ?? "",
        english ? ["No.", "Part", "Meets what is required", "Problems"] : ["序号", "检查内容", "符合要求", "存在问题"],
        lines.Select((line, i) => new[] { (i + 1).ToString(CultureInfo.InvariantCulture), line.Name.In(english), Word(line.Meets, english), Problems(line.Problems, english) }));

    private static ComposedTable Five(IReadOnlyList<DimensionResult> dimensions, bool english) => Table(english ? "The five dimensions" : "五个方面", "",
        english ? ["No.", "Dimension", "Checks held", "Findings"] : ["序号", "方面", "核对通过", "问题"],
        dimensions.Select((d, i) => new[]
        {
            (i + 1).ToString(CultureInfo.InvariantCulture), d.Name.In(english), d.Rate is null ? english ? "not checked" : "未核对" : $"{d.Held.ToString(CultureInfo.InvariantCulture)}/{(d.Held + d.Broken).ToString(CultureInfo.InvariantCulture)}（{d.Percent}）",
            d.Findings.Count == 0 ? d.NotChecked.Count > 0 ? d.NotChecked[0].In(english) : "" : Counted(d.Findings, english),
        }));

    private static string Problems(IReadOnlyList<Finding> findings, bool english) =>
        string.Join('\n', findings.OrderByDescending(f => f.Severity).Select((f, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. [{SeverityWords.Of(f.Severity, english)} {f.Rule}] {f.Message.In(english)}"));

    private static string Counted(IReadOnlyList<Finding> findings, bool english) =>
        string.Join(english ? ", " : "，", findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => $"{SeverityWords.Of(g.Key, english)} {g.Count().ToString(CultureInfo.InvariantCulture)}"));

    private static string Word(Meets meets, bool english) => (meets, english) switch
    {
        (Meets.Yes, false) => "是",
        (Meets.No, false) => "否",
        (_, false) => "未核对",
        (Meets.Yes, true) => "yes",
        (Meets.No, true) => "no",
        _ => "not checked",
    };

    /// <summary>没有金额的表；<paramref name="numbers"/> are the columns of counts.</summary>
    internal static ComposedTable Table(string title, string owner, string[] header, IEnumerable<string[]> rows, params int[] numbers) => new()
    {
        Number = "",
        Title = title,
        Form = null,
        EntityLine = owner,
        UnitLine = "",
        Unit = MoneyUnit.TenThousand,
        Columns = [.. header.Select((_, i) => numbers.Contains(i) ? CellKind.Number : CellKind.Text)],
        Header = [[.. header.Select(h => new ComposedCell(h, CellKind.Label))]],
        Rows = [.. rows.Select(r => new ComposedRow([.. r.Select((c, i) => new ComposedCell(c, numbers.Contains(i) ? CellKind.Number : CellKind.Text))], Total: false))],
        Notes = [],
    };
}
