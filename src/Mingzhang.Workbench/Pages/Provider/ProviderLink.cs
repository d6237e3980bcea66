using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Provider;

/// <summary>我在统一身份认证的登录：linked to this account, or taken off it.</summary>
internal static class ProviderLink
{
    public static async Task<WorkAnswer> Show(WorkVisit v) => await Form(v, []);

    /// <summary>解除。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (await AccountPage.Own(v) is not { } account || await Means.Of(AccountPage.People(v), account) is not { Logins: [var login, ..] } means)
        {
            return WorkAnswer.Missing;
        }

        if (means.Last)
        {
            return await Form(v, ["work.means.last"]);
        }

        if (await Proof.Lacking(v, account) is { Length: > 0 } lacking)
        {
            return await Form(v, [lacking]);
        }

        await AccountPage.People(v).RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey);
        v.Site.Accounts.Tell(v.Who, "login removed", login.ProviderKey);
        await AccountPage.OnlyHere(v, account);
        return WorkAnswer.Go("/work/account/provider");
    }

    private static async Task<WorkAnswer> Form(WorkVisit v, string[] said)
    {
        if (await AccountPage.Own(v) is not { } account || ProviderPage.Settings(v) is null)
        {
            return WorkAnswer.Missing;
        }

        var logins = (await Means.Of(AccountPage.People(v), account)).Logins;
        return WorkAnswer.Page(v["work.provider"], Html($"""
            <h1>{ProviderPage.Named(v)}</h1><p class="lead">{v["work.provider.about"]}</p>{When(said.Length > 0, () => NewAccount.Said(v, said))}
            {(logins.Count == 0
                ? Html($"<p class=\"none\">{v["work.provider.none"]}</p><p><a href=\"{v.To("/work/in/provider")}\">{v["work.provider.link"]}</a></p>")
                : Html($"<p>{v.Say("work.provider.linked", logins[0].ProviderKey)}</p><form class=\"entry\" method=\"post\">{v.Token}{Proof.Field(v, account.Password is not null)}<button>{v["work.provider.unlink"]}</button></form>"))}
            <p><a href="{v.To("/work/account")}">{v["work.account"]}</a></p>
            """)) with
        { Status = said.Length > 0 ? 422 : 200 };
    }
}
