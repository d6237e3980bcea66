using System.Diagnostics;

namespace Mingzhang.Tests.App;

/// <summary>启动脚本试验：the launcher with an SDK that only pretends to build: locks left behind, homes and checkouts that cannot be written.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang launcher ").FullName;

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the launcher of Windows is another");
        Directory.CreateDirectory(Path.Combine(_folder, "repo", "src"));
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        File.Copy(Repository.Path("mingzhang"), Path.Combine(_folder, "repo", "mingzhang"));
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json" })
        {
            File.WriteAllText(Path.Combine(_folder, "repo", file), "");
        }

        // Puts a program where -o says, and tells what it was given.
        Script(Path.Combine(_folder, "bin", "dotnet"), """
            #!/bin/sh
            echo "home=${DOTNET_CLI_HOME:-}" >>"$TOLD"
            echo "arguments=$*" >>"$TOLD"
            while [ $# -gt 0 ]; do [ "$1" = -o ] && out=$2; shift; done
            mkdir -p "$out"
            printf '#!/bin/sh\necho "ran $*"\n' >"$out/mingzhang"
            chmod +x "$out/mingzhang"
            """);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void It_builds_once_and_then_starts_at_once()
    {
        Assert.Equal("ran check a b", Run(_folder, "check", "a b"));
        Assert.Equal("ran forms", Run(_folder, "forms"));
        Assert.Single(Told(), l => l.StartsWith("arguments=", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_folder, "repo", "build", "lock")));
    }

    [Fact]
    public void A_lock_left_by_a_killed_build_is_taken_over()
    {
        var dead = Process.Start("true");
        dead.WaitForExit();
        var held = Directory.CreateDirectory(Path.Combine(_folder, "repo", "build", "lock")).FullName;
        File.WriteAllText(Path.Combine(held, "pid"), dead.Id + "\n");
        Assert.Equal("ran forms", Run(_folder, "forms"));
    }

    [Fact]
    public void A_home_that_cannot_be_written_is_replaced()
    {
        Assert.Equal("ran forms", Run("/dev/null/home", "forms"));
        Assert.Contains(Told(), l => l == "home=" + Path.Combine(_folder, "repo", "build", "home"));
    }

    [Fact]
    public void A_checkout_that_cannot_be_written_is_built_in_the_cache()
    {
        // A file where the folder should be: the same as no permission, and true for every user.
        File.WriteAllText(Path.Combine(_folder, "repo", "build"), "");
        Assert.Equal("ran forms", Run(_folder, "forms"));
        Assert.Contains(Told(), l => l.Contains("--artifacts-path " + Path.Combine(_folder, ".cache", "mingzhang"), StringComparison.Ordinal));
    }

    private string[] Told() => File.ReadAllLines(Path.Combine(_folder, "told"));

    private string Run(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(_folder, "repo", "mingzhang"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PATH"] = Path.Combine(_folder, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = home;
        start.Environment["TOLD"] = Path.Combine(_folder, "told");
        start.Environment.Remove("DOTNET_CLI_HOME");
        start.Environment.Remove("XDG_CACHE_HOME");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : output + error.Result;
    }

    private static void Script(string path, string text)
    {
        File.WriteAllText(path, text + "\n");
        using var made = Process.Start("chmod", ["+x", path]);
        made.WaitForExit();
    }
}
