using System.Net;
using System.Text;

namespace Mingzhang.Tests.Workbench.BadInput;

/// <summary>奇怪的文字：emoji, marks that turn the direction of writing, numbers of other countries, files that are none.</summary>
public sealed class StrangeTextTests : SeveralPeople
{
    [Theory]
    [InlineData("1,234.5", 1_234_500_000L)]
    [InlineData("１２．５", 12_500_000L)]
    [InlineData("1.234,5", null)]
    [InlineData("1 234,5", null)]
    [InlineData("1'234.5", null)]
    [InlineData("١٢٣", null)]
    [InlineData("12.5e3", null)]
    [InlineData("0x10", null)]
    [InlineData("NaN", null)]
    [InlineData("∞", null)]
    [InlineData("12.5🙂", null)]
    [InlineData("99999999999999999999999999", null)]
    public async Task A_number_of_another_country_is_understood_or_refused_and_never_taken_for_another(string typed, long? fen)
    {
        var shown = await People["王芳"].Post(Spending, Row(typed));
        var lines = Work.Lines("101001");
        if (fen is null)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
            Assert.Empty(lines);
        }
        else
        {
            Assert.True(lines.Count == 0 ? shown.Status == HttpStatusCode.UnprocessableEntity : lines[0].Fen == fen, typed + " " + (lines.Count == 0 ? "" : lines[0].Fen));
        }
    }

    [Theory]
    [InlineData("科技馆🙂")]
    [InlineData("科技\u202e馆")]
    [InlineData("科技\0馆")]
    [InlineData("科技\ud83d馆")]
    [InlineData("<b>科技馆</b>")]
    [InlineData("科\u200b技馆")]
    public async Task A_strange_name_is_refused_in_words_or_shown_without_harm(string name)
    {
        var units = WorkbenchFixture.At("/work/settings/units");
        var shown = await People["李明"].Post(units, ("do", "unit"), ("version", "0"), ("department", "101"), ("code", "101009"), ("name", name), ("kind", "事业"), ("place", "下属"), ("posts", "0"), ("staff", "0"), ("vehicles", ""));
        Assert.True(shown.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, shown.Status.ToString());
        foreach (var page in new[] { units, "/work/settings/journal", "/work/reports" })
        {
            var html = (await People["李明"].Get(page)).Html;
            Assert.DoesNotContain("\u202e", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>科技馆", html, StringComparison.Ordinal);
        }

        var person = await People["李明"].Post("/work/settings/people", ("do", "give"), ("name", name), ("role", "reader"), ("scope", "101"));
        Assert.True(person.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, person.Status.ToString());
    }

    [Theory]
    [InlineData("空.xlsx", "")]
    [InlineData("假.xlsx", "PK\u0003\u0004 no workbook")]
    [InlineData("程序.exe", "MZ\u0090")]
    [InlineData("..\\..\\路径.csv", "a,b")]
    [InlineData("<script>.csv", "口径\n<script>alert(1)</script>")]
    [InlineData("公式.csv", "口径,资金性质,支出性质,支出功能分类,部门预算经济分类,预算金额(万元)\n支出,=cmd|'/c calc'!A1,公用经费,2060101,30201,1")]
    public async Task A_hostile_upload_is_refused_in_words_and_stores_nothing(string name, string content)
    {
        var shown = await People["王芳"].Upload(WorkbenchFixture.At("/work/reports/101001/import"), name, Encoding.UTF8.GetBytes(content), ("do", "import"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.Contains("role=\"alert\"", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown.Html, StringComparison.Ordinal);
        Assert.Empty(Work.Lines("101001"));
    }
}
