using Mingzhang.Documents.Comparing;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Page;

namespace Mingzhang.Tests.Comparing;

/// <summary>差异：versions and years compared by figure and by sentence.</summary>
public class DifferenceTests
{
    [Fact]
    public void A_document_does_not_differ_from_itself()
    {
        var same = Compare(Documents.Sample, Documents.Sample);
        Assert.Empty(same.Figures);
        Assert.Empty(same.Sentences);
        Assert.True(same.Same > 100);
    }

    [Fact]
    public void A_changed_figure_is_told_once_with_both_prints_and_the_difference()
    {
        var found = Compare(Documents.Sample, Documents.Sample.Replace("馆藏档案数字化\t186.00", "馆藏档案数字化\t196.50", StringComparison.Ordinal));
        var figure = Assert.Single(found.Figures);
        Assert.Equal("186.00万元", figure.Before);
        Assert.Equal("196.50万元", figure.After);
        Assert.Equal(105_000m, figure.Change);
        Assert.Empty(found.Sentences);
    }

    [Fact]
    public void A_figure_left_out_and_one_put_in_are_told()
    {
        var found = Compare(Documents.Sample, Documents.Sample.Replace("30201\t办公费\t18.60\t\t18.60", "30203\t咨询费\t18.60\t\t18.60", StringComparison.Ordinal));
        Assert.Contains(found.Figures, f => f.Before is null && f.Point.Key("economic") == "30203");
        Assert.Contains(found.Figures, f => f.After is null && f.Point.Key("economic") == "30201");
    }

    [Fact]
    public void A_sentence_changed_shows_what_was_left_out_and_put_in()
    {
        var found = Compare(Documents.Sample, Documents.Sample.Replace("主要原因是严格执行公务接待标准", "主要原因是厉行节约", StringComparison.Ordinal));
        var parts = Assert.Single(found.Sentences).Parts();
        Assert.Contains(parts, p => p is { Kind: PartKind.Put, Text: "节约" });
        Assert.Equal(found.Sentences[0].Before, string.Concat(parts.Where(p => p.Kind != PartKind.Put).Select(p => p.Text)));
        Assert.Equal(found.Sentences[0].After, string.Concat(parts.Where(p => p.Kind != PartKind.Left).Select(p => p.Text)));
    }

    [Fact]
    public void Numbers_in_a_sentence_are_compared_whole()
    {
        var found = Compare("一、收支\n\n2026年预算1,234.50万元。\n", "一、收支\n\n2026年预算1,239.50万元。\n");
        Assert.Equal(["1,234.50", "1,239.50"], Assert.Single(found.Sentences).Parts().Where(p => p.Kind != PartKind.Kept).Select(p => p.Text));
    }

    [Fact]
    public void Years_count_from_the_document_so_that_two_years_compare()
    {
        static string Of(int year, string amount) => $"云溪市档案局{year}年部门预算情况说明\n\n二、部门收支总体情况\n\n（二）支出预算：{year}年年初预算数{amount}万元。\n";
        var figure = Assert.Single(Compare(Of(2025, "100.00"), Of(2026, "120.00")).Figures);
        Assert.Equal(200_000m, figure.Change);
    }

    [Fact]
    public void Every_rearrangement_of_words_is_aligned()
    {
        var random = new Random(20260117);
        for (var round = 0; round < 300; round++)
        {
            int[] old = [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(6))];
            int[] now = [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(6))];
            var (o, n) = (0, 0);
            foreach (var gap in Alignment.Of(old, now))
            {
                Assert.Equal(old[o..gap.Old], now[n..gap.Now]);
                (o, n) = (gap.Old + gap.OldCount, gap.Now + gap.NowCount);
            }

            Assert.Equal(old[o..], now[n..]);
        }
    }

    [Fact]
    public void The_page_and_the_JSON_say_the_same_number_of_differences()
    {
        var found = Compare(Documents.Sample, Documents.Sample.Replace("186.00", "196.00", StringComparison.Ordinal));
        Assert.Contains("<ins>196.00</ins>", DifferencePage.Write(found, english: false), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(DifferenceJson.Write(found));
        Assert.Equal(found.Figures.Count, json.RootElement.GetProperty("figures").GetArrayLength());
        Assert.Equal(found.Sentences.Count, json.RootElement.GetProperty("sentences").GetArrayLength());
    }

    private static Differences Compare(string before, string after) => Differences.Of(Documents.Read(before, "before.txt"), Documents.Read(after, "after.txt"));
}
