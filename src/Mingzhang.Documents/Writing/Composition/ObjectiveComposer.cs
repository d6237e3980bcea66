using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>绩效目标表的构成：one objective a table, or one project after another.</summary>
internal static class ObjectiveComposer
{
    /// <summary>部门整体或专项资金：labels beside their values, then the indicators.</summary>
    public static ComposedTable Objective(Form form, Draft draft, PrintedWords words)
    {
        var objective = draft.Performance.FirstOrDefault(p => p.Whole && form.At is null);
        var group = form.Columns[^1];
        var width = group.Children.Count + 1;
        var rows = new List<ComposedRow>();
        foreach (var column in form.Columns.SkipLast(1))
        {
            var value = objective is null ? "" : column.Label.Contains("目标", StringComparison.Ordinal) ? objective.Goal : column.Label.Contains("名称", StringComparison.Ordinal) ? draft.Entity : "";
            var height = Math.Max(1, column.Children.Count);
            var label = new ComposedCell(words.Fill(column.Label), CellKind.Label, 1, height);
            rows.Add(column.Children.Count > 0
                ? Row([label, new ComposedCell(column.Children[0].Label, CellKind.Label), .. Blanks(width - 2)])
                : Row([label, new ComposedCell(value, CellKind.Text, width - 1), .. Enumerable.Repeat(ComposedCell.Covered, width - 2)]));
            rows.AddRange(column.Children.Skip(1).Select(c => Row([ComposedCell.Covered, new ComposedCell(c.Label, CellKind.Label), .. Blanks(width - 2)])));
        }

        var indicators = objective?.Indicators ?? [];
        rows.Add(Row([new ComposedCell(group.Label, CellKind.Label, 1, indicators.Count + 1), .. group.Children.Select(c => new ComposedCell(c.Label, CellKind.Label))]));
        rows.AddRange(indicators.Select(i => Row([ComposedCell.Covered, .. group.Children.Select(c => new ComposedCell(Of(i, c.Kind), Kind(c.Kind)))])));
        return Table(form, [CellKind.Label, .. group.Children.Select(c => Kind(c.Kind))], [], rows);
    }

    /// <summary>一行一个项目，指标逐行。</summary>
    public static ComposedTable Projects(Form form, Draft draft, PrintedWords words)
    {
        var rows = new List<ComposedRow>();
        var number = 0;
        foreach (var project in draft.Performance.Where(p => !p.Whole))
        {
            number++;
            var height = project.Indicators.Count;
            for (var i = 0; i < height; i++)
            {
                var first = i == 0;
                var indicator = project.Indicators[i];
                rows.Add(Row([.. form.Columns.Select(c => c.Kind switch
                {
                    ColumnKind.Index => Head(number.ToString(CultureInfo.InvariantCulture), CellKind.Number),
                    ColumnKind.Project => Head(project.Name, CellKind.Name),
                    ColumnKind.Amount => Head(project.Money?.Amount is { } money ? money.Print(money.Yuan, 2) : "", CellKind.Amount) is { Kind: CellKind.Amount } cell
                        ? cell with { Yuan = project.Money?.Amount?.Yuan, Point = project.Money?.Point } : ComposedCell.Covered,
                    ColumnKind.Goal => Head(project.Goal, CellKind.Text),
                    var kind => new ComposedCell(Of(indicator, kind), Kind(kind)),
                })]));

                ComposedCell Head(string text, CellKind kind) => first ? new ComposedCell(text, kind, 1, height) : ComposedCell.Covered;
            }
        }

        return Table(form, [.. form.Columns.Select(c => Kind(c.Kind))], HeaderCells.Of(form.Columns, words), rows);
    }

    private static ComposedTable Table(Form form, IReadOnlyList<CellKind> columns, IReadOnlyList<IReadOnlyList<ComposedCell>> header, IReadOnlyList<ComposedRow> rows) => new()
    {
        Number = "",
        Title = "",
        Form = form.Key,
        EntityLine = "",
        UnitLine = "",
        Unit = MoneyUnit.TenThousand,
        Columns = columns,
        Header = header,
        Rows = rows,
        Notes = [],
    };

    private static ComposedRow Row(IReadOnlyList<ComposedCell> cells) => new(cells, false);

    private static IEnumerable<ComposedCell> Blanks(int count) => Enumerable.Repeat(ComposedCell.Blank, count);

    private static CellKind Kind(ColumnKind kind) => kind switch
    {
        ColumnKind.Amount => CellKind.Amount,
        ColumnKind.Project => CellKind.Name,
        ColumnKind.Weight or ColumnKind.Index => CellKind.Number,
        _ => CellKind.Text,
    };

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
}
