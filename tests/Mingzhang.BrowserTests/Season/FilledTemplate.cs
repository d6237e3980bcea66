using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;

namespace Mingzhang.BrowserTests.Season;

/// <summary>填好的模板：the downloaded workbook with a row for each line, as an officer fills it in.</summary>
internal static class FilledTemplate
{
    public static byte[] Of(byte[] book, IEnumerable<Line> lines)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = package.WorkbookPart!.WorksheetParts.OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal).First().Worksheet;
            var headers = sheet.Descendants<Row>().First().Elements<Cell>().Select(c => c.InnerText).ToList();
            foreach (var (n, line) in lines.Index())
            {
                sheet.GetFirstChild<SheetData>()!.Append(Row(headers, line, n + 2));
            }
        }

        return stream.ToArray();
    }

    private static Row Row(List<string> headers, Line line, int number) => new(headers.Index().Select(h => (h.Index, Text: Value(line, h.Item))).Where(c => c.Text.Length > 0)
        .Select(c => new Cell(new InlineString(new Text(c.Text))) { CellReference = (char)('A' + c.Index) + number.ToString(CultureInfo.InvariantCulture), DataType = CellValues.InlineString }))
    { RowIndex = (uint)number };

    private static string Value(Line line, string header) => header switch
    {
        "口径" => Name("measure", line.Measure),
        "资金性质" => Name("fund", line.Fund),
        "支出性质" => line.Nature.Length > 0 ? Name("nature", line.Nature) : "",
        "支出功能分类" => line.Function,
        "部门预算经济分类" => line.Economic,
        "预算金额(万元)" => (line.Fen / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture),
        "说明" => line.Details,
        _ => header.Contains("项目", StringComparison.Ordinal) && !header.Contains("名称", StringComparison.Ordinal) ? line.Project : "",
    };

    private static string Name(string dimension, string key) => Library.Standard.Space.Member(dimension, key)!.Chinese;
}
