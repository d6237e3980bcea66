using System.Text.Json;
using Mingzhang.Tests.Rules;

namespace Mingzhang.Tests.App;

/// <summary>设置文件试验（命令）：found upward, named or left aside; its severities, waivers, data and language; what is faulty stops the run.</summary>
public sealed class SettingsCommandTests : IDisposable
{
    private const string Waived = """{ "waivers": [ { "rule": "MZ007", "reason": "更正已报送", "date": "2026-02-10", "by": "林知远" } ] }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang").FullName;
    private readonly string _wrong;

    public SettingsCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "某局", "2026"));
        _wrong = Write("某局/2026/wrong.txt", RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46"));
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_nearest_file_upward_counts_and_is_named_in_the_report()
    {
        Write("mingzhang.json", """{ "severities": { "MZ007": "note" } }""");
        Write("某局/mingzhang.json", Waived);
        var (code, output, _) = Command.Run("check", _wrong);
        Assert.Equal(0, code);
        Assert.Contains("设置：", output, StringComparison.Ordinal);
        Assert.Contains("除已说明的外，没有发现问题。", output, StringComparison.Ordinal);
        Assert.Contains("已说明 (1)\n  MZ007 数字有误 (错误)\n", output, StringComparison.Ordinal);
        Assert.Contains("      说明: 更正已报送（林知远，2026-02-10）", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_is_named_or_none_is_used()
    {
        Write("某局/mingzhang.json", Waived);
        var other = Write("other.json", """{ "severities": { "MZ007": "warning" }, "lang": "en" }""");
        Assert.Equal(1, Command.Run("check", _wrong, "--no-settings").Code);
        var (code, output, _) = Command.Run("check", _wrong, "--settings", other);
        Assert.Equal(0, code);
        Assert.Contains("MZ007 as warning", output, StringComparison.Ordinal);
        Assert.Contains("Warnings (1)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_the_command_go_before_the_settings()
    {
        Write("某局/mingzhang.json", """{ "severities": { "MZ007": "note" }, "failOn": "note", "lang": "en" }""");
        Assert.Equal(1, Command.Run("check", _wrong).Code);
        var (code, output, _) = Command.Run("check", _wrong, "--fail-on", "error", "--lang", "zh");
        Assert.Equal(0, code);
        Assert.Contains("提示 (1)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_report_carries_the_settings_and_what_is_waived()
    {
        Write("mingzhang.json", Waived);
        var report = JsonDocument.Parse(Command.Run("check", _wrong, "--format", "json").Output).RootElement;
        Assert.Equal(1, report.GetProperty("settings").GetProperty("waivers")[0].GetProperty("used").GetInt32());
        Assert.Equal("MZ007", report.GetProperty("waived")[0].GetProperty("finding").GetProperty("rule").GetString());
        Assert.Equal(0, report.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void Each_document_has_the_settings_of_its_own_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "另一局"));
        var other = Write("另一局/wrong.txt", File.ReadAllText(_wrong));
        Write("某局/mingzhang.json", Waived);
        var reports = JsonDocument.Parse(Command.Run("check", _wrong, other, "--format", "json").Output).RootElement.GetProperty("documents");
        Assert.Equal(["某局", ""], reports.EnumerateArray().Select(d => d.GetProperty("settings") is { ValueKind: JsonValueKind.Object } s ? s.GetProperty("waivers")[0].GetProperty("used").GetInt32() == 1 ? "某局" : "?" : ""));
    }

    [Fact]
    public void A_waiver_that_no_document_needed_is_told_once()
    {
        var sound = Write("某局/2026/sound.txt", Documents.Sample);
        Write("某局/mingzhang.json", """{ "waivers": [ { "rule": "MZ007", "reason": "更正已报送", "date": "2026-02-10" }, { "rule": "MZ601", "reason": "旧事", "date": "2020-02-10", "expires": "2020-12-31" } ] }""");
        var (code, output, error) = Command.Run("check", _wrong, sound);
        Assert.Equal(0, code);
        Assert.DoesNotContain("没有用到的说明", output, StringComparison.Ordinal);
        Assert.Contains("没有用到的说明（MZ601 旧事，已过期）", error, StringComparison.Ordinal);
        Assert.DoesNotContain("更正已报送", error, StringComparison.Ordinal);
        Assert.Contains("没有用到的说明 (2)", Command.Run("check", sound).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_phrases_join_the_built_in_ones()
    {
        Write("lexicon.txt", "phrase fund=general\n  市本级财力\n");
        Write("mingzhang.json", """{ "lexicon": "lexicon.txt" }""");
        var file = Write("a.txt", "某市水务局2025年部门预算情况说明\n\n二、部门收支总体情况\n\n（二）支出预算：2025年年初预算数10.00万元，其中：市本级财力10.00万元。\n");
        Assert.Contains("fund=general", Command.Run("read", file, "--format", "csv").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fund=general", Command.Run("read", file, "--format", "csv", "--no-settings").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "severities": { "MZ699": "off" } }""", "$.severities.MZ699: there is no rule 'MZ699'")]
    [InlineData("""{ "waivers": [ { "rule": "MZ601", "date": "2026-02-10" } ] }""", "$.waivers[0].reason: is missing")]
    [InlineData("""{ "waivers": [ { "rule": "MZ601", "reason": "a", "date": "2026-02-10", "point": "fund=gold" } ] }""", "$.waivers[0].point: unknown coordinate 'fund=gold'")]
    [InlineData("""{ "books": "no-such-folder" }""", "there is no folder")]
    [InlineData("""{ "lexicon": "no-such-file.txt" }""", "there is no file")]
    [InlineData("""{ "lexicon": "conflict.txt" }""", "'政府性基金' stands in lexicon.txt:")]
    [InlineData("""{ "lexicon": "faulty.txt" }""", "unknown coordinate 'fund=gold'")]
    [InlineData("{ 设置 }", "this is no valid JSON")]
    public void What_is_faulty_stops_the_run_with_2_and_both_languages(string settings, string english)
    {
        Write("conflict.txt", "phrase fund=general\n  政府性基金\n");
        Write("faulty.txt", "phrase fund=gold\n  某某资金\n");
        Write("mingzhang.json", settings);
        var (code, output, error) = Command.Run("check", _wrong);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(english, error, StringComparison.Ordinal);
        Assert.Contains(error, c => c >= 0x4e00);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(1, Command.Run("check", _wrong, "--no-settings").Code);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(Path.Combine(_folder, "mingzhang.json"), [.. "{ \"books\": \""u8, 0xb1, 0xed, 0xb2, 0xe1, .. "\" }"u8]);
        var (code, _, error) = Command.Run("check", _wrong);
        Assert.Equal(2, code);
        Assert.Contains("不是 UTF-8 编码", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--settings", "no-such-file.json")]
    [InlineData("--settings", ".")]
    [InlineData("--settings", "mingzhang.json", "--no-settings")]
    public void A_file_that_cannot_be_meant_is_refused(params string[] options) => Assert.Equal(2, Command.Run(["check", _wrong, .. options]).Code);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
