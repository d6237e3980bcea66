using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Rules;
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
    public void The_JSON_report_with_settings_follows_its_schema_too()
    {
        var schema = new SchemaCheck(JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "report.schema.json"))).RootElement);
        using var one = new MemoryStream();
        JsonReport.Write(one, Settled, "0.1.0");
        var json = JsonDocument.Parse(one.ToArray()).RootElement;
        Assert.Empty(schema.Faults(json));
        Assert.Equal("off", json.GetProperty("settings").GetProperty("severities").GetProperty("MZ606").GetString());
        Assert.Equal([1, 0], json.GetProperty("settings").GetProperty("waivers").EnumerateArray().Select(w => w.GetProperty("used").GetInt32()));
        Assert.Equal(0, json.GetProperty("waived")[0].GetProperty("waiver").GetInt32());
    }

    [Theory]
    [InlineData(false, "设置：mingzhang.json；停用 MZ606；MZ503 改为错误", "已说明 (1)", "      说明: 沿用立项批复的说法（2026-02-10，有效至 2026-12-31）", "没有用到的说明 (1)", "  MZ601 旧事（mingzhang.json 第9行，已于 2026-01-31 过期）")]
    [InlineData(true, "Settings: mingzhang.json; switched off MZ606; MZ503 as error", "Waived (1)", "      waived: 沿用立项批复的说法 (2026-02-10, until 2026-12-31)", "Waivers not used (1)", "  MZ601 旧事 (mingzhang.json:9, expired on 2026-01-31)")]
    public void The_text_says_what_the_settings_changed_and_shows_apart_what_is_waived(bool english, params string[] lines)
    {
        var text = TextReport.Lines(Settled, english).Select(l => l.Text).ToList();
        Assert.All(lines, l => Assert.Contains(l, text));
        Assert.DoesNotContain(text, l => l.StartsWith("  MZ606", StringComparison.Ordinal));
    }

    private static Report Settled => Inspector.Check(Documents.Read(Mistaken), Documents.Library, new CheckSettings
    {
        File = "mingzhang.json",
        Today = new DateOnly(2026, 3, 1),
        Severities = new Dictionary<string, Severity?>(StringComparer.Ordinal) { ["MZ606"] = null, ["MZ503"] = Severity.Error },
        Waivers =
        [
            new Waiver { Rule = "MZ408", Reason = "沿用立项批复的说法", Date = new DateOnly(2026, 2, 10), Expires = new DateOnly(2026, 12, 31), Line = 3 },
            new Waiver { Rule = "MZ601", Reason = "旧事", Date = new DateOnly(2026, 1, 1), Expires = new DateOnly(2026, 1, 31), Line = 9 },
        ],
    });

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
