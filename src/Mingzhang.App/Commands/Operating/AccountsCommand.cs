using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.App.Commands.Operating;

/// <summary>mingzhang accounts：what the operator does for the accounts of the workbench, at the machine on which it runs.</summary>
internal static class AccountsCommand
{
    private const int MostPasswords = 20_000_000;

    public static Command Create(LedgerOptions options) => new("accounts", "工作台的账号，由运维办理 / accounts of the workbench, by its operator") { Breached(), Reset(options), Rekey(options) };

    // Its own options: no ledger is asked.
    private static Command Breached()
    {
        var list = LedgerOptions.Name("FILE", "普通清单，每行一个口令（UTF-8）/ a plain list, one password a line (UTF-8)");
        var (output, force) = (new Option<string>("--output", "-o") { Description = "写到的文件，供 serve --breached / file for serve --breached", Required = true }, WriteCommand.Force());
        var command = new Command("breached", "把泄露口令的普通清单转换为可以查找的 / makes a list of breached passwords that can be looked up") { list, output, force };
        command.SetAction(parsed => Convert(parsed.GetValue(list)!, parsed.GetValue(output)!, parsed.GetValue(force)));
        return command;
    }

    private static Command Reset(LedgerOptions options)
    {
        var name = LedgerOptions.Name("NAME", "姓名 / name");
        var command = new Command("reset", "重置一个人的登录，显示一次性网址；用于没有别的管理员时 / resets a person's sign-in and shows an address that serves once, where no other administrator could") { name, options.Database };
        command.SetAction(parsed => ResetOf(parsed.GetValue(options.Database)!, parsed.GetValue(name)!));
        return command;
    }

    private static Command Rekey(LedgerOptions options)
    {
        var file = SafetyOptions.KeyFile();
        var command = new Command("rekey", "更换保护密钥：先停止服务；全部会话结束，两步验证照旧 / replaces the keys of data protection while no server runs: all sessions end, second steps stay") { options.Database, file };
        command.SetAction(parsed => Replace(parsed.GetValue(options.Database)!, parsed.GetValue(file)));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Convert(string list, string output, bool force)
    {
        if (!File.Exists(list))
        {
            Messages.Fail($"没有文件 {list}", $"there is no file {list}", "请检查路径", "check the path");
            return ExitCodes.Unusable;
        }

        if (!OutputFile.MayWrite(output, force) || OutputFile.WouldReplace(output, list))
        {
            return ExitCodes.Unusable;
        }

        var number = 0;
        var hashes = BreachedPasswords.Of(File.ReadLines(list, Encoding.UTF8).Take(MostPasswords + 1).Select(p =>
        {
            number++;
            return p;
        })).ToList();
        if (number is 0 or > MostPasswords)
        {
            Messages.Fail(number == 0 ? $"{list} 是空的" : $"{list} 多于 {MostPasswords} 行", number == 0 ? $"{list} is empty" : $"{list} has more than {MostPasswords} lines", "更大的清单请直接用 Have I Been Pwned 的 SHA-1 文件", "for larger lists use the SHA-1 files of Have I Been Pwned as they are");
            return ExitCodes.Unusable;
        }

        OutputFile.Write(output, Encoding.ASCII.GetBytes(string.Join('\n', hashes) + "\n"));
        Messages.Note($"{hashes.Count} 个口令，写到 {output}", $"{hashes.Count} passwords, written to {output}");
        return ExitCodes.Clean;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ResetOf(string database, string name) => OnAccounts(database, rows =>
    {
        if (AccountDrills.Reset(rows, Environment.UserName, name) is not { } code)
        {
            Messages.Fail($"{name} 没有账号", $"{name} has no account", "请检查姓名", "check the name");
            return ExitCodes.Found;
        }

        Console.Out.WriteLine("/work/reset?code=" + code);
        Messages.Note($"{name} 的登录已重置；以上地址接在网站的网址之后，{Resets.Hours} 小时内有效，只能使用一次", $"the sign-in of {name} is reset; the address above follows that of the site, is good for {Resets.Hours} hours and serves once");
        return ExitCodes.Clean;
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Replace(string database, string? file) => OnAccounts(database, rows =>
    {
        if (!SafetyOptions.Secret(file, out var secret))
        {
            return ExitCodes.Unusable;
        }

        // A secret that is new seals what stood open; one that is another than before cannot read it.
        if (!KeyRing.Fits(rows, secret))
        {
            SafetyOptions.Unfit();
            return ExitCodes.Unusable;
        }

        var kept = AccountDrills.Rekey(rows, Environment.UserName, secret);
        Messages.Note($"保护密钥已更换，{kept} 个验证器已重新加密，全部会话已结束", $"the keys are replaced, {kept} authenticators encrypted anew, all sessions ended");
        return ExitCodes.Clean;
    });

    private static int OnAccounts(string database, Func<AccountRows, int> work)
    {
        using var store = Mingzhang.Ledger.Storage.Store.Open(database, TimeProvider.System, create: false, out var problem);
        if (store is null)
        {
            Messages.Fail(problem!);
            return ExitCodes.Unusable;
        }

        using var rows = AccountRows.Open(database, TimeProvider.System);
        return work(rows);
    }
}
