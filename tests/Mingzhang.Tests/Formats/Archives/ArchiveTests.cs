using System.Text;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Tests.Formats.Html;

namespace Mingzhang.Tests.Formats.Archives;

/// <summary>压缩包：what is sound is read; what is hostile is refused before it costs anything.</summary>
public class ArchiveTests
{
    private static readonly byte[] Sound = Zips.Of(Zips.Text("a.xml", "<a>一</a>"), Zips.Text("b/c.txt", "二"));

    [Fact]
    public void Parts_are_read_by_name()
    {
        var archive = Opened(Sound);
        Assert.Equal(["a.xml", "b/c.txt"], archive.Names);
        Assert.Equal("二", Encoding.UTF8.GetString(archive.Part("B/C.txt")!));
        Assert.Equal("一", archive.Xml("a.xml")!.Value);
        Assert.Null(archive.Part("d"));
        Assert.Null(archive.Xml("d"));
    }

    [Fact]
    public void Bytes_before_and_a_comment_after_do_no_harm()
    {
        byte[] shifted = [.. "#!/bin/sh\n"u8, .. Sound];
        Assert.Equal("一", Opened(shifted).Xml("a.xml")!.Value);
        byte[] commented = [.. Sound[..^2], 3, 0, 1, 2, 3];
        Assert.Equal("一", Opened(commented).Xml("a.xml")!.Value);
    }

    [Fact]
    public void Names_in_GBK_are_decoded()
    {
        var archive = Opened(Zips.Of(Pages.Gbk, Zips.Text("预算/某局.txt", "三")));
        Assert.Equal("预算/某局.txt", Assert.Single(archive.Names));
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("/root/a", "root/a")]
    [InlineData("C:\\a\\b", "a/b")]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u202egpj.exe", "agpj.exe")]
    [InlineData("..", "□")]
    public void Hostile_names_are_shown_harmless(string name, string shown) => Assert.Equal(shown, EntryNames.Shown(name.Replace('\\', '/')));

    [Fact]
    public void A_long_name_is_shown_short()
    {
        var name = new string('长', 5000) + ".pdf";
        var entry = Assert.Single(Opened(Zips.Of(Zips.Text(name, "x"))).Entries);
        Assert.Equal(name, entry.Name);
        Assert.True(entry.Shown.Length <= 201 && entry.Shown.EndsWith(".pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void Damage_is_told()
    {
        Assert.Contains("损坏", Refused(Sound[..^30]), StringComparison.Ordinal);
        Assert.Contains("损坏", Refused("PK\x3\x4 and nothing else, but long enough for an end"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("损坏", Refused(Zips.Edited(Sound, 42, 0x7fffffff, 4)), StringComparison.Ordinal);
        Assert.Contains("损坏", Refused(Zips.Edited(Sound, 20, 0x7fffffff, 4)), StringComparison.Ordinal);
        Assert.Equal(ArchiveProblem.Damaged, Problem(Zips.Edited(Sound, 16, 1, 4)));
        Assert.Equal(ArchiveProblem.Damaged, Problem(Zips.Edited(Sound, 24, 3, 4)));
        Assert.Equal(ArchiveProblem.Damaged, Problem(Zips.Edited(Sound, 24, 3000, 4)));
    }

    [Fact]
    public void Encryption_and_unknown_methods_are_told()
    {
        Assert.Equal(ArchiveProblem.Encrypted, Problem(Zips.Edited(Sound, 8, 1, 2)));
        Assert.Equal(ArchiveProblem.UnsupportedMethod, Problem(Zips.Edited(Sound, 10, 14, 2)));
    }

    [Fact]
    public void Overlapping_parts_are_refused() =>
        Assert.Contains("重叠", Refused(Zips.Edited(Sound, 42, 0, 4)), StringComparison.Ordinal);

    [Fact]
    public void Of_two_parts_of_one_name_neither_is_read()
    {
        var doubled = Zips.Renamed(Zips.Of(Zips.Text("part1.xml", "<a/>"), Zips.Text("part2.xml", "<b/>")), "part2.xml", "part1.xml");
        Assert.Equal(ArchiveProblem.Ambiguous, Assert.Throws<ArchiveException>(() => Opened(doubled).Part("part1.xml")).Problem);
        Assert.Equal(2, Opened(doubled).Entries.Count);
    }

    [Fact]
    public void Bombs_are_refused()
    {
        var bomb = Zips.Of(("a.xml", new byte[40_000_000]));
        Assert.Equal(ArchiveProblem.TooLarge, Problem(bomb));
        // The header lies: inflating stops where it says that the part ends.
        var archive = Opened(Zips.Edited(bomb, 24, 1000, 4));
        Assert.Equal(ArchiveProblem.Damaged, Assert.Throws<ArchiveException>(() => archive.Part("a.xml")).Problem);
        Assert.True(archive.Inflated < 1_000_000);
    }

    [Fact]
    public void Reading_counts_against_the_whole()
    {
        var archive = ArchiveFile.Open(Zips.Of(("a", new byte[600]), ("b", new byte[600])), ArchiveLimits.Document with { TotalBytes = 1000 }).Archive!;
        Assert.Equal(600, archive.Part("a")!.Length);
        Assert.Equal(ArchiveProblem.TooLarge, Assert.Throws<ArchiveException>(() => archive.Part("b")).Problem);
        Assert.Contains("成员过多", ArchiveFile.Open(Sound, ArchiveLimits.Document with { Entries = 1 }).Problem!.Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_says_why_and_what_to_do() => Assert.All(Enum.GetValues<ArchiveProblem>(), p =>
    {
        var opened = ArchiveProblems.Of(p);
        Assert.True(opened.Problem!.Chinese.Length > 0 && opened.Problem.English.Length > 0 && opened.Remedy!.Chinese.Length > 0 && opened.Remedy.English.Length > 0);
    });

    private static Archive Opened(byte[] zip) => ArchiveFile.Open(zip, ArchiveLimits.Document).Archive!;

    private static string Refused(byte[] zip) => ArchiveFile.Open(zip, ArchiveLimits.Document).Problem!.Problem!.Chinese;

    private static ArchiveProblem Problem(byte[] zip)
    {
        var archive = Opened(zip);
        return Assert.Throws<ArchiveException>(() => archive.Part(archive.Entries[0])).Problem;
    }
}
