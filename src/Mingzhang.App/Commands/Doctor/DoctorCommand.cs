using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Documents.Surroundings;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>mingzhang doctor：what on this machine is missing or wrong for any part of the program, each with its remedy; nothing is changed.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var database = new LedgerOptions().Database;
        var url = new Option<string>("--url") { Description = "网站将监听的地址 / where the server is to listen", DefaultValueFactory = _ => "http://127.0.0.1:5000" };
        var secrets = new Option<string[]>("--secret") { Description = "密钥或口令文件，看是否只有所有者能读；可写多个 / files with keys or passwords, to be for their owner alone", AllowMultipleArgumentsPerToken = true };
        var analytics = AnalyticsOption.Create();
        var breached = SafetyOptions.BreachedList();
        var format = CommonOptions.Format("text", "json");
        var language = CommonOptions.Language();
        var command = new Command("doctor", "检查本机环境：字体、外部程序、账库、权限、端口、内存、时钟 / check this machine: fonts, programs, ledger, rights, port, memory, clock") { database, url, analytics, secrets, breached, format, language };
        command.SetAction(parsed =>
        {
            var address = parsed.GetValue(database)!;
            var named = parsed.GetResult(database) is { Implicit: false } || Environment.GetEnvironmentVariable("MINGZHANG_DATABASE") is { Length: > 0 };
            List<Surrounding> all =
            [
                .. Programs.All(), FilesHealth.Temporary(), FilesHealth.Current(), .. FilesHealth.Data(address), .. (parsed.GetValue(secrets) ?? []).Select(FilesHealth.Secret),
                .. LedgerHealth.Of(address, named), .. AnalyticsHealth.Of(parsed.GetValue(analytics)), ServerHealth.Port(parsed.GetValue(url)!), ServerHealth.Memory(), PasswordHealth.Breached(parsed.GetValue(breached)),
            ];
            Console.Out.Write(parsed.GetValue(format) == "json" ? DoctorReport.Json(all) : DoctorReport.Text(all, english: parsed.GetValue(language) == "en"));
            return all.TrueForAll(s => s.Holds || !s.Needed) ? ExitCodes.Clean : ExitCodes.Found;
        });
        return command;
    }
}
