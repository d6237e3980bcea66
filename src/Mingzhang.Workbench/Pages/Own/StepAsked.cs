using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>要求的两步验证：whose roles ask for a second step, and who signed in by one, sees the pages of his own account and no others until he has set it up.</summary>
internal static class StepAsked
{
    private static readonly Role[] Administrators = [Role.Department, Role.Rules];

    /// <summary>是否还缺第二步。</summary>
    public static bool Of(WorkVisit v) => Lacking(v) && !v.Context.Request.Path.StartsWithSegments(WorkHost.Root + "/account", StringComparison.Ordinal) && v.Context.Request.Path != WorkHost.Root + "/out";

    /// <summary>是否缺第二步，不论在哪一页。</summary>
    public static bool Lacking(WorkVisit v) => v.Context.RequestServices.GetRequiredService<AccountSettings>().SecondStep switch
    {
        SecondStep.Nobody => false,
        _ when SignedIn.InTwo(v.Context) => false,
        SecondStep.Everybody => true,
        _ => Administrators.Any(v.Is),
    };

    /// <summary>引到设置的一页。</summary>
    public static WorkAnswer Lead(WorkVisit v) => WorkServing.WantsJson(v.Context)
        ? new WorkAnswer { Bytes = "{\"secondStep\":true}"u8.ToArray(), Status = StatusCodes.Status403Forbidden }
        : WorkAnswer.Go("/work/account/second");

    /// <summary>说明，在设置的各页上; empty where nothing is asked.</summary>
    public static Charts.Markup Said(WorkVisit v) => When(Lacking(v), () => Html($"<p class=\"notice\" role=\"status\">{v["work.second.asked"]} <a href=\"{v.To("/work/account/passkeys")}\">{v["work.passkey.add"]}</a></p>"));
}
