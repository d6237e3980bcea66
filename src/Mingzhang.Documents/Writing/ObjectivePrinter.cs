using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing;

/// <summary>绩效目标表的书写：one objective a table, or one project after another.</summary>
internal static class ObjectivePrinter
{
    /// <summary>绩效表的各行; null for forms of other layouts.</summary>
    public static IReadOnlyList<string[]>? Rows(Form form, Draft draft) => form.Layout switch
    {
        FormLayout.Objective => Objective(form, draft.Performance.FirstOrDefault(p => p.Whole && form.At is null), draft),
        FormLayout.Projects => Projects(form, draft),
        _ => null,
    };

    /// <summary>该表是否没有目标: the form for earmarked funds, which the draft has none of.</summary>
    public static bool Empty(Form form, Draft draft) => form.At is not null || !draft.Performance.Any(p => p.Whole);

    private static List<string[]> Objective(Form form, PerformanceObject? objective, Draft draft)
    {
        var group = form.Columns[^1];
        var width = group.Children.Count + 1;
        var rows = new List<string[]>();
        foreach (var column in form.Columns.SkipLast(1))
        {
            var value = objective is null ? "" : column.Label.Contains("目标", StringComparison.Ordinal) ? objective.Goal : column.Label.Contains("名称", StringComparison.Ordinal) ? draft.Entity : "";
            rows.Add(Pad([column.Label, column.Children.Count > 0 ? column.Children[0].Label : value], width));
            rows.AddRange(column.Children.Skip(1).Select(c => Pad(["", c.Label], width)));
        }

        rows.Add([group.Label, .. group.Children.Select(c => c.Label)]);
        rows.AddRange((objective?.Indicators ?? []).Select(i => (string[])["", .. group.Children.Select(c => Of(i, c.Kind))]));
        return rows;
    }

    private static List<string[]> Projects(Form form, Draft draft)
    {
        var rows = new List<string[]> { form.Columns.Select(c => c.Label).ToArray() };
        var number = 0;
        foreach (var project in draft.Performance.Where(p => !p.Whole))
        {
            number++;
            for (var i = 0; i < project.Indicators.Count; i++)
            {
                var first = i == 0;
                var indicator = project.Indicators[i];
                rows.Add([.. form.Columns.Select(c => c.Kind switch
                {
                    ColumnKind.Index => first ? number.ToString(CultureInfo.InvariantCulture) : "",
                    ColumnKind.Project => first ? project.Name : "",
                    ColumnKind.Amount => first ? project.Money!.Amount!.Value.Print(project.Money.Amount.Value.Yuan, 2) : "",
                    ColumnKind.Goal => first ? project.Goal : "",
                    var kind => Of(indicator, kind),
                })]);
            }
        }

        return rows;
    }

    private static string Of(Indicator indicator, ColumnKind kind) => kind switch
    {
        ColumnKind.Indicator => indicator.Name,
        ColumnKind.Nature => indicator.Nature,
        ColumnKind.Value => indicator.Value,
        ColumnKind.Unit => indicator.Unit,
        ColumnKind.Weight => indicator.WeightText,
        ColumnKind.Core => indicator.Core switch
        {
            true => "是",
            false => "否",
            _ => "",
        },
        _ => "",
    };

    private static string[] Pad(string[] cells, int width) => [.. cells, .. Enumerable.Repeat("", width - cells.Length)];
}
