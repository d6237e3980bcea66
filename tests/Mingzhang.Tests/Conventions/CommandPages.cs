using System.CommandLine;
using System.Globalization;
using System.Text;
using Mingzhang.App.Commands;

namespace Mingzhang.Tests.Conventions;

/// <summary>命令的文档：a page of all commands and a manual page, both made from the commands themselves; a test fails where they are stale.</summary>
public class CommandPages
{
    private const string ManualBegins = """
        .\" Made by the tests from the commands; MINGZHANG_ACCEPT=1 ./test renews it.
        .TH MINGZHANG 1 2026-11-28 "Mingzhang 0.1" "User Commands"
        .ad l
        .SH NAME
        mingzhang \- read, check, compile, write and publish budget disclosures
        .SH SYNOPSIS
        .B mingzhang
        .I COMMAND
        [\fIARGUMENT\fR ...] [\fIOPTION\fR ...]
        .SH DESCRIPTION
        Reads a Chinese departmental budget disclosure, binds every figure to what it measures, and says which figure is wrong and what it should be.
        Compiles a budget from a ledger of lines, writes the disclosure, follows its execution, and shows an archive of disclosures as web pages.
        .PP
        Each command says more with
        .BR \-\-help ;
        .B \-\-version
        names the version, the commit and the runtime.
        .SH COMMANDS

        """;

    private const string ManualEnds = """
        .SH EXIT STATUS
        0: nothing found; 1: something found, or refused; 2: the input or the command cannot be used.
        .SH ENVIRONMENT
        .TP
        .B MINGZHANG_DATABASE
        ledger, where \-\-database is not given
        .TP
        .B MINGZHANG_WHO
        person who acts, where \-\-who is not given
        .TP
        .B MINGZHANG_FONTS
        folder of fonts for writing PDF
        .SH FILES
        .TP
        .I mingzhang.json
        settings beside the documents or above them
        .TP
        .I /etc/mingzhang.env
        settings of the service, where it was installed as a package
        .SH EXAMPLES
        .nf
        mingzhang sample \-o sample.txt
        mingzhang check sample.txt \-\-format html \-o report.html
        mingzhang serve \-\-demo
        .fi

        """;

    [Fact]
    public void Commands_are_documented()
    {
        var root = CommandTree.Of([]);
        var text = new StringBuilder("# 命令 Commands\n\n").Append(GeneratedDocs.Made)
            .Append("`mingzhang 命令 --help` 给出同样的说明。`mingzhang completion SHELL` 输出补全脚本。\n`mingzhang COMMAND --help` says the same. `mingzhang completion SHELL` prints a script that completes them.\n");
        foreach (var command in root.Subcommands)
        {
            Page(text, command, command.Name);
        }

        Golden.CheckFile(Repository.Path("docs", "generated", "commands.md"), text.ToString());
    }

    [Fact]
    public void The_manual_page_names_every_command()
    {
        var root = CommandTree.Of([]);
        var text = new StringBuilder(ManualBegins);
        foreach (var command in root.Subcommands)
        {
            Manual(text, command, command.Name);
        }

        text.Append(ManualEnds);
        Golden.CheckFile(Repository.Path("docs", "generated", "mingzhang.1"), text.ToString());
    }

    [Fact]
    public void Everything_is_described_in_both_languages()
    {
        var bare = All(CommandTree.Of([]).Subcommands).SelectMany(c => c.Options.Cast<Symbol>().Concat(c.Arguments).Prepend(c))
            .Where(s => s is not Option { Name: "--help" } && !s.Hidden && !Both(s.Description)).Select(s => s.Name).Distinct(StringComparer.Ordinal);
        Assert.Equal("", string.Join(" ", bare));

        static IEnumerable<Command> All(IEnumerable<Command> commands) => commands.SelectMany(c => All(c.Subcommands).Prepend(c));

        // What is only a list of values or of names needs no second language.
        static bool Both(string? said) => said is not null && (said.Any(char.IsAsciiLetter) || said.All(c => c < 0x2e80));
    }

    private static void Page(StringBuilder text, Command command, string path)
    {
        if (command.Hidden)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {path}\n\n{command.Description}\n");
        var rows = command.Arguments.Select(a => (Name: a.Name, a.Description)).Concat(command.Options.Where(o => !o.Hidden).Select(o => (Name: string.Join(", ", o.Aliases.Append(o.Name).OrderBy(n => n.Length)), o.Description))).ToList();
        if (rows.Count > 0)
        {
            text.Append("\n| | |\n| --- | --- |\n");
            rows.ForEach(r => text.Append(CultureInfo.InvariantCulture, $"| `{r.Name}` | {r.Description?.Replace("|", "\\|", StringComparison.Ordinal)} |\n"));
        }

        foreach (var sub in command.Subcommands)
        {
            Page(text, sub, path + " " + sub.Name);
        }
    }

    private static void Manual(StringBuilder text, Command command, string path)
    {
        if (command.Hidden)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $".SS {path}\n{Roff(English(command.Description))}\n");
        foreach (var (name, said) in command.Arguments.Select(a => (a.Name, a.Description)).Concat(command.Options.Where(o => !o.Hidden && o.Name != "--help").Select(o => (string.Join(", ", o.Aliases.Append(o.Name).OrderBy(n => n.Length)), o.Description))))
        {
            text.Append(CultureInfo.InvariantCulture, $".TP\n.B {Roff(name)}\n{Roff(English(said))}\n");
        }

        foreach (var sub in command.Subcommands)
        {
            Manual(text, sub, path + " " + sub.Name);
        }
    }

    private static string English(string? said) => said is null ? "" : said[(said.LastIndexOf("/ ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];

    private static string Roff(string text)
    {
        var plain = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return plain.StartsWith('.') || plain.StartsWith('\'') ? "\\&" + plain : plain;
    }
}
