using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Reading;

/// <summary>坏输入：a clear message in both languages, nothing hung, nothing thrown.</summary>
public class BadInputTests
{
    public static TheoryData<string, byte[]> Unreadable() => new()
    {
        { "empty", [] },
        { "white space", "  \n\t\n"u8.ToArray() },
        { "binary", [.. Enumerable.Range(0, 5000).Select(i => unchecked((byte)(i * 37)))] },
        { "zeros", new byte[4096] },
        { "PDF", [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 4000).Select(i => unchecked((byte)(i * 91)))] },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_text_says_so_with_a_remedy(string what, byte[] bytes)
    {
        var opened = Opening.Bytes(what, bytes);
        Assert.Null(opened.Paper);
        Assert.True(opened.Problem!.Chinese.Length > 0 && opened.Problem.English.Length > 0);
        Assert.True(opened.Remedy!.Chinese.Length > 0 && opened.Remedy.English.Length > 0);
    }

    [Fact]
    public void Folders_and_missing_files_say_so()
    {
        Assert.Contains("文件夹", Opening.File(Repository.Root).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("不存在", Opening.File(Path.Combine(Repository.Root, "no such file")).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_gigabyte_is_refused_without_reading_it()
    {
        var path = Path.GetTempFileName();
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(1L << 30);
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("上限", Opening.File(path).Problem!.Chinese, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 10_000_000);
        File.Delete(path);
    }

    public static TheoryData<string, string> Strange() => new()
    {
        { "a poem", "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n" },
        { "a million columns", "表二\n\n单位：万元\n\n" + new string('\t', 1_000_000) + "1.00\n" },
        { "a million numbers in a row", "表二\n\n单位：万元\n\n科目编码\t科目名称\t总计\n" + string.Concat(Enumerable.Repeat("1.00\t", 1_000_000)) + "\n" },
        { "brackets without end", "一、" + new string('（', 200_000) + "\n" + new string('(', 200_000) + "10.00万元" },
        { "one sentence without end", "某局2025年部门预算情况说明\n" + string.Concat(Enumerable.Repeat("其中：基本支出10.00万元，比2024年增加", 20_000)) },
        { "headings without end", string.Concat(Enumerable.Repeat("一、二、三、（一）1.（1）\n", 30_000)) },
        { "numbers too large", "某局2025年部门预算情况说明\n\n三、部门预算情况说明\n\n基本支出99999999999999999999999999999999999999亿元，项目支出9999999999999999亿元，其中：人员经费9999999999999999亿元。" },
        { "a table of many rows", "某局2025年部门预算情况说明\n\n表八\n\n部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{2010101 + i}\t行政运行\t1.00\t1.00\t\n")) },
        { "controls", "某局2025年部门预算情况说明\n" + string.Concat(Enumerable.Repeat("为了说明情况，", 200)) + "\u0001\u0002\u202e基本支出\u200b10.00万元" },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public void Strange_text_is_read_in_bounded_time(string what, string text)
    {
        var watch = Stopwatch.StartNew();
        var report = Documents.Check(text);
        Assert.NotNull(report);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), what);
    }

    [Fact]
    public void A_text_that_is_no_disclosure_is_told_so() =>
        Assert.Contains(Documents.Check("床前明月光，疑是地上霜。\n").Findings, f => f.Rule == "MZ106");

    [Fact]
    public void A_table_cut_in_the_middle_is_told_by_its_sums_and_its_total()
    {
        var at = Documents.Sample.IndexOf("2012604\t档案馆\t326.00\t\t326.00", StringComparison.Ordinal);
        var end = Documents.Sample.IndexOf("表九", StringComparison.Ordinal);
        Assert.Contains(Documents.Check(Documents.Sample[..at] + "\n\n" + Documents.Sample[end..]).Findings, f => f.Rule == "MZ007");
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = new Random(7);
        var text = Documents.Sample;
        for (var i = 0; i < 300; i++)
        {
            var damaged = new StringBuilder(text);
            for (var k = 0; k < 20; k++)
            {
                var at = random.Next(damaged.Length - 40);
                switch (random.Next(4))
                {
                    case 0:
                        damaged.Remove(at, random.Next(1, 30));
                        break;
                    case 1:
                        damaged.Insert(at, text.AsSpan(random.Next(text.Length - 30), random.Next(1, 30)));
                        break;
                    case 2:
                        damaged[at] = text[random.Next(text.Length)];
                        break;
                    default:
                        damaged[at] = (char)random.Next(1, 0xd7ff);
                        break;
                }
            }

            Assert.NotNull(Documents.Check(damaged.ToString()));
        }
    }
}
