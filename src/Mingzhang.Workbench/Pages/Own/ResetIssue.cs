using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>为别人重置登录：by whoever could give him each of his roles, so that nobody gains by it what he could not give himself. The code is shown once and handed over, as an invitation is.</summary>
internal static class ResetIssue
{
    /// <summary>谁可以。</summary>
    public static bool May(WorkVisit v, string name) => name != v.Who && v.Read(r => Organisations.MayGiveAll(r, v.Who, name));

    /// <summary>办理; what is said, or null where he may not.</summary>
    public static Markup? Do(WorkVisit v, string name)
    {
        if (!May(v, name))
        {
            return null;
        }

        var services = v.Context.RequestServices;
        if (services.GetRequiredService<AccountStore>().All().FirstOrDefault(a => a.Name == name) is not { } account)
        {
            return NewAccount.Said(v, ["work.reset.noaccount"]);
        }

        var code = services.GetRequiredService<Resets>().Issue(v.Who, account);
        return Html($"<p class=\"done\" role=\"status\">{v.Say("work.reset.done", name, Resets.Hours)} <span class=\"code\">{v.Context.Request.Scheme}://{v.Context.Request.Host.ToUriComponent()}/work/reset?code={code}</span></p>");
    }

    /// <summary>人员表中的一栏; what it does is said before the button.</summary>
    public static Markup Form(WorkVisit v, string name) => When(May(v, name), () => Html($"""
        <details><summary aria-label="{v.Say("work.reset.label", name)}">{v["work.reset"]}</summary><form method="post">{v.Token}<input type="hidden" name="do" value="reset"><input type="hidden" name="name" value="{name}"><p>{v["work.reset.what"]}</p><button>{v.Say("work.reset.label", name)}</button></form></details>
        """));
}
