using System.Text;
using System.Text.Json;
using Mingzhang.Tests.Rules;

namespace Mingzhang.Tests.App;

/// <summary>命令试验：the program as a process: exit codes, messages, files.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_sound_document_exits_with_0_and_says_so()
    {
        var (code, output, _) = Run("check", Write("好.txt", Documents.Sample));
        Assert.Equal(0, code);
        Assert.Contains("没有发现问题", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_exit_with_1_and_doubts_only_where_asked()
    {
        var wrong = Write("wrong.txt", RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46"));
        var doubt = Write("doubt.txt", RuleExamples.Edit("部门预算公开联系人", "单位预算公开联系人"));
        Assert.Equal(1, Run("check", wrong).Code);
        Assert.Equal(0, Run("check", doubt).Code);
        Assert.Equal(1, Run("check", doubt, "--fail-on", "warning").Code);
        Assert.Contains("two digits swapped", Run("check", wrong, "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "no-such-file.txt")]
    [InlineData("check")]
    [InlineData("chekc", "x")]
    [InlineData("check", "x", "--lang", "fr")]
    [InlineData("forms", "no-such-book")]
    [InlineData("forms", "--books", "no-such-folder")]
    [InlineData("rules", "MZ699")]
    [InlineData("rules", "--format", "xml")]
    [InlineData("read", ".")]
    [InlineData("check", "docs", "--fial-on", "note")]
    [InlineData("forms", "--lang")]
    [InlineData("sample", "-o", "no-such-folder/sample.txt")]
    [InlineData("check", "docs", "--book", "no-such-book")]
    [InlineData("check", "docs", "--year", "20262")]
    [InlineData("read", "docs", "--year", "今年")]
    [InlineData("check", "docs", "--kind", "both")]
    [InlineData("check", "docs", "--book", "cq-budget", "--kind", "final")]
    public void What_cannot_be_done_exits_with_2_and_says_why_in_both_languages(params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.Equal(2, code);
        Assert.Contains("mingzhang: ", error, StringComparison.Ordinal);
        Assert.Contains(error, c => c >= 0x4e00);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_option_is_not_taken_for_a_file() =>
        Assert.Contains("Unrecognized option '--fial-on'", Run("check", "x", "--fial-on", "note").Error, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_book_is_answered_with_the_list_of_books() =>
        Assert.Contains("cq-budget", Run("check", "x", "--book", "no-such-book").Error, StringComparison.Ordinal);

    [Fact]
    public void What_the_user_says_of_a_document_counts_and_differences_are_told()
    {
        var file = Write("a.txt", Documents.Sample);
        var (code, output, _) = Run("check", file, "--year", "2027", "--book", "cq-budget", "--kind", "budget");
        Assert.Equal(1, code);
        Assert.Contains("检查时指定为 2027 年，标题写 2026 年", output, StringComparison.Ordinal);
        Assert.Contains("year=2027", Run("read", file, "--year", "2027", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Contains("没有发现问题", Run("check", file, "--year", "2026", "--book", "cq-budget").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_leaves_nothing_behind()
    {
        var file = Write("a.txt", Documents.Sample);
        var (code, _, error) = Run("check", file, "-o", Path.Combine(_folder, "absent", "report.txt"));
        Assert.Equal(2, code);
        Assert.Contains("无法写出结果", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(["a.txt"], Directory.GetFileSystemEntries(_folder).Select(f => Path.GetFileName(f)));
    }

    [Theory]
    [InlineData("text", ".txt")]
    [InlineData("json", ".json")]
    [InlineData("csv", ".csv")]
    public void Reading_several_files_makes_one_whole_or_one_file_each(string format, string extension)
    {
        var (a, b) = (Write("a.txt", Documents.Sample), Write("b.txt", Documents.Sample));
        var (code, output, _) = Run("read", a, b, "--format", format);
        Assert.Equal(0, code);
        if (format == "json")
        {
            Assert.Equal(2, JsonDocument.Parse(output).RootElement.GetProperty("documents").GetArrayLength());
        }

        var target = Path.Combine(_folder, "readings") + "/";
        Assert.Equal(0, Run("read", a, b, "--format", format, "-o", target).Code);
        Assert.Equal(["a" + extension, "b" + extension], Directory.GetFiles(target).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal(2, Run("read", Write("poem.txt", "床前明月光，疑是地上霜。\n"), "--format", format).Code);
    }

    [Fact]
    public void A_text_that_is_no_disclosure_exits_with_2() => Assert.Equal(2, Run("check", Write("poem.txt", "床前明月光，疑是地上霜。\n")).Code);

    [Fact]
    public void Several_files_make_one_object_or_one_file_each()
    {
        var (a, b) = (Write("a.txt", Documents.Sample), Write("b.txt", Documents.Sample));
        var (code, output, _) = Run("check", a, b, "--format", "json");
        Assert.Equal(0, code);
        Assert.Equal(2, JsonDocument.Parse(output).RootElement.GetProperty("documents").GetArrayLength());

        var target = Path.Combine(_folder, "reports") + "/";
        Assert.Equal(2, Run("check", a, b, Path.Combine(_folder, "absent.txt"), "--format", "json", "-o", target).Code);
        Assert.Equal(["a.json", "b.json"], Directory.GetFiles(target).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sample_read_and_forms_speak()
    {
        var file = Path.Combine(_folder, "sample.txt");
        Assert.Equal(0, Run("sample", "-o", file).Code);
        Assert.Equal(Documents.Sample, File.ReadAllText(file));
        Assert.Contains("fund=general", Run("read", file, "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal("mingzhang-reading/1", JsonDocument.Parse(Run("read", file, "--format", "json").Output).RootElement.GetProperty("schema").GetString());
        Assert.StartsWith("file,id,kind", Run("read", file, "--format", "csv").Output.TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.Contains("cq-budget/十二", Run("forms").Output, StringComparison.Ordinal);
        Assert.Contains("nature=personnel", Run("forms", "cq-budget/三").Output, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+", Run("--version").Output);
    }

    [Fact]
    public void Rules_are_listed_explained_and_exported()
    {
        Assert.Contains("MZ601  错误  无模板提示语 · No template hints", Run("rules").Output, StringComparison.Ordinal);
        Assert.Contains("applies to: all form books, all years", Run("rules", "mz601", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal("mingzhang-rules/1", JsonDocument.Parse(Run("rules", "--format", "json").Output).RootElement.GetProperty("schema").GetString());
        var file = Path.Combine(_folder, "rules.csv");
        Assert.Equal(0, Run("rules", "--format", "csv", "-o", file).Code);
        Assert.True(File.ReadAllBytes(file).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Contains("用 mingzhang rules 查看全部", Run("rules", "MZ699").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_books_are_refused_with_file_and_line()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "books", "cq-budget"));
        File.WriteAllText(Path.Combine(_folder, "books", "cq-budget", "table-02.txt"), "form 二\n  title 某表\n  layout codes\n  colour red\n");
        var (code, _, error) = Run("forms", "--books", Path.Combine(_folder, "books"));
        Assert.Equal(2, code);
        Assert.Contains("cq-budget/table-02.txt:4: unknown field 'colour'", error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments) => Command.Run(arguments);
}
