using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;

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
        Assert.Equal(["fonts", "libreoffice", "tesseract", "temporary", "folder", "ledger", "clock", "port", "memory", "breached"], checks.Keys);
        Assert.False(checks["ledger"].GetProperty("holds").GetBoolean());
        Assert.Contains("mingzhang init", checks["ledger"].GetProperty("remedyEnglish").GetString(), StringComparison.Ordinal);
        Assert.True(checks["temporary"].GetProperty("holds").GetBoolean());
        Assert.All(checks.Values, c => Assert.True(c.GetProperty("holds").GetBoolean() || c.GetProperty("remedy").GetString()!.Length > 0));
    }

    [Fact]
    public void A_ledger_is_looked_at_and_not_raised()
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-doctor-");
        var file = Path.Combine(folder.FullName, "账.db");
        Assert.Equal(0, Command.Run("init", "700", "--name", "云溪市档案局", "--who", "周汇", "--year", "2026", "--database", file).Code);
        Assert.Equal("", Check(file, "structure").Remedy);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Run(connection, "DELETE FROM migration WHERE number = (SELECT MAX(number) FROM migration)");
            Assert.Contains("1 step behind", Check(file, "structure").Remedy, StringComparison.Ordinal);
            Assert.Contains("1 step behind", Check(file, "structure").Remedy, StringComparison.Ordinal);
            Run(connection, "INSERT INTO migration (number, at) VALUES (999, '')");
            Assert.Contains("newer than this program", Check(file, "structure").Remedy, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);

        static void Run(SqliteConnection connection, string text)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public void A_port_that_is_taken_and_a_key_that_others_can_read_are_told_with_their_remedy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        Assert.Contains("is in use", Check("absent.db", "port", "--url", taken).Remedy, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var key = Path.GetTempFileName();
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Check("absent.db", "secret", "--secret", key).Remedy, StringComparison.Ordinal);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.True(Check("absent.db", "secret", "--secret", key).Holds);
        File.Delete(key);
    }

    private static (bool Holds, string Remedy) Check(string database, string key, params string[] more)
    {
        var output = Command.Run(["doctor", "--format", "json", "--database", database, .. more]).Output;
        var check = JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("key").GetString() == key);
        return (check.GetProperty("holds").GetBoolean(), check.GetProperty("remedyEnglish").GetString() ?? "");
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

    // As a shell asks it: the script that bash reads, with a line half typed.
    [Theory]
    [InlineData("mingzhang check --fo", "--format")]
    [InlineData("mingzhang doctor --lang e", "en")]
    [InlineData("mingzhang compl", "completion")]
    public void Bash_completes_by_the_script(string line, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "bash is needed");
        var start = new ProcessStartInfo("/bin/bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("""
            mingzhang() { dotnet "$program" "$@"; }
            eval "$script"
            COMP_LINE=$line COMP_POINT=${#line} COMP_WORDS=($line) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _mingzhang
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        start.Environment["program"] = Path.Combine(AppContext.BaseDirectory, "mingzhang.dll");
        start.Environment["script"] = Command.Run("completion", "bash").Output;
        start.Environment["line"] = line;
        using var bash = Process.Start(start)!;
        Assert.Equal(expected, bash.StandardOutput.ReadToEnd().Trim());
    }

    [Fact]
    public void The_program_completes_what_is_typed() =>
        Assert.Equal("--fail-on\n--final\n--format\n", Command.Run("[suggest:19]", "mingzhang check --f").Output.ReplaceLineEndings("\n"));
}
