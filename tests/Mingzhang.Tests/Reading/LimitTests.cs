using System.Diagnostics;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Reading;

/// <summary>上限试验：time and memory are bounded, and what was not read is told.</summary>
public class LimitTests
{
    [Fact]
    public void A_line_of_a_million_columns_is_named_and_not_kept()
    {
        var report = Documents.Check(Documents.Sample + "\n" + string.Concat(Enumerable.Repeat("1.00\t", 1_000_000)) + "\n" + string.Concat(Enumerable.Repeat("1.00  ", 300_000)));
        Assert.Equal(2, report.Findings.Count(f => f.Template == "MZ704.columns"));
        Assert.Contains(report.Findings, f => f.Message.Chinese.Contains("有 1000001 栏", StringComparison.Ordinal));
        Assert.Equal(2, report.Checks.Count(c => c is { Rule: "MZ704", Outcome: Outcome.NotChecked }));
    }

    [Fact]
    public void A_document_saved_as_one_line_is_still_read() =>
        Assert.NotEmpty(Documents.Read(Documents.Sample.ReplaceLineEndings("")).Statements);

    [Fact]
    public void A_paragraph_without_end_is_read_to_the_limit_and_the_rest_is_told()
    {
        var watch = Stopwatch.StartNew();
        var read = Documents.Read("某局2025年部门预算情况说明\n" + string.Concat(Enumerable.Repeat("基本支出10.00万元，", 400_000)));
        Assert.True(read.Statements.Count <= ReadingContext.MostFigures);
        Assert.Contains(read.ReadingFindings, f => f.Template == "MZ704.long");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void More_figures_than_the_limit_are_not_read_and_that_is_told_once()
    {
        var report = Documents.Check("某局2025年部门预算情况说明\n\n一、部门预算情况说明\n\n" + string.Concat(Enumerable.Repeat("2025年收入总计10.00万元。\n\n", ReadingContext.MostFigures + 500)));
        Assert.Equal(ReadingContext.MostFigures, report.Disclosure.Statements.Count);
        Assert.Single(report.Findings, f => f.Template == "MZ704.figures");
    }

    [Fact]
    public void A_table_that_was_not_read_is_not_called_empty()
    {
        var rows = string.Concat(Enumerable.Range(0, ReadingContext.MostFigures).Select(i => $"{2010101 + (i % 3)}\t行政运行\t1.00\t1.00\t\n"));
        var report = Documents.Check(Documents.Sample.Replace("\n表一\n", "\n表八\n\n某局部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n" + rows + "\n表一\n", StringComparison.Ordinal));
        Assert.Single(report.Findings, f => f.Template == "MZ704.figures");
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ103");
    }

    [Fact]
    public void A_pipe_that_gives_nothing_keeps_nobody_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes of this kind");
        var path = Path.Combine(Path.GetTempPath(), "mingzhang-" + Guid.NewGuid().ToString("N"));
        using (var made = Process.Start("mkfifo", path))
        {
            made.WaitForExit();
        }

        var (bytes, ended) = UnsizedFile.Read(new FileInfo(path), 1000, TimeSpan.FromMilliseconds(300));
        Assert.Null(bytes);
        Assert.False(ended);
        File.Delete(path);
        File.WriteAllText(path, "");
        Assert.Contains("空的", Opening.File(path).Problem!.Chinese, StringComparison.Ordinal);
        File.Delete(path);
    }
}
