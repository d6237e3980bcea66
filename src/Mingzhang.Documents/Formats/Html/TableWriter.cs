using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>写表：tables of data become grids; tables of layout dissolve into what they arrange.</summary>
internal static class TableWriter
{
    /// <summary>一行最多的列数: as in a text file.</summary>
    private const int MostColumns = PaperDocument.MostColumns;

    /// <summary>从某个表开始写，相邻的单行表接成一个; the index of the last table written.</summary>
    public static int WriteFrom(BlockFlow flow, PageElement parent, int at, Mood mood)
    {
        var first = TableModel.Of((PageElement)parent.Children[at]);
        if (Captioned(first) || first.Shown.Count < 3)
        {
            Write(flow, first, mood);
            return at;
        }

        // Some exports make a table of every row.
        var run = new List<TableModel> { first };
        var last = at;
        var several = first.Rows.Count > 1 ? 1 : 0;
        for (var i = at + 1; i < parent.Children.Count; i++)
        {
            if (parent.Children[i] is PageText blank && string.IsNullOrWhiteSpace(blank.Text))
            {
                continue;
            }

            if (parent.Children[i] is not PageElement { Name: "table" } next || (next.Look & Look.Hidden) != 0 || next.Furniture)
            {
                break;
            }

            var model = TableModel.Of(next);
            several += model.Rows.Count > 1 ? 1 : 0;
            if (model.Shown.Count != first.Shown.Count || Captioned(model) || several > 1)
            {
                break;
            }

            run.Add(model);
            last = i;
        }

        if (run.Count == 1 || !run.TrueForAll(m => Bounded(flow, m)))
        {
            run.ForEach(m => Write(flow, m, mood));
            return last;
        }

        WriteRows(flow, [.. run.SelectMany(m => DenseRows.Of(m, flow.Part))], mood);
        return last;
    }

    private static void Write(BlockFlow flow, TableModel model, Mood mood)
    {
        foreach (var caption in model.Captions)
        {
            flow.Walk(caption, mood with { Heading = true });
            flow.EndBlock(mood with { Heading = true });
        }

        mood = default(Mood).Within(model.Table);
        if (TableNature.IsLayout(model))
        {
            WriteLayout(flow, model, mood);
        }
        else if (Bounded(flow, model))
        {
            WriteRows(flow, DenseRows.Of(model, flow.Part), mood);
        }
        else
        {
            foreach (var row in model.Rows)
            {
                var cells = row.Elements.Where(e => (e.Look & Look.Hidden) == 0).Select(c => BlockFlow.CellText(c, flow.Part).Replace('\n', ' '));
                flow.Add(new TextLine(string.Join("  ", cells), 0, null, false) { Join = LineJoin.New });
            }
        }
    }

    private static void WriteRows(BlockFlow flow, List<GridRow> rows, Mood mood)
    {
        var (above, body, below) = TitleRows.Split(rows);
        foreach (var line in above)
        {
            flow.Add(line);
        }

        flow.Add(new Grid(body) { Ruled = true });
        foreach (var line in below)
        {
            flow.Add(line);
        }

        flow.EndBlock(mood);
    }

    private static void WriteLayout(BlockFlow flow, TableModel model, Mood mood)
    {
        foreach (var row in model.Rows.Where(r => flow.Part.Furniture || !r.Furniture))
        {
            var inner = mood.Within(row);
            if (SideBySide(flow, row) is { } joined)
            {
                WriteRows(flow, joined, inner);
                continue;
            }

            foreach (var cell in row.Elements.Where(e => ElementNames.IsCell(e.Name) && (e.Look & Look.Hidden) == 0 && (flow.Part.Furniture || !e.Furniture)))
            {
                flow.Walk(cell, inner);
                flow.EndBlock(inner.Within(cell));
            }
        }
    }

    // Two halves of one table, income at the left and expenditure at the right, each a table in a cell of its own.
    private static List<GridRow>? SideBySide(BlockFlow flow, PageElement row)
    {
        var cells = row.Elements.Where(e => ElementNames.IsCell(e.Name) && (e.Look & Look.Hidden) == 0).ToList();
        if (cells.Count != 2 || cells.Exists(c => OnlyTable(c) is null))
        {
            return null;
        }

        var left = TableModel.Of(OnlyTable(cells[0])!);
        var right = TableModel.Of(OnlyTable(cells[1])!);
        if (left.Rows.Count != right.Rows.Count || left.Rows.Count < 3 || TableNature.IsLayout(left) || TableNature.IsLayout(right) || !Bounded(flow, left) || !Bounded(flow, right))
        {
            return null;
        }

        return [.. DenseRows.Of(left, flow.Part).Zip(DenseRows.Of(right, flow.Part), (a, b) => new GridRow([.. a.Cells, .. b.Cells], 0, null))];
    }

    private static PageElement? OnlyTable(PageElement cell)
    {
        var tables = cell.Elements.Where(e => (e.Look & Look.Hidden) == 0 && (e.Name != "br")).ToList();
        return tables is [{ Name: "table" } table] && table.Measure.Text == cell.Measure.Text ? table : null;
    }

    private static bool Captioned(TableModel model) => model.Captions.Count > 0;

    private static bool Bounded(BlockFlow flow, TableModel model) =>
        !model.Unbounded && model.Width <= MostColumns && flow.Part.Budget.Take((long)model.Width * model.Rows.Count);
}
