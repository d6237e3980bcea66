using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Mingzhang.Tests.Damage;

/// <summary>查找有界：a table of contradictions is told as one that cannot be put down to a figure or two, in bounded time.</summary>
public class BoundedSearchTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(6, 6)]
    [InlineData(8, 8)]
    [InlineData(40, 1)]
    [InlineData(300, 300)]
    public void A_table_of_contradictions_is_not_localised_but_told(int lines, int wrong)
    {
        var watch = Stopwatch.StartNew();
        var findings = Documents.Check(Table(lines, wrong)).Findings.Where(f => f.Rule == "MZ007").ToList();
        Assert.True(watch.Elapsed < Most, watch.Elapsed.ToString());
        if (wrong == 1)
        {
            Assert.Equal("MZ007.wrong", Assert.Single(findings).Template);
        }
        else
        {
            Assert.NotEmpty(findings);
            Assert.Contains(findings, f => f.Template is "MZ007.unexplained" or "MZ007.ambiguous");
        }
    }

    // The sample's table of basic expenditure, longer: every row prints personnel and public costs, and so many totals are wrong.
    private static string Table(int lines, int wrong)
    {
        var random = new Random(lines);
        var text = new StringBuilder("云溪市档案局2026年部门预算情况说明\n\n表三\n\n一般公共预算财政拨款基本支出预算表\n\n单位：万元\n\n经济分类科目\t\t2026年基本支出\t\t\n科目编码\t科目名称\t总计\t人员经费\t公用经费\n");
        var rows = new StringBuilder();
        decimal people = 0, offices = 0;
        for (var i = 0; i < lines; i++)
        {
            var (a, b) = (random.Next(100, 99_999) / 100m, random.Next(100, 99_999) / 100m);
            (people, offices) = (people + a, offices + b);
            rows.Append(CultureInfo.InvariantCulture, $"{30201 + i}\t费用{i}\t{a + b + (i < wrong ? random.Next(1, 999_999) / 100m : 0):0.00}\t{a:0.00}\t{b + (i > 0 && i < wrong ? random.Next(1, 999_999) / 100m : 0):0.00}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"合计\t\t{people + offices:0.00}\t{people:0.00}\t{offices:0.00}\n").Append(rows).ToString();
    }
}
