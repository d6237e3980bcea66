using System.Globalization;

namespace Mingzhang.Pdf.Writing.Tables;

/// <summary>单元格的属性：scope and spans, for those who hear the table.</summary>
internal static class TableTags
{
    /// <summary>属性：null where there is nothing to say.</summary>
    public static string? Attributes(PlacedCell cell)
    {
        var scope = cell.Header ? "/Scope/Column" : cell.Cell.IsRowHeader ? "/Scope/Row" : "";
        var spans = Span("ColSpan", cell.ColumnSpan) + Span("RowSpan", cell.RowSpan);
        return scope.Length + spans.Length > 0 ? "<</O/Table" + scope + spans + ">>" : null;
    }

    private static string Span(string name, int count) => count > 1 ? "/" + name + " " + count.ToString(CultureInfo.InvariantCulture) : "";
}
