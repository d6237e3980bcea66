using System.CommandLine;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Journal;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang backup、restore：a copy while the ledger is in use, and back again.</summary>
internal static class BackupCommands
{
    public static IEnumerable<Command> Create(LedgerOptions options)
    {
        var target = LedgerOptions.Name("FILE", "备份文件；.txt 为文字 / file; .txt is text");
        var force = WriteCommand.Force();
        var source = LedgerOptions.Name("FILE", "备份文件 / the backup");
        var accounts = LedgerOptions.Flag("--accounts", "连同工作台的账号：口令的散列、验证器、通行密钥；会话和邀请除外 / the workbench's accounts, too: hashes of passwords, authenticators, passkeys; no sessions or invitations");
        return
        [
            options.Command("backup", "备份，不必停用 / back up while in use", [target, force], call => call.With(create: false, store =>
            {
                var path = call.Parsed.GetValue(target)!;
                if (!OutputFile.MayWrite(path, call.Parsed.GetValue(force)))
                {
                    return ExitCodes.Unusable;
                }

                Backup.Write(store, path);
                return call.Say(Answer.Done($"已备份到 {path}", $"backed up to {path}"));
            })),
            options.Command("restore", "恢复到空的账库 / restore into an empty ledger", [source, accounts], call => Restore(call, call.Parsed.GetValue(source)!, call.Parsed.GetValue(accounts))),
        ];
    }

    /// <summary>恢复。</summary>
    public static int Restore(LedgerCall call, string path, bool accounts = false)
    {
        if (!File.Exists(path))
        {
            call.Tell([Problem.Of($"没有文件 {path}", $"there is no file {path}", "请检查路径", "check the path")]);
            return ExitCodes.Unusable;
        }

        return call.With(create: true, store =>
        {
            var problems = Backup.Restore(store, path, TimeProvider.System);
            if (problems.Count > 0)
            {
                call.Tell(problems);
                return ExitCodes.Found;
            }

            if (!AccountCopy.IsIn(path))
            {
                return call.Say(Answer.Done($"已恢复到 {store.Address}", $"restored into {store.Address}"));
            }

            if (!accounts)
            {
                return call.Say(Answer.Done($"已恢复到 {store.Address}；账号没有恢复，请重新邀请，或在空的账库上加 --accounts 再恢复一次", $"restored into {store.Address}; accounts were not: invite people again, or restore into an empty ledger with --accounts"));
            }

            var number = AccountCopy.Into(path, call.Database, TimeProvider.System);
            return call.Say(Answer.Done($"已恢复到 {store.Address}，连同 {number} 个账号", $"restored into {store.Address}, with {number} accounts"));
        }, anyone: true);
    }
}
