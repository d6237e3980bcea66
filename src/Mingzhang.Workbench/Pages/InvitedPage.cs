using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Provider;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>接受邀请：chooses a password and is in.</summary>
internal static class InvitedPage
{
    public static Task<WorkAnswer> Show(WorkVisit v) => Task.FromResult(Form(v, Empty));

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        var invitations = v.Context.RequestServices.GetRequiredService<Invitations>();
        if (invitations.Invited(v.Visit.Ask("code")) is not { } name)
        {
            return Form(v, Empty);
        }

        var said = await NewAccount.Make(v, name);
        if (said.IsEmpty)
        {
            invitations.Use(v.Visit.Ask("code"));
            return WorkAnswer.Go("/work");
        }

        return Form(v, said);
    }

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var name = v.Context.RequestServices.GetRequiredService<Invitations>().Invited(v.Visit.Ask("code"));
        return WorkAnswer.Page(v["work.invited"], name is null
            ? Html($"<h1>{v["work.invited"]}</h1><p class=\"refused\" role=\"alert\">{v["work.invited.none"]}</p>")
            : Html($"<h1>{v.Say("work.invited.name", name)}</h1>{said}<form class=\"entry\" method=\"post\">{v.Token}{NewAccount.Passwords(v)}<p>{v["work.data.agreed"]}</p><button>{v["work.account.make"]}</button></form>{ProviderPage.Offer(v, "code=" + Uri.EscapeDataString(v.Visit.Ask("code")))}")) with
        { Status = name is null ? 404 : said.IsEmpty ? 200 : 422 };
    }
}
