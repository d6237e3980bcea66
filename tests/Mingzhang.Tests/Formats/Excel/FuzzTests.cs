using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>随机损坏：workbooks, separated text and Markdown with random damage give paper or a reason, soon, and never an exception.</summary>
public class FuzzTests
{
    private const string Table = "部门收入总表\n单位：万元\n科目编码\t科目名称\t总计\t一般公共预算拨款收入\n\t合计\t12.50\t12.50\n201\t一般公共服务支出\t12.50\t12.50\n20126\t档案事务\t12.50\t12.50\n2012601\t行政运行\t12.50\t12.50";
    private static readonly string[] Pieces = ["<row r=\"1048576\">", "<c r=\"XFD9\">", "\"\"", "\"", "|", "---|---", "\n", ",,,,", "<mergeCell ref=\"A1:B9\"/>", "&#0;", "]]>", "hidden=\"1\"", "<v>1e308</v>", "t=\"s\"", "# ", "**", "`", "<table>", ";;;", "[>=", "0!."];

    [Fact]
    public void Damaged_xlsx_gives_paper_or_a_reason() => Run(1, random =>
    {
        var rows = Damaged(SmallBook.Rows(Table, 1), random);
        var book = new SmallBook { Texts = Damaged("<si><t>甲</t></si>", random), WorkbookProperties = random.Next(9) == 0 ? Damaged("<workbookPr/>", random) : "" };
        book.Style(random.Next(3) == 0 ? Damaged("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", random) : "0.00");
        var bytes = book.Sheet("表", rows, "<cols><col min=\"2\" max=\"2\"/></cols>", Damaged("<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>", random)).Bytes();
        return random.Next(3) == 0 ? Bitten(bytes, random) : bytes;
    });

    [Fact]
    public void Damaged_xls_gives_paper_or_a_reason() => Run(2, random => Bitten(SmallRecords.Table, random));

    [Fact]
    public void Damaged_csv_gives_paper_or_a_reason() => Run(3, random => Encoding.UTF8.GetBytes(Damaged(Table.Replace('\t', ','), random)));

    [Fact]
    public void Damaged_markdown_gives_paper_or_a_reason() =>
        Run(4, random => Encoding.UTF8.GetBytes(Damaged("# 部门预算\n\n说明**如下**。\n\n| 项目 | 金额 |\n| --- | --: |\n| 人员 | 12.50 |\n| 公用 | 3.20 |\n\n- 一\n- 二\n", random)));

    [Fact]
    public void Damaged_real_xls_gives_paper_or_a_reason()
    {
        var file = File.ReadAllBytes(Shared.File("corpus/budget_template.xls"));
        Run(5, random => Bitten(file, random), Math.Min(60, Fuzzing.Rounds));
    }

    private static void Run(int seed, Func<Random, byte[]> make, int? rounds = null)
    {
        for (var i = 0; i < (rounds ?? Fuzzing.Rounds); i++)
        {
            var bytes = make(new Random((seed * 1_000_000) + i));
            var watch = Stopwatch.StartNew();
            try
            {
                var opened = Opening.Bytes("a", bytes);
                Assert.True(opened.Paper is null == opened.Problem is not null);
                if (opened.Paper is { } paper)
                {
                    Whole(paper);
                    Reader.Read(paper, Documents.Library);
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{seed} {i}: {e}");
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{seed} {i}: {watch.Elapsed}");
        }
    }

    private static void Whole(PaperDocument paper)
    {
        foreach (var grid in paper.Blocks.OfType<Grid>().Where(g => g.Ruled && paper.Format != "html"))
        {
            for (var r = 0; r < grid.Rows.Count; r++)
            {
                Assert.Equal(grid.Width, grid.Rows[r].Cells.Count);
                for (var c = 0; c < grid.Width; c++)
                {
                    var cell = grid.Rows[r].Cells[c];
                    Assert.True(r + cell.Rows <= grid.Rows.Count && c + cell.Columns <= grid.Width);
                    Assert.True(cell.CoveredFrom is not var (up, left) || (grid.Rows[r - up].Cells[c - left] is { CoveredFrom: null } from && from.Rows > up && from.Columns > left));
                }
            }
        }
    }

    private static string Damaged(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (var k = random.Next(1, 12); k > 0 && text.Length > 0; k--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 40)));
                    break;
                case 1:
                    text[at] = (char)random.Next(32, 0x9fff);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(1, 300))));
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static byte[] Bitten(byte[] source, Random random)
    {
        var bytes = (byte[])source.Clone();
        for (var k = random.Next(1, 40); k > 0; k--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => 0xFF, 1 => 0, _ => (byte)random.Next(256) };
        }

        return random.Next(8) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }
}
