using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mingzhang.Tests.Workbench;

/// <summary>导入用的模板：the workbook offers what may stand in each column, and what is chosen from its lists is understood when it comes back.</summary>
public sealed class LineTemplateTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task What_is_chosen_from_the_lists_comes_back_by_the_import()
    {
        var book = await _people["王芳"].Bytes(WorkbenchFixture.At("/work/reports/101001/template"));
        var (headers, lists) = Read(book);
        Assert.Contains("预算金额(万元)", headers);
        Assert.Contains(lists[headers.IndexOf("支出功能分类")], c => c == "2060101 行政运行");
        var row = headers.Select((h, i) => h switch
        {
            "口径" => "本年支出",
            "资金性质" or "部门预算经济分类" => lists[i][0],
            "支出性质" => lists[i][1],
            "支出功能分类" => "2060101 行政运行",
            "政府采购" => lists[i][0],
            "预算金额(万元)" => "12.5",
            "说明" => "办公用品",
            _ => "",
        }).ToList();
        Assert.Contains("本年支出", lists[headers.IndexOf("口径")]);
        var answer = await _people["王芳"].Upload(WorkbenchFixture.At("/work/reports/101001/import"), "行.xlsx", Filled(book, row), ("do", "import"));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Html);
        var line = Assert.Single(_work.Lines("101001"));
        Assert.Equal(("general", "public", "2060101", "30101", "goods", 12_500_000L), (line.Fund, line.Nature, line.Function, line.Economic, line.Procurement, line.Fen));
    }

    [Fact]
    public async Task Every_entry_of_a_list_is_understood()
    {
        var book = await _people["王芳"].Bytes(WorkbenchFixture.At("/work/reports/101001/template"));
        var (headers, lists) = Read(book);
        var (measure, fund) = (headers.IndexOf("口径"), headers.IndexOf("资金性质"));
        var rows = lists[measure].SelectMany(m => lists[fund].Select(f => headers.Select((h, i) => i == measure ? m : i == fund ? f : h switch
        {
            "支出性质" => m == lists[measure][0] ? "公用经费" : "",
            "支出功能分类" => m == lists[measure][0] ? "2060101" : "",
            "部门预算经济分类" => m == lists[measure][0] ? "30201" : "",
            "预算金额(万元)" => "1",
            _ => "",
        }).ToList())).ToArray();
        var answer = await _people["王芳"].Upload(WorkbenchFixture.At("/work/reports/101001/import"), "行.xlsx", Filled(book, rows), ("do", "import"));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Html);
        Assert.Equal(rows.Length, _work.Lines("101001").Count);
    }

    private static (List<string> Headers, List<string[]> Lists) Read(byte[] book)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        var parts = package.WorkbookPart!.WorksheetParts.OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal).ToList();
        var headers = parts[0].Worksheet.Descendants<Row>().First().Elements<Cell>().Select(c => c.InnerText).ToList();
        var listed = parts[1].Worksheet.Descendants<Cell>().ToList();
        Assert.NotEmpty(parts[0].Worksheet.Descendants<DataValidation>());
        return (headers, [.. headers.Select((_, i) => listed.Where(c => c.CellReference!.Value![0] == 'A' + i).Select(c => c.InnerText).ToArray())]);
    }

    private static byte[] Filled(byte[] book, params List<string>[] rows)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var data = package.WorkbookPart!.WorksheetParts.OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal).First().Worksheet.GetFirstChild<SheetData>()!;
            foreach (var (n, row) in rows.Index())
            {
                data.Append(new Row(row.Index().Where(c => c.Item.Length > 0).Select(c => new Cell(new InlineString(new Text(c.Item))) { CellReference = (char)('A' + c.Index) + (n + 2).ToString(CultureInfo.InvariantCulture), DataType = CellValues.InlineString })) { RowIndex = (uint)n + 2 });
            }
        }

        return stream.ToArray();
    }
}
