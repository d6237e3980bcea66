using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang --version：the version, the commit it was built from, and what it runs on; what a report of a mistake should say.</summary>
internal sealed class VersionAnswer : SynchronousCommandLineAction
{
    private const int Short = 12;

    /// <summary>问到版本时由它回答。</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<VersionOption>())
        {
            option.Action = new VersionAnswer();
        }
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>一行文字。</summary>
    public static string Line
    {
        get
        {
            var commit = Commit is { } built ? $"commit {built}, " : "";
            return $"{Messages.Version} ({commit}.NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier})";
        }
    }

    // A build outside a checkout knows no commit.
    private static string? Commit => typeof(VersionAnswer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { } said && said.IndexOf('+', StringComparison.Ordinal) is var at and > 0
        ? said.Substring(at + 1, Math.Min(Short, said.Length - at - 1)) : null;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine(Line);
        return ExitCodes.Clean;
    }
}
