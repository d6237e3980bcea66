using Mingzhang.Portal.Pages.Redline;

namespace Mingzhang.Tests.Portal;

public class RedlineTests
{
    [Fact]
    public void A_difference_keeps_what_both_have_and_gives_each_back()
    {
        string[] before = ["一", "二", "三", "五"], after = ["一", "三", "四", "五", "六"];
        var pieces = Difference.Of(before, after);
        Assert.Equal(before, pieces.Where(p => p.Kind != PieceKind.New).SelectMany(p => p.Items));
        Assert.Equal(after, pieces.Where(p => p.Kind != PieceKind.Gone).SelectMany(p => p.Items));
        Assert.Equal(["一", "三", "五"], pieces.Where(p => p.Kind == PieceKind.Same).SelectMany(p => p.Items));
    }

    [Fact]
    public void What_is_too_long_to_compare_counts_as_changed_but_its_common_ends()
    {
        var before = Enumerable.Range(0, 4000).Select(i => i == 0 ? "同" : "旧" + i).ToList();
        var after = Enumerable.Range(0, 4000).Select(i => i == 0 ? "同" : "新" + i).ToList();
        var pieces = Difference.Of(before, after);
        Assert.Equal([PieceKind.Same, PieceKind.Gone, PieceKind.New], pieces.Select(p => p.Kind));
    }

    [Theory]
    [InlineData("支出12万元<b>", "支出13万元<b>", "支出<del>12</del><ins>13</ins>万元&lt;b&gt;")]
    [InlineData("公务接待12批次", "公务接待24批次", "公务接待<del>12</del><ins>24</ins>批次")]
    [InlineData("收入1,234.50万元", "收入1,284.50万元", "收入<del>1,234.50</del><ins>1,284.50</ins>万元")]
    [InlineData("增长5.5%，减少3%", "增长5.8%，减少3%", "增长<del>5.5%</del><ins>5.8%</ins>，减少3%")]
    [InlineData("为1，234.5元", "为１，２３４.5元", "为<del>1，234.5</del><ins>１，２３４.5</ins>元")]
    [InlineData("2025年12,24两项", "2025年12,26两项", "2025年12,<del>24</del><ins>26</ins>两项")]
    public void A_changed_sentence_is_marked_character_by_character_its_numbers_whole_and_escaped(string before, string after, string marked) => Assert.Equal(marked, TextRedline.Inline(before, after).Value);
}
