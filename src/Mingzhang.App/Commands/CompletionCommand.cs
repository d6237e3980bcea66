using System.CommandLine;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang completion：prints what a shell needs to complete commands, options and their values; the program itself answers, so nothing grows stale.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _mingzhang() {
          local word=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} found=()
          mapfile -t found < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "${found[*]}" -- "$word"))
        }
        complete -o default -F _mingzhang mingzhang

        """;

    // As a file of $fpath it is called for the first completion itself; read by source it only defines.
    private const string Zsh = """
        #compdef mingzhang
        _mingzhang() {
          local line="${BUFFER[1,CURSOR]}"
          local -a found
          found=(${(f)"$("${(Q)words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)"})
          (( ${#found} )) && compadd -a found
          _files
        }
        if [ "$funcstack[1]" = "_mingzhang" ]; then
          _mingzhang "$@"
        else
          compdef _mingzhang mingzhang
        fi

        """;

    private const string Fish = """
        function __mingzhang_suggest
          set -l line (commandline -cp)
          mingzhang "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c mingzhang -a '(__mingzhang_suggest)'

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
