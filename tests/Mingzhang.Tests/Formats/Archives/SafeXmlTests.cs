using System.Text;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Tests.Formats.Archives;

/// <summary>安全的 XML：entities, fetching, depth and damage.</summary>
public class SafeXmlTests
{
    [Fact]
    public void A_tree_keeps_names_attributes_and_text()
    {
        var tree = Tree("<?xml version='1.0'?><x:a xmlns:x='urn:x'>\n <x:b n='1'>一&amp;</x:b> <x:b xml:space='preserve'> </x:b></x:a>");
        Assert.Equal("{urn:x}a", tree.Name.ToString());
        Assert.Equal(["一&", " "], tree.Elements().Select(e => e.Value));
        Assert.Equal("1", tree.Elements().First().Attribute("n")!.Value);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM 'http://localhost/x.dtd'><a/>")]
    [InlineData("<a><b></a>")]
    [InlineData("<a b='1' b='2'/>")]
    [InlineData("")]
    [InlineData("<?xml version='1.0' encoding='nonsense'?><a/>")]
    [InlineData("<a>\0</a>")]
    public void What_is_not_plain_XML_is_damaged(string xml) => Assert.Equal(ArchiveProblem.Damaged, Assert.Throws<ArchiveException>(() => Tree(xml)).Problem);

    [Fact]
    public void Damage_far_in_a_long_text_is_told() =>
        Assert.Equal(ArchiveProblem.Damaged, Assert.Throws<ArchiveException>(() => Tree("<a>" + new string('x', 20_000) + "&#0;</a>")).Problem);

    [Fact]
    public void Depth_is_bounded() =>
        Assert.Equal(ArchiveProblem.TooDeep, Assert.Throws<ArchiveException>(() => Tree(string.Concat(Enumerable.Repeat("<a>", 100_000)))).Problem);

    private static System.Xml.Linq.XElement Tree(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return SafeXml.Tree(stream);
    }
}
