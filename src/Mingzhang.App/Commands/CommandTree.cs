using System.CommandLine;
using Mingzhang.App.Commands.Ledger;

namespace Mingzhang.App.Commands;

/// <summary>全部命令：what `mingzhang` can be asked. The arguments tell which are wanted, so that reading and checking start without the ledger.</summary>
internal static class CommandTree
{
    public static RootCommand Of(string[] args)
    {
        var root = new RootCommand("明账 Mingzhang: 读懂、核对预决算公开文本 / reads and checks budget disclosures")
        {
            CheckCommand.Create(), ReadCommand.Create(), DiffCommand.Create(), FormsCommand.Create(), RulesCommand.Create(), SampleCommand.Create(), WriteCommand.Create(), TemplateCommand.Create(), ConvertCommand.Create(), CertifyCommand.Create(), VerifyCommand.Create(), KeysCommand.Create(),
        };
        VersionAnswer.AddTo(root);
        LedgerCommands.AddTo(root, args);
        return root;
    }
}
