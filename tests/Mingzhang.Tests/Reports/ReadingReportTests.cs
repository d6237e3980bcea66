using System.Text.Json;
using Mingzhang.Documents.Reports;

namespace Mingzhang.Tests.Reports;

/// <summary>阅读报告试验：objectives and indicators in every format, and one language at a time.</summary>
public class ReadingReportTests
{
    [Fact]
    public void Indicators_and_objectives_stand_in_every_format()
    {
        var read = Documents.Read(Documents.Sample);
        var text = ReadingReport.Text(read, english: false);
        Assert.Contains("修缮库房数量 = 2 间", text, StringComparison.Ordinal);
        Assert.Contains("数据验收合格率达到98%", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ReadingReport.Json(read));
        Assert.Contains(json.RootElement.GetProperty("objectives").EnumerateArray().SelectMany(o => o.GetProperty("indicators").EnumerateArray()), i => i.GetProperty("name").GetString() == "修缮库房数量" && i.GetProperty("number").GetString() == "2");
        var csv = ReadingReport.Csv(read, header: true);
        Assert.Contains(",indicator,", csv, StringComparison.Ordinal);
        Assert.Contains("修缮库房数量", csv, StringComparison.Ordinal);
        Assert.All(csv.Split("\r\n").Where(l => l.Length > 0 && !l.Contains('"', StringComparison.Ordinal)), l => Assert.Equal(14, l.Split(',').Length));
    }

    [Fact]
    public void It_speaks_Chinese_in_Chinese_and_English_in_English()
    {
        var read = Documents.Read(Documents.Sample);
        var chinese = ReadingReport.Text(read, english: false);
        Assert.All(new[] { "amount", "change", "count", "Decrease", "Budget", "Department", "assumed", "fund=" }, w => Assert.DoesNotContain(w, chinese, StringComparison.Ordinal));
        Assert.All(new[] { "金额", "变动", "减少", "预算", "部门", "原因：", "用于：" }, w => Assert.Contains(w, chinese, StringComparison.Ordinal));
        var english = ReadingReport.Text(read, english: true);
        Assert.All(new[] { "amount", "decrease vs 2025", "reason:", "fund=general" }, w => Assert.Contains(w, english, StringComparison.Ordinal));
        Assert.DoesNotContain("原因：", english, StringComparison.Ordinal);
    }
}
