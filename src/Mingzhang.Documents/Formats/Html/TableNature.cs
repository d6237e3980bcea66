namespace Mingzhang.Documents.Formats.Html;

/// <summary>表格的性质：tables of data, and tables that only arrange a page.</summary>
internal static class TableNature
{
    private const int ProseLength = 300;

    public static bool IsLayout(TableModel model)
    {
        var table = model.Table;
        if (model.Cells.Count <= 1 || model.Shown.Count <= 1 || table["role"] is "presentation" or "none")
        {
            return true;
        }

        // A menu never stands in a table of data.
        if (model.Rows.Exists(r => r.Furniture) || model.Cells.Exists(c => c.Element.Furniture))
        {
            return true;
        }

        var measure = table.Measure;
        var nested = measure.Cells - model.Cells.Count;
        if (nested > 0)
        {
            // A cell that is a table itself, or holds one and most of the text, arranges it, unless it is a small thing in a true table.
            var holds = model.Cells.Exists(c => c.Element.Measure.Cells > 1 && (c.Element.Measure.Cells > 4 || c.Element.Measure.Text * 2L > measure.Text));
            return holds && !(model.Width >= 3 && model.Rows.Count >= 3 && nested < model.Cells.Count);
        }

        // The words of a unit or a bureau above a table are set left and right by a row of cells.
        if (model.Rows.Count == 1 && measure.Figures == 0 && model.Cells.Count(c => c.Element.Measure.Text > 0) <= 3)
        {
            return true;
        }

        // A column of running text beside a narrow one.
        var largest = model.Cells.Max(c => c.Element.Measure.Text);
        return model.Cells.Count <= 6 && measure.Figures == 0 && largest > ProseLength && largest * 2 > measure.Text && model.Rows.Count <= 3;
    }
}
