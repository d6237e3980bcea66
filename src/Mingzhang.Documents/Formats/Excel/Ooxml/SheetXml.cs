using System.Globalization;
using System.Xml;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Excel.Numbers;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel.Ooxml;

/// <summary>工作表的 XML：rows and cells one after another, never as a tree; the size that a sheet says of itself is not believed.</summary>
internal sealed class SheetXml(XmlReader reader, SheetBuilder sheet, List<string> texts, CellFormats formats)
{
    private int _row = -1;
    private int _column = -1;

    public void Read()
    {
        while (SafeXml.Step(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "sheetView":
                    sheet.ShowsZeros &= reader.GetAttribute("showZeros") is not ("0" or "false");
                    break;
                case "col" when IsTrue(reader.GetAttribute("hidden")) || reader.GetAttribute("width") is "0":
                    sheet.HideColumns((Number(reader.GetAttribute("min")) ?? 1) - 1, (Number(reader.GetAttribute("max")) ?? 0) - 1);
                    break;
                case "row":
                    _row = Math.Clamp(Number(reader.GetAttribute("r")) - 1 ?? _row + 1, 0, LastRow);
                    _column = -1;
                    if ((IsTrue(reader.GetAttribute("hidden")) || reader.GetAttribute("ht") is "0") && !reader.IsEmptyElement)
                    {
                        sheet.HideRow(_row);
                    }

                    break;
                case "c":
                    if (!Cell())
                    {
                        return;
                    }

                    break;
                case "mergeCell":
                    if (!Merge(reader.GetAttribute("ref")))
                    {
                        return;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private bool Cell()
    {
        var (row, column) = CellAddress.Parse(reader.GetAttribute("r")) ?? (Math.Max(0, _row), _column + 1);
        (_row, _column) = (row, column);
        var kind = reader.GetAttribute("t");
        var format = formats[Number(reader.GetAttribute("s")) ?? 0];
        var (value, formula) = (default(string), false);
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (SafeXml.Step(reader) && reader.Depth > depth)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "v":
                        value = Value();
                        break;
                    case "is":
                        value = RichText.Read(reader);
                        break;
                    case "f":
                        formula = true;
                        break;
                    default:
                        break;
                }
            }
        }

        if (string.IsNullOrEmpty(value))
        {
            if (formula && kind != "str")
            {
                sheet.NoResult(row, column);
            }

            return true;
        }

        return Put(row, column, kind, value, format);
    }

    private bool Put(int row, int column, string? kind, string value, NumberFormat format)
    {
        switch (kind)
        {
            case "s":
                return Number(value) is not { } at || at < 0 || at >= texts.Count || sheet.Text(row, column, texts[at], format);
            case "inlineStr" or "str":
                return sheet.Text(row, column, value, format);
            case "b":
                return sheet.Text(row, column, value == "1" ? "TRUE" : "FALSE", NumberFormat.General);
            case "e":
                return sheet.Error(row, column, value.Length > LongestError ? value[..LongestError] : value);
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
                    ? sheet.Number(row, column, Days(date), format.IsDate ? format : NumberFormat.Of("yyyy/m/d")) : sheet.Text(row, column, value, NumberFormat.General);
            default:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? sheet.Number(row, column, number, format) : sheet.Text(row, column, value, NumberFormat.General);
        }
    }

    private const int LastRow = 1_048_575;
    private const int LongestError = 20;

    private double Days(DateTime date)
    {
        const double Days1904 = 1462;
        try
        {
            return date.ToOADate() - (sheet.Date1904 ? Days1904 : 0);
        }
        catch (OverflowException)
        {
            return 0;
        }
    }

    // The text of an element without others inside.
    private string Value()
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, text) = (reader.Depth, "");
        while (SafeXml.Step(reader) && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length < Longest)
            {
                text += reader.Value;
            }
        }

        return text.Length > Longest ? text[..Longest] : text;
    }

    private const int Longest = 32_768;

    private bool Merge(string? reference)
    {
        var colon = reference?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon < 0 || CellAddress.Parse(reference.AsSpan(0, colon)) is not var (row, column) || CellAddress.Parse(reference.AsSpan(colon + 1)) is not var (lastRow, lastColumn)
            || sheet.Merge(new MergedCells(row, column, lastRow, lastColumn));
    }

    private static bool IsTrue(string? value) => value is "1" or "true";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
