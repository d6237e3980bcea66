using System.Globalization;

namespace Mingzhang.Documents.Reports;

/// <summary>单元格（CSV）：quoted where needed; what a spreadsheet would take for a formula is defused.</summary>
internal static class CsvCell
{
    public static string Quote(string? field)
    {
        field ??= "";
        if (field.Length > 0 && field[0] is '=' or '+' or '@' or '\t' || (field.StartsWith('-') && !decimal.TryParse(field, NumberStyles.Number, CultureInfo.InvariantCulture, out _)))
        {
            field = "'" + field;
        }

        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
