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

    [Fact]
    public void A_changed_sentence_is_marked_character_by_character_and_escaped() =>
        Assert.Equal("支出1<del>2</del><ins>3</ins>万元&lt;b&gt;", TextRedline.Inline("支出12万元<b>", "支出13万元<b>").Value);
}
