using System.Globalization;

namespace Mingzhang.Documents.Reports;

/// <summary>单元格（CSV）：quoted where needed; what a spreadsheet would take for a formula is defused.</summary>
internal static class CsvCell
{
    public static string Quote(string? field)
    {
        field = Defused(field ?? "");
        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>不成公式的写法: also for what reaches a spreadsheet by another way.</summary>
    public static string Defused(string field) =>
        field.Length > 0 && (field[0] is '=' or '+' or '@' or '\t' || (field[0] == '-' && !decimal.TryParse(field, NumberStyles.Number, CultureInfo.InvariantCulture, out _))) ? "'" + field : field;
}
