using System.CommandLine;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang completion：prints what a shell needs to complete commands, options and their values; the program itself answers, so nothing grows stale.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _mingzhang() {
          local word=${COMP_WORDS[COMP_CWORD]}
          mapfile -t COMPREPLY < <(compgen -W "$(mingzhang "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word")
        }
        complete -o default -F _mingzhang mingzhang

        """;

    private const string Zsh = """
        #compdef mingzhang
        _mingzhang() {
          local -a found
          found=("${(@f)$(mingzhang "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _mingzhang mingzhang

        """;

    private const string Fish = """
        complete -c mingzhang -a '(set -l line (commandline -p); mingzhang "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName mingzhang -ScriptBlock {
          param($word, $tree, $position)
          mingzhang "[suggest:$position]" "$tree" 2>$null | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash | zsh | fish | powershell" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");
        var command = new Command("completion", "输出命令行补全脚本，如 source <(mingzhang completion bash) / print a script that completes commands in a shell") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.Write((parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell }).ReplaceLineEndings("\n"));
            return ExitCodes.Clean;
        });
        return command;
    }
}
