using System.Diagnostics;

namespace Mingzhang.Tests.Security;

/// <summary>发布：who made a package can be told, and known weaknesses of what it is made of are asked for.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-").FullName;
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_release_is_signed_and_a_changed_one_is_found_out()
    {
        if (!File.Exists("/usr/bin/gpg"))
        {
            Assert.Skip("needs gpg (Debian: gpg)");
        }

        Given(("GNUPGHOME", Path.Combine(_folder, "keys")));
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        Run("chmod", "700", Path.Combine(_folder, "keys"));
        Assert.Equal(0, Run("gpg", "--batch", "--passphrase", "", "--quick-generate-key", "Test <test@localhost>", "ed25519", "sign").Code);
        var sums = Path.Combine(_folder, "SHA256SUMS");
        File.WriteAllText(sums, "0000  mingzhang.deb\n");
        Assert.Equal(0, Run("sh", Repository.Path("deploy", "sign"), _folder, "test@localhost").Code);
        Assert.Equal(0, Run("gpg", "--batch", "--verify", sums + ".asc", sums).Code);
        File.AppendAllText(sums, "1111  another.deb\n");
        Assert.NotEqual(0, Run("gpg", "--batch", "--verify", sums + ".asc", sums).Code);
        Run("gpgconf", "--kill", "all");
        Assert.Contains("deploy/sign", File.ReadAllText(Repository.Path("release")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canary", 0, "no known weakness")]
    [InlineData("canary|slnx", 1, "NU1903: Package 'slnx'")]
    [InlineData("none", 3, "nothing is proven")]
    public void Known_weaknesses_stop_the_build_and_a_source_that_knows_none_proves_nothing(string weak, int code, string said)
    {
        // In the place of dotnet, one that finds weaknesses where the test wants them.
        var program = Path.Combine(_folder, "dotnet");
        File.WriteAllText(program, $"#!/bin/sh\nfor w in {weak.Replace('|', ' ')}; do case \"$2\" in *$w*) echo \"warning NU1903: Package '$w' has a known weakness\" ;; esac; done\n");
        Run("chmod", "700", program);
        Given(("PATH", _folder + ":/usr/bin:/bin"));
        var ran = Run("bash", Repository.Path(".ci", "advisories"));
        Assert.Equal(code, ran.Code);
        Assert.Contains(said, ran.Output, StringComparison.Ordinal);
        Assert.Contains(".ci/advisories", File.ReadAllText(Repository.Path(".ci", "run")), StringComparison.Ordinal);
    }

    private void Given(params (string Name, string Value)[] given)
    {
        foreach (var (name, value) in given)
        {
            _environment[name] = value;
        }
    }

    private (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
