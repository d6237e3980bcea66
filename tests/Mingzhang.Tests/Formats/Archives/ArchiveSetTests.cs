using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Tests.Formats.Html;
using Mingzhang.Tests.Formats.Ofd;

namespace Mingzhang.Tests.Formats.Archives;

/// <summary>压缩包作为一组文件：what is listed under which name, and what is told of the rest.</summary>
public class ArchiveSetTests
{
    [Fact]
    public void Members_are_named_after_their_archives()
    {
        var inner = Zips.Of(Zips.Text("丙.txt", "丙局预算"), Zips.Text("a/丁.txt", "丁局预算"));
        var set = Set(Zips.Of(Zips.Text("甲.txt", "甲局预算"), ("内/乙.zip", inner), Zips.Text("图.jpg", "x"), Zips.Text("__MACOSX/._甲.txt", "x"), ("戊.ofd", new SmallOfd().Build())));
        Assert.Equal(["set.zip/甲.txt", "set.zip/内/乙.zip/丙.txt", "set.zip/内/乙.zip/a/丁.txt", "set.zip/戊.ofd"], set.Members.Select(m => m.Name));
        Assert.Equal(["set.zip/图.jpg"], set.Aside);
        Assert.Equal("丁局预算", Text(set.Open(set.Members[2])));
        Assert.Equal("丙局预算", Text(set.Open(set.Members[1])));
        Assert.Equal("set.zip/甲.txt", set.Open(set.Members[0]).Paper!.Name);
        Assert.Contains("没有页面", set.Open(set.Members[3]).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_one_document_acts_like_it()
    {
        var only = Zips.Of(Pages.Gbk, Zips.Text("预算/甲局.txt", "甲局预算"), Zips.Text(".DS_Store", "x"));
        Assert.Equal("甲局预算", Text(Opening.Bytes("a.zip", only)));
        Assert.Equal("a.zip/预算/甲局.txt", Opening.Bytes("a.zip", only).Paper!.Name);
        Assert.Contains("多份文件", Opening.Bytes("a.zip", Zips.Of(Zips.Text("a.txt", "甲"), Zips.Text("b.txt", "乙"))).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有可读的文件", Opening.Bytes("a.zip", Zips.Of(Zips.Text("a.jpg", "甲"))).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_member_does_not_stop_the_others()
    {
        var set = Set(Zips.Of(Zips.Text("a.zip", "no archive"), Zips.Text("b.txt", "乙"), Zips.Text("../../b.txt", "丙")));
        Assert.Equal(["set.zip/a.zip", "set.zip/b.txt", "set.zip/b-2.txt"], set.Members.Select(m => m.Name));
        Assert.Equal("乙", Text(set.Open(set.Members[1])));
        Assert.Equal("丙", Text(set.Open(set.Members[2])));
    }

    [Fact]
    public void Archives_within_archives_end_at_the_depth()
    {
        var zip = Zips.Of(Zips.Text("a.txt", "甲"));
        for (var i = 0; i < 6; i++)
        {
            zip = Zips.Of(($"{i}.zip", zip));
        }

        var only = Assert.Single(Set(zip).Members);
        Assert.Equal("set.zip/5.zip/4.zip/3.zip", only.Name);
        Assert.Contains("嵌套过深", Set(zip).Open(only).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void What_members_declare_is_bounded_together() =>
        Assert.Null(ArchiveSet.Of("set.zip", Zips.Edited(Zips.Of([.. Enumerable.Range(0, 10).Select(i => Zips.Text($"{i}.txt", "x"))]), 24, 500_000_000, 4)));

    private static ArchiveSet Set(byte[] zip) => ArchiveSet.Of("set.zip", zip)!;

    private static string Text(Opened opened) => ((Paper.TextLine)Assert.Single(opened.Paper!.Blocks)).Text;
}
