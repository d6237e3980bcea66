using System.CommandLine;
using Mingzhang.App.Commands.Doctor;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>账库的各命令。</summary>
internal static class LedgerCommands
{
    /// <summary>加到程序；the commands that read and write documents start without them.</summary>
    public static void AddTo(RootCommand root, string[] args)
    {
        if (args is ["check" or "read" or "diff" or "write" or "convert" or "sample" or "rules" or "forms" or "certify" or "verify" or "keys", ..])
        {
            return;
        }

        var options = new LedgerOptions();
        IEnumerable<Command> all =
        [
            InitCommand.Create(options), UnitCommand.Create(options), ImportCommand.Create(options), LineCommand.Create(options), StandardCommand.Create(options), EstimateCommand.Create(options), ProjectCommand.Create(options), WordsCommand.Create(options),
            ControlCommand.Create(options), .. StepCommands.Create(options), CommentCommand.Create(options), ComposeCommand.Create(options), ReportCommand.Create(options), PublishCommand.Create(options),
            StatusCommand.Create(options), QueryCommand.Create(options), JournalCommand.Create(options), .. BackupCommands.Create(options), ArchiveCommand.Create(options), AnalyticsCommand.Create(options), ServeCommand.Create(options), McpCommand.Create(options), QuestionCommand.Create(options), DataCommand.Create(options),
            .. Execution.ExecutionCommands.Create(options), Operating.AccountsCommand.Create(options),
            DoctorCommand.Create(), CompletionCommand.Create(),
        ];
        foreach (var command in all)
        {
            root.Subcommands.Add(command);
        }
    }
}
