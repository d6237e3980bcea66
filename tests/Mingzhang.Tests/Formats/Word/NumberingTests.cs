using Mingzhang.Documents.Formats.Word;
using static Mingzhang.Tests.Formats.Word.SmallWord;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>自动编号试验：numbers that a word processor computes stand before the text as they are printed.</summary>
public class NumberingTests
{
    private static readonly string Usual = Lists(
        Abstract(0, Level(0, "chineseCountingThousand", "%1、", "nothing"), Level(1, "chineseCountingThousand", "（%2）"), Level(2, "decimal", "%3."), Level(3, "decimal", "%1.%4", "space")),
        Used(1, 0), Used(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"));

    [Fact]
    public void Levels_count_and_begin_again_below_a_higher_one() =>
        Assert.Equal("一、甲\n（一）乙\n（二）丙\n1. 丁\n二、戊\n（一）己\n1. 庚", Show(N("甲", 1, 0) + N("乙", 1, 1) + N("丙", 1, 1) + N("丁", 1, 2) + N("戊", 1, 0) + N("己", 1, 1) + N("庚", 1, 2), ("word/numbering.xml", Usual)));

    [Fact]
    public void A_list_may_say_where_it_starts_and_others_go_on() =>
        Assert.Equal("一、甲\n五、乙\n六、丙\n七、丁", Show(N("甲", 1, 0) + N("乙", 2, 0) + N("丙", 2, 0) + N("丁", 1, 0), ("word/numbering.xml", Usual)));

    [Fact]
    public void A_level_may_name_those_above_it() =>
        Assert.Equal("一、甲\n一.1 乙", Show(N("甲", 1, 0) + N("乙", 1, 3), ("word/numbering.xml", Usual)));

    [Fact]
    public void Legal_levels_are_in_digits_and_some_levels_never_begin_again()
    {
        var lists = Lists(Abstract(0, Level(0, "chineseCounting", "第%1部分"), Level(1, "decimal", "%1.%2", "space", "<w:isLgl/>"), Level(2, "decimal", "%3）", "nothing", "<w:lvlRestart w:val=\"0\"/>")), Used(1, 0));
        Assert.Equal("第一部分 甲\n1.1 乙\n1）丙\n第二部分 丁\n2.1 戊\n2）己", Show(N("甲", 1, 0) + N("乙", 1, 1) + N("丙", 1, 2) + N("丁", 1, 0) + N("戊", 1, 1) + N("己", 1, 2), ("word/numbering.xml", lists)));
    }

    [Fact]
    public void A_style_may_number_its_paragraphs_and_a_paragraph_refuse()
    {
        var styles = Part("styles", "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>");
        var lists = Lists(Abstract(0, Level(0, "chineseCounting", "%1、", "nothing", "<w:pStyle w:val=\"h1\"/>"), Level(1, "chineseCounting", "（%2）", "nothing", "<w:pStyle w:val=\"h2\"/>")), Used(1, 0));
        Assert.Equal("#一、甲\n#（一）乙\n#丙\n#二、丁", Show(P("甲", "<w:pStyle w:val=\"h1\"/>") + P("乙", "<w:pStyle w:val=\"h2\"/>") + P("丙", "<w:pStyle w:val=\"h1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("丁", "<w:pStyle w:val=\"h1\"/>"),
            ("word/styles.xml", styles), ("word/numbering.xml", lists)));
    }

    [Fact]
    public void A_list_may_be_defined_by_its_style()
    {
        var lists = Lists("<w:abstractNum w:abstractNumId=\"0\"><w:styleLink w:val=\"L\"/>" + Level(0, "upperLetter", "%1.", "space") + "</w:abstractNum>", "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>", Used(1, 1));
        Assert.Equal("A. 甲\nB. 乙", Show(N("甲", 1, 0) + N("乙", 1, 0), ("word/numbering.xml", lists)));
    }

    [Fact]
    public void Bullets_and_unknown_lists_print_nothing() =>
        Assert.Equal("甲\n乙", Show(N("甲", 1, 0) + N("乙", 77, 0), ("word/numbering.xml", Lists(Abstract(0, Level(0, "bullet", "\uf06c")), Used(1, 0)))));

    [Theory]
    [InlineData("chineseCounting", 12, "十二")]
    [InlineData("chineseCounting", 101, "一〇一")]
    [InlineData("chineseCountingThousand", 101, "一百零一")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 2010, "二千零一十")]
    [InlineData("japaneseCounting", 21, "二十一")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("chineseLegalSimplified", 15, "拾伍")]
    [InlineData("decimalEnclosedCircle", 9, "⑨")]
    [InlineData("decimalEnclosedCircleChinese", 21, "㉑")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("decimalFullWidth", 10, "１０")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("upperLetter", 27, "AA")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("hebrew1", 4, "4")]
    public void Numbers_are_written_as_the_format_says(string format, int value, string written) => Assert.Equal(written, NumberWords.Of(value, format));

    private static string N(string text, int list, int level) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    private static string Lists(params string[] parts) => Part("numbering", string.Concat(parts));

    private static string Abstract(int id, params string[] levels) => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    private static string Level(int index, string format, string text, string suffix = "tab", string more = "") =>
        $"<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:suff w:val=\"{suffix}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string Used(int number, int list, string more = "") => $"<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{list}\"/>{more}</w:num>";
}
