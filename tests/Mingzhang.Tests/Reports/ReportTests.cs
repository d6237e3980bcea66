using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Tests.Rules;

namespace Mingzhang.Tests.Reports;

/// <summary>报告试验：text for people, JSON by its schema, CSV without formulas.</summary>
public class ReportTests
{
    /// <summary>The sample with four mistakes, each of another kind.</summary>
    private static readonly string Mistaken = RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46")
        .Replace("部门预算公开联系人", "单位预算公开联系人", StringComparison.Ordinal)
        .Replace("截至2025年12月", "截止2025年12月", StringComparison.Ordinal)
        .Replace("数据验收合格率达到98%", "数据验收达标率达到98%", StringComparison.Ordinal);

    private static readonly Report Report = Documents.Check(Mistaken, "sample-with-mistakes.txt");

    [Fact]
    public void The_example_of_the_documentation_is_current() => Golden.CheckFile(Repository.Path("docs", "examples", "sample-with-mistakes.txt"), Mistaken);

    [Theory]
    [InlineData("report.zh.txt", false)]
    [InlineData("report.en.txt", true)]
    public void The_report_reads_as_reviewed(string name, bool english) =>
        Golden.CheckFile(Repository.Path("docs", "examples", name), string.Concat(TextReport.Lines(Report, english).Select(l => l.Text + (l.Rest is null ? "" : "\n      " + l.Rest) + "\n")));

    [Theory]
    [InlineData("README.md", "report.en.txt")]
    [InlineData("README.zh-CN.md", "report.zh.txt")]
    public void The_report_in_the_README_is_a_real_one(string readme, string report)
    {
        var real = File.ReadAllLines(Repository.Path("docs", "examples", report)).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        var shown = File.ReadAllText(Repository.Path(readme)).Split("```")[3].Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0 && l != "…").ToList();
        Assert.True(shown.Count > 8);
        // A line that ends with … is the beginning of a real one.
        Assert.All(shown, l => Assert.True(l[^1] == '…' ? real.Any(r => r.StartsWith(l[..^1], StringComparison.Ordinal)) : real.Contains(l), l));
    }

    [Fact]
    public void The_JSON_report_follows_its_schema()
    {
        var schema = new SchemaCheck(JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "report.schema.json"))).RootElement);
        using var one = new MemoryStream();
        JsonReport.Write(one, Report, "0.1.0");
        Assert.Empty(schema.Faults(JsonDocument.Parse(one.ToArray()).RootElement));
        using var body = new MemoryStream();
        JsonReport.WriteBody(body, Report);
        var several = JsonReport.Opening("0.1.0") + System.Text.Encoding.UTF8.GetString(body.ToArray()) + "]}";
        Assert.Empty(schema.Faults(JsonDocument.Parse(several).RootElement));
    }

    [Fact]
    public void Every_finding_points_at_checks_and_figures_that_exist()
    {
        var checks = Report.Checks.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var figures = Report.Disclosure.Statements.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(checks.Count, Report.Checks.Count);
        Assert.Equal(figures.Count, Report.Disclosure.Statements.Count);
        Assert.All(Report.Findings.SelectMany(f => f.Checks), c => Assert.Contains(c, checks));
        Assert.All(Report.Findings.SelectMany(f => f.Candidates), c => Assert.Contains(c.Figure, figures));
        Assert.All(Report.Checks.SelectMany(c => c.Figures), f => Assert.Contains(f, figures));
    }

    [Fact]
    public void Findings_keep_their_ids_where_lines_move() =>
        Assert.Equal(Report.Findings.Select(f => f.Id), Documents.Check("\n\n" + Mistaken, "sample-with-mistakes.txt").Findings.Select(f => f.Id));

    [Fact]
    public void Cells_that_a_spreadsheet_would_compute_are_defused()
    {
        var csv = ReadingReport.Csv(Documents.Read(Documents.Sample, "=cmd.txt"), header: true);
        Assert.Contains("'=cmd.txt", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=cmd", csv, StringComparison.Ordinal);
        var read = Documents.Read(Documents.Sample);
        Assert.Equal(1 + read.Statements.Count + read.Performance.Count + read.Performance.Sum(p => p.Indicators.Count), csv.Split("\r\n").Count(l => l.Length > 0));
    }
}
