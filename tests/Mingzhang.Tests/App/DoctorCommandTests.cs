using System.Text.Json;

namespace Mingzhang.Tests.App;

/// <summary>环境检查试验：what is there is named with its place, what is missing with its remedy; only what is needed fails.</summary>
public class DoctorCommandTests
{
    [Fact]
    public void Every_part_is_told_with_its_remedy_where_it_is_missing()
    {
        var (code, output, _) = Command.Run("doctor", "--format", "json", "--database", Path.Combine(Path.GetTempPath(), "mingzhang-absent.db"));
        Assert.Equal(1, code);
        var checks = JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("key").GetString()!);
        Assert.Equal(["fonts", "libreoffice", "tesseract", "temporary", "folder", "ledger"], checks.Keys);
        Assert.False(checks["ledger"].GetProperty("holds").GetBoolean());
        Assert.Contains("mingzhang init", checks["ledger"].GetProperty("remedyEnglish").GetString(), StringComparison.Ordinal);
        Assert.True(checks["temporary"].GetProperty("holds").GetBoolean());
        Assert.All(checks.Values, c => Assert.True(c.GetProperty("holds").GetBoolean() || c.GetProperty("remedy").GetString()!.Length > 0));
    }

    [Fact]
    public void A_ledger_that_nobody_made_yet_is_no_fault()
    {
        var (code, output, _) = Command.Run("doctor", "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains("make one with mingzhang init", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _mingzhang mingzhang")]
    [InlineData("zsh", "#compdef mingzhang")]
    [InlineData("fish", "complete -c mingzhang")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public void Shells_get_their_script(string shell, string line) => Assert.Contains(line, Command.Run("completion", shell).Output, StringComparison.Ordinal);

    [Fact]
    public void The_program_completes_what_is_typed() =>
        Assert.Equal("--fail-on\n--final\n--format\n", Command.Run("[suggest:19]", "mingzhang check --f").Output.ReplaceLineEndings("\n"));
}
