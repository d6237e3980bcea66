using Mingzhang.Documents.Formats.Excel.Numbers;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>数字格式：what a reader sees of a stored number.</summary>
public class NumberFormatTests
{
    [Theory]
    [InlineData("General", 12.299999999999999, "12.3")]
    [InlineData("General", 1234567.891234, "1234567.891")]
    [InlineData("General", 0.1 + 0.2, "0.3")]
    [InlineData("General", -3251, "-3251")]
    [InlineData("General", 123456789012, "1.23457E+11")]
    [InlineData("General", 2010301, "2010301")]
    [InlineData("G/通用格式", 12.5, "12.5")]
    [InlineData("0", 12.5, "13")]
    [InlineData("0.00", 1.005, "1.01")]
    [InlineData("0.00", -0.001, "0.00")]
    [InlineData("#,##0.00", 1234567.5, "1,234,567.50")]
    [InlineData("#,##0.00_ ", 1234.5, "1,234.50")]
    [InlineData("#,##0.00_);(#,##0.00)", -1234.5, "(1,234.50)")]
    [InlineData("#,##0.00_);[Red](#,##0.00)", -1234.5, "(1,234.50)")]
    [InlineData("0.00;[Red]0.00", -12.5, "-12.50")]
    [InlineData("0.00_ ;[红色]-0.00 ", -12.5, "-12.50")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 0, "-")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", -8, "-8.00")]
    [InlineData("0.00%", 0.12345, "12.35%")]
    [InlineData("0%", 0.5, "50%")]
    [InlineData("#,##0,", 1234567, "1,235")]
    [InlineData("#,##0.00,,\"百万\"", 1234567, "1.23百万")]
    [InlineData("0!.0,", 12345678, "1234.6")]
    [InlineData("0!.0000", 12345678, "1234.5678")]
    [InlineData("0\\.0,\"万元\"", 12345678, "1234.6万元")]
    [InlineData("[>=10000]0!.0,\"万\";0", 123456, "12.3万")]
    [InlineData("[>=10000]0!.0,\"万\";0", 999, "999")]
    [InlineData("00", 3, "03")]
    [InlineData("000-0000", 2010301, "201-0301")]
    [InlineData("#.##", 5, "5.")]
    [InlineData("#,##0.##", 1234.5, "1,234.5")]
    [InlineData("@", 201, "201")]
    [InlineData(";;;", 5, "")]
    [InlineData("0;-0;;@", 0, "")]
    [InlineData("0.00E+00", 123456, "1.23E+05")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 45292, "2024年1月1日")]
    [InlineData("yyyy-mm-dd", 60.5, "1900-02-28")]
    [InlineData("h:mm:ss", 0.5, "12:00:00")]
    [InlineData("[h]:mm", 1.5, "36:00")]
    [InlineData("上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45292, "二〇二四年一月一日")]
    public void Numbers_are_displayed_as_Excel_does(string format, double stored, string shown) => Assert.Equal(shown, NumberFormat.Of(format).Number(stored, false).Text.Trim());

    [Theory]
    [InlineData(4, 1234.5, "1,234.50")]
    [InlineData(10, 0.125, "12.50%")]
    [InlineData(14, 45292, "2024/1/1")]
    [InlineData(31, 45292, "2024年1月1日")]
    [InlineData(38, -1234, "(1,234)")]
    [InlineData(43, 0, "-")]
    [InlineData(49, 201, "201")]
    [InlineData(57, 45292, "2024年1月")]
    public void Built_in_formats_have_numbers_only(int id, double stored, string shown) => Assert.Equal(shown, NumberFormat.Of(BuiltInFormats.Of(id)).Number(stored, false).Text.Trim());

    [Fact]
    public void Days_may_count_from_1904() => Assert.Equal("2024/1/1", NumberFormat.Of("yyyy/m/d").Number(45292 - 1462, true).Text);

    [Theory]
    [InlineData("0.00", 1.005, true)]
    [InlineData("0.00", 1.25, false)]
    [InlineData("0.00", 12.299999999999999, false)]
    [InlineData("0.0", 12.299999999999999, false)]
    [InlineData("General", 12.299999999999999, false)]
    [InlineData(";;;", 5, true)]
    [InlineData("0.00%", 0.125, false)]
    public void Digits_that_are_not_displayed_are_known(string format, double stored, bool hides) =>
        Assert.Equal(hides, NumberFormat.Of(format).Number(stored, false).Hides);

    [Theory]
    [InlineData("@\"（续）\"", "收入", "收入（续）")]
    [InlineData("0.00", "收入", "收入")]
    [InlineData("@", "001", "001")]
    public void Words_have_formats_too(string format, string text, string shown) => Assert.Equal(shown, NumberFormat.Of(format).Words(text));
}
