using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting.Uploads;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>serve 的安全选项：signing in and how long it lasts, passwords, uploads, alarms, what is kept.</summary>
internal sealed class SafetyOptions
{
    private const string BreachedVariable = "MINGZHANG_BREACHED", KeyVariable = "MINGZHANG_KEY_FILE";

    private const int MostHours = 24, MostMinutes = 720, LeastDays = 180, MostDays = 36500, MostMegabytes = 1 << 20;

    private readonly Option<string?> _step = LedgerOptions.Text("--second-step", "要求谁两步验证 admins | all | none，默认 admins（管理人员和规则的角色）；虚构的云溪区默认 none / who must sign in by two steps; admins unless given, none for the fictional district");
    private readonly Option<int> _hours = Number("--session-hours", "一次登录至多几小时 / hours after which one signs in anew", 12);
    private readonly Option<int> _rest = Number("--session-rest", "不用几分钟即结束登录 / minutes of rest after which one signs in anew", 30);
    private readonly Option<string?> _breached = BreachedList();
    private readonly Option<int> _uploads = Number("--uploads-a-day", "一人一天至多上传多少 MB / megabytes that a person may upload in a day", 2048);
    private readonly Option<string?> _scanner = LedgerOptions.Text("--scanner", "病毒扫描 clamd：unix:/run/clamav/clamd.ctl 或 clamd:127.0.0.1:3310；上传的文件先经它检查 / clamd, to which uploads are shown first");
    private readonly Option<string?> _alarms = LedgerOptions.Text("--alarms", "一小时内几次即警报，如 sign-in-failed=60,refused=60 / how often in an hour rings an alarm");
    private readonly Option<int> _log = Number("--keep-log", "账号日志保留几天，至少 180 / days that the log of accounts is kept, 180 at least", 1095);
    private readonly Option<int> _accounts = Number("--keep-accounts", "没有角色也不使用的账号保留几天 / days that accounts are kept that have no role and are not used", 365);
    private readonly Option<string?> _strict = LedgerOptions.Text("--hsts", "通过 https 访问时，要求浏览器只用 https：all（本网址及其下级域名，默认）| host | off / tell browsers that came by https to stay with it");

    private readonly Option<string?> _key = KeyFile();

    /// <summary>库外的密钥文件。</summary>
    public static Option<string?> KeyFile() => new("--key-file") { Description = "数据库以外的密钥文件：加密保护密钥，并加入口令的散列 / file of a secret outside of the database, which seals the keys there and goes into hashes of passwords", DefaultValueFactory = _ => Environment.GetEnvironmentVariable(KeyVariable) };

    /// <summary>密钥; false after a message.</summary>
    public static bool Secret(string? file, out KeySecret? secret)
    {
        secret = null;
        if (string.IsNullOrEmpty(file))
        {
            return true;
        }

        secret = KeySecret.Read(file, out var problem);
        if (problem is not null)
        {
            Messages.Fail(problem);
        }

        return secret is not null;
    }

    /// <summary>密钥与库不合的说明。</summary>
    public static void Unfit() => Messages.Fail("账库中的账号要用另一个密钥文件，或没有给出密钥文件", "the accounts of this ledger need their key file, and it was not given or is another one", "请用 --key-file 指明原来的文件；文件已失的，口令须重置、验证器须重设", "name it with --key-file; where it is lost, passwords must be reset and authenticators set up anew");

    /// <summary>泄露口令的清单。</summary>
    public static Option<string?> BreachedList() => new("--breached") { Description = "泄露口令的清单（SHA-1，按序的文件或分段的文件夹），其中的口令不收 / list of breached passwords (SHA-1, a file in order or a folder of ranges); what stands in it is not taken", DefaultValueFactory = _ => Environment.GetEnvironmentVariable(BreachedVariable) };

    /// <summary>加到命令上。</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _step, _hours, _rest, _breached, _key, _uploads, _scanner, _alarms, _log, _accounts, _strict })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>所给的各项; null after a message.</summary>
    public SafetySettings? Of(ParseResult parsed, bool demo)
    {
        var step = parsed.GetValue(_step) ?? (demo ? "none" : "admins");
        var strict = parsed.GetValue(_strict) ?? "all";
        if (step is not ("admins" or "all" or "none") || strict is not ("all" or "host" or "off"))
        {
            Messages.Fail("--second-step 或 --hsts 的写法不能识别", "--second-step or --hsts is not understood", "两步验证写 admins、all 或 none，https 写 all、host 或 off", "write admins, all or none for the former, all, host or off for the latter");
            return null;
        }

        var scanner = parsed.GetValue(_scanner) is { Length: > 0 } place ? Scanner.Of(place) : null;
        var alarms = Alarms.Read(parsed.GetValue(_alarms) ?? "");
        if ((scanner is null && parsed.GetValue(_scanner) is { Length: > 0 }) || alarms is null)
        {
            Messages.Fail("--scanner 或 --alarms 的写法不能识别", "--scanner or --alarms is not understood", "扫描写 unix:/路径 或 clamd:地址:端口，警报写 " + string.Join("、", Alarms.Usual.Keys.Select(k => k.Replace(' ', '-'))) + " 等于次数", "write unix:/PATH or clamd:ADDRESS:PORT, and kinds of alarms with their number, such as sign-in-failed=60");
            return null;
        }

        BreachedPasswords? breached = null;
        if (parsed.GetValue(_breached) is { Length: > 0 } list && (breached = BreachedPasswords.Open(list, out var problem)) is null)
        {
            Messages.Fail(problem!);
            return null;
        }

        if (!Secret(parsed.GetValue(_key), out var secret))
        {
            return null;
        }

        return new SafetySettings(alarms, new StrictTransport(strict != "off", strict == "all"), new AccountSettings
        {
            Breached = breached,
            Secret = secret,
            SecondStep = step switch { "all" => SecondStep.Everybody, "none" => SecondStep.Nobody, _ => SecondStep.Administrators },
            Longest = TimeSpan.FromHours(Math.Clamp(parsed.GetValue(_hours), 1, MostHours)),
            Rest = TimeSpan.FromMinutes(Math.Clamp(parsed.GetValue(_rest), 1, MostMinutes)),
            UploadsADay = (long)Math.Clamp(parsed.GetValue(_uploads), 1, MostMegabytes) << 20,
            Scanner = scanner,
            KeepLog = TimeSpan.FromDays(Math.Clamp(parsed.GetValue(_log), LeastDays, MostDays)),
            KeepAccounts = TimeSpan.FromDays(Math.Clamp(parsed.GetValue(_accounts), 1, MostDays)),
        });
    }

    private static Option<int> Number(string name, string description, int usual) => new(name) { Description = description, DefaultValueFactory = _ => usual };
}

/// <summary>安全的各项设定。</summary>
internal sealed record SafetySettings(IReadOnlyDictionary<string, int> Alarms, StrictTransport Strict, AccountSettings Accounts)
{
    /// <summary>登记到服务上。</summary>
    public void AddTo(WebApplicationBuilder builder) => builder.Services.AddSingleton(_ => new Alarms(TimeProvider.System, Alarms)).AddSingleton(Strict);
}
