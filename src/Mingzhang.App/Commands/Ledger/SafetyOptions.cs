using System.CommandLine;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>serve 的安全选项：signing in, and how long it lasts.</summary>
internal sealed class SafetyOptions
{
    /// <summary>清单所在的环境变量。</summary>
    public const string Breached = "MINGZHANG_BREACHED";

    private const int MostHours = 24, MostMinutes = 720;

    private readonly Option<string?> _step = LedgerOptions.Text("--second-step", "要求谁两步验证 admins | all | none，默认 admins（管理人员和规则的角色）；虚构的云溪区默认 none / who must sign in by two steps; admins unless given, none for the fictional district");
    private readonly Option<int> _hours = new("--session-hours") { Description = "一次登录至多几小时 / hours after which one signs in anew", DefaultValueFactory = _ => 12 };
    private readonly Option<int> _rest = new("--session-rest") { Description = "不用几分钟即结束登录 / minutes of rest after which one signs in anew", DefaultValueFactory = _ => 30 };

    private readonly Option<string?> _breached = new("--breached") { Description = "泄露口令的清单（SHA-1，按序的文件或分段的文件夹），新口令在其中的不收 / list of breached passwords (SHA-1, a file in order or a folder of ranges); what stands in it is not taken", DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Breached) };

    /// <summary>加到命令上。</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _step, _hours, _rest, _breached })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>所给的各项; null after a message.</summary>
    public AccountSettings? Of(ParseResult parsed, bool demo)
    {
        var step = parsed.GetValue(_step) ?? (demo ? "none" : "admins");
        if (step is not ("admins" or "all" or "none"))
        {
            Messages.Fail($"两步验证没有“{step}”这种要求", $"a second step is not asked of '{step}'", "请写 admins、all 或 none", "write admins, all or none");
            return null;
        }

        var breached = parsed.GetValue(_breached) is { Length: > 0 } list ? BreachedPasswords.Open(list, out var problem) : Nothing(out problem);
        if (problem is not null)
        {
            Messages.Fail(problem.Message.Chinese, problem.Message.English, problem.Remedy.Chinese, problem.Remedy.English);
            return null;
        }

        return new AccountSettings
        {
            Breached = breached,
            SecondStep = step switch { "all" => SecondStep.Everybody, "none" => SecondStep.Nobody, _ => SecondStep.Administrators },
            Longest = TimeSpan.FromHours(Math.Clamp(parsed.GetValue(_hours), 1, MostHours)),
            Rest = TimeSpan.FromMinutes(Math.Clamp(parsed.GetValue(_rest), 1, MostMinutes)),
        };
    }

    private static BreachedPasswords? Nothing(out Mingzhang.Ledger.Problem? problem)
    {
        problem = null;
        return null;
    }
}
