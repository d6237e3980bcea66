using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的基础信息、说明和其他数据：what no table prints: who, the officer's own words, counts, and figures of which only sentences speak.</summary>
internal static class EntryBasics
{
    public const string Marker = "明账填报表";
    public const string Sheet = "基础信息";
    public const string WordsSheet = "说明";
    public const string FiguresSheet = "其他数据";

    /// <summary>单位名称的格子。</summary>
    public const string Entity = Sheet + "!$B$7";

    /// <summary>基础信息各项所在的行，从 0 起。</summary>
    public const int BookRow = 2;
    public const int YearRow = 3;
    public const int ScopeRow = 4;
    public const int EntityRow = 6;

    /// <summary>说明和其他数据的首行，从 0 起。</summary>
    public const int FirstRow = 2;

    /// <summary>数量的键的开头。</summary>
    public const string CountKey = "count ";

    private const int Width = 60;

    public static Worksheet Basics(FormBook book, int year, DocumentScope scope)
    {
        var data = new SheetData();
        string[][] rows =
        [
            [Marker],
            ["项目", "内容", "填写说明"],
            ["表册", book.Key, book.Name.Chinese],
            ["年度", year.ToString(CultureInfo.InvariantCulture), "已锁定：科目随年度变化，换年度请另取填报表"],
            ["范围", scope == DocumentScope.Unit ? "单位" : "部门", "已锁定"],
            ["种类", book.Kind == DocumentKind.Final ? "决算" : "预算", "已锁定"],
            ["单位名称", "", "填写全称，各表的表名和编制单位由此而来"],
            ["怎样填写", "只填浅黄色的格子：先填各表，再填“其他数据”，最后填“说明”。合计和名称由公式得出。", ""],
            ["怎样使用", "mingzhang check 本文件：核对；mingzhang write 本文件 -o 公开文本.docx：写出公开文本", ""],
        ];
        for (var r = 0; r < rows.Length; r++)
        {
            var number = r + 1;
            data.Append(TableSheet.Row(number, rows[r].Select((t, c) => TableSheet.Text(c, number, t, r == 0 ? EntryStyles.Title : r == 1 ? SheetStyles.Header : r == EntityRow && c == 1 ? EntryStyles.Input : EntryStyles.Locked))));
        }

        return Page(data, [14, Width, 50], null, true);
    }

    public static Worksheet Words(EntryNeeds needs)
    {
        var data = new SheetData();
        data.Append(TableSheet.Row(1, [TableSheet.Text(0, 1, "说明：只有文字由填报人写，数字由各表而来", EntryStyles.Title)]), Head("内容", "文字或数量", "键（勿改）"));
        var number = FirstRow;
        foreach (var need in needs.Words)
        {
            data.Append(Line(++number, need.Name, need.Value, need.Key, EntryStyles.Locked));
        }

        foreach (var need in needs.Each)
        {
            // Which codes and projects there are is only known when the tables are filled in.
            for (var i = 0; i < EntryNeeds.Items; i++)
            {
                data.Append(Line(++number, "", "", need.Key, EntryStyles.Input));
            }
        }

        return Page(data, [30, Width, 22], needs.Each.Count == 0 ? null : $"下面的空行：左栏填{string.Join('或', needs.Each.Select(e => e.Name).Distinct())}", false);
    }

    public static Worksheet Figures(EntryNeeds figures, string codes)
    {
        var data = new SheetData();
        data.Append(TableSheet.Row(1, [TableSheet.Text(0, 1, "其他数据：各表没有印出而说明要用的数（万元）；不填的，说明中不写", EntryStyles.Title)]), Head("数据", "金额（万元）", "键（勿改）"));
        var choices = new EntryChoices("万元");
        var number = FirstRow;
        foreach (var figure in figures.Words)
        {
            Figure(figure.Name, figure.Key, EntryStyles.Locked);
        }

        foreach (var figure in figures.Each)
        {
            var project = figure.Key.EndsWith(EntryNeeds.EachProject, StringComparison.Ordinal);
            Figure($"以下逐行：左栏{(project ? "填项目名称" : "选科目编码（项）")}，中栏填{figure.Name}", "", EntryStyles.Locked);
            for (var i = 0; i < EntryNeeds.Items; i++)
            {
                var cell = Figure("", figure.Key, EntryStyles.Input);
                if (!project)
                {
                    choices.List(cell, codes, "请从列表中选择科目编码");
                }
            }
        }

        var sheet = Page(data, [Width, 18, 40], null, false);
        if (choices.Validations() is { } validations)
        {
            sheet.InsertBefore(validations, sheet.GetFirstChild<PageMargins>());
        }

        return sheet;

        string Figure(string name, string key, uint style)
        {
            number++;
            data.Append(TableSheet.Row(number, [TableSheet.Text(0, number, name, style), TableSheet.Text(1, number, "", key.Length == 0 ? EntryStyles.Locked : EntryStyles.InputAmount), TableSheet.Text(2, number, key, EntryStyles.Small)]));
            if (key.Length > 0)
            {
                choices.Amount("B" + number.ToString(CultureInfo.InvariantCulture));
            }

            return "A" + number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static Row Head(params string[] titles) => TableSheet.Row(FirstRow, titles.Select((t, c) => TableSheet.Text(c, FirstRow, t, SheetStyles.Header)));

    private static Row Line(int number, string name, string value, string key, uint style) =>
        TableSheet.Row(number, [TableSheet.Text(0, number, name, style), TableSheet.Text(1, number, value, EntryStyles.Input), TableSheet.Text(2, number, key, EntryStyles.Small)]);

    private static Worksheet Page(SheetData data, double[] widths, string? footer, bool selected)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(EntryLayout.View(FirstRow, selected)),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(widths.Select((w, c) => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = w, CustomWidth = true })),
            data,
            new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false },
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        if (footer is not null)
        {
            sheet.Append(new HeaderFooter(new OddFooter(footer)));
        }

        return sheet;
    }
}
