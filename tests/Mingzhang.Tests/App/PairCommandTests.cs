using System.Text.Json;
using Mingzhang.Tests.Reports;
using Mingzhang.Tests.Rules.Pairs;

namespace Mingzhang.Tests.App;

/// <summary>多份文件试验（命令）：files named by options or found in a folder; what does not fit is told, and the rest is checked all the same.</summary>
public sealed class PairCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang").FullName;
    private readonly string _now;
    private readonly string _last;

    public PairCommandTests()
    {
        _now = Write("now.txt", SeveralDocuments.With(SeveralDocuments.Now, "增加35.64", "增加36.64"));
        _last = Write("last.txt", SeveralDocuments.Last);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Files_named_by_options_are_shown_with_the_evidence_and_compared()
    {
        var (code, output, error) = Command.Run("check", _now, "--previous", _last, "--units", Write("unit.txt", SeveralDocuments.Unit), Write("hq.txt", SeveralDocuments.Headquarters), "--final", Write("final.txt", SeveralDocuments.Final));
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("多份文件核对\n  上年文件：last.txt\n      （云溪市档案局 2025 年 预算）：主体名称相同，2025 年度为上一年度\n  所属单位：unit.txt\n", output, StringComparison.Ordinal);
        Assert.Contains("  MZ802 增减与上年文件相符\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_paired_by_itself_and_the_report_follows_its_schema()
    {
        var cut = Documents.Sample.IndexOf("\n表一\n", StringComparison.Ordinal);
        Write("sample/说明.txt", Documents.Sample[..cut].Replace("云溪市档案局", "云溪市地震局", StringComparison.Ordinal));
        Write("sample/表格.txt", Documents.Sample[cut..].Replace("云溪市档案局", "云溪市地震局", StringComparison.Ordinal));
        Write("notes.csv", "no disclosure");
        var (code, output, error) = Command.Run("check", _folder, "--format", "json");
        Assert.Equal((1, ""), (code, error));
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Empty(new SchemaCheck(JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "report.schema.json"))).RootElement).Faults(json));
        Assert.Equal(["last.txt: next now.txt", "now.txt: previous last.txt", "说明.txt: tables 表格.txt, none 说明.txt"], json.GetProperty("documents").EnumerateArray()
            .Select(d => d.GetProperty("document").GetProperty("name").GetString() + ": " + string.Join(", ", d.GetProperty("pairs").EnumerateArray().Select(p => p.GetProperty("role").GetString() + " " + p.GetProperty("file").GetString()))).Order(StringComparer.Ordinal));
        var found = json.GetProperty("documents").EnumerateArray().SelectMany(d => d.GetProperty("findings").EnumerateArray()).Single(f => f.GetProperty("rule").GetString() == "MZ802");
        Assert.Equal(["now.txt", "last.txt"], found.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("file").GetString()).Distinct());
    }

    [Theory]
    [InlineData("--previous", "now2.txt", "now2.txt：不能作为上年文件：与所查文件同为 2026 年度，不是上年文件", "cannot be last year's document: it is of 2026")]
    [InlineData("--previous", "other.txt", "主体不同：所查文件为“云溪市档案局”，该文件为“云溪市统计局”", "it is of another entity")]
    [InlineData("--final", "final25.txt", "不能作为同年决算：该文件为 2025 年度，应为 2026 年度", "cannot be the final account: it is of 2025; 2026 is needed")]
    [InlineData("--units", "other.txt", "不像是“云溪市档案局”的所属单位", "neither document names the other")]
    [InlineData("--tables", "last.txt", "不能作为同一文本的表格：该文件为 2025 年度", "cannot be the tables of the document")]
    [InlineData("--previous", "none.txt", "none.txt：文件不存在", "does not exist")]
    public void What_does_not_fit_is_told_in_both_languages_and_the_document_is_checked_all_the_same(string option, string file, string chinese, string english)
    {
        Write("now2.txt", SeveralDocuments.Now + "\n");
        Write("other.txt", "云溪市统计局2025年部门预算情况说明\n\n二、部门收支总体情况\n\n（二）支出预算：2025年年初预算数1.00万元。\n");
        Write("final25.txt", SeveralDocuments.LastFinal);
        var (code, output, error) = Command.Run("check", _now, option, Path.Combine(_folder, file));
        Assert.Equal(2, code);
        Assert.Contains(chinese, error, StringComparison.Ordinal);
        Assert.Contains(english, error, StringComparison.Ordinal);
        Assert.Contains("  未配对：" + file, output, StringComparison.Ordinal);
        Assert.Contains("核对：相符", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--previous")]
    [InlineData("--tables")]
    public void Options_for_one_document_are_refused_for_several(string option)
    {
        foreach (var arguments in new[] { new[] { "check", _now, _last, option, _last }, ["check", _now, "--pair", option, _last] })
        {
            var (code, output, error) = Command.Run(arguments);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains("只用于一份文件", error, StringComparison.Ordinal);
            Assert.Contains("are for one document", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_without_a_document_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));
        var (code, _, error) = Command.Run("check", Path.Combine(_folder, "empty"));
        Assert.Equal(2, code);
        Assert.Contains("中没有可读的文件", error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
