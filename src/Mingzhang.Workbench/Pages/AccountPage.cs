using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using Mingzhang.Workbench.Pages.Provider;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>我的账号：roles, password, second step, and the devices that are signed in.</summary>
internal static class AccountPage
{
    public static async Task<WorkAnswer> Show(WorkVisit v) => await Form(v, Empty);

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        switch (v.Field("do"))
        {
            case "end":
                var lacking = await Devices.End(v);
                return lacking.Length == 0 ? WorkAnswer.Go("/work/account") : await Form(v, NewAccount.Said(v, [lacking]));
            case "seen":
                v.Context.RequestServices.GetRequiredService<AccountNews>().Seen(v.AccountId, long.TryParse(v.Field("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
                return WorkAnswer.Go("/work");
            case "password":
                return await Password(v);
            default:
                return WorkAnswer.Missing;
        }
    }

    /// <summary>登录者的账号。</summary>
    public static async Task<Account?> Own(WorkVisit v) => await People(v).FindByIdAsync(v.AccountId);

    /// <summary>账号的服务。</summary>
    public static UserManager<Account> People(WorkVisit v) => v.Context.RequestServices.GetRequiredService<UserManager<Account>>();

    /// <summary>现在的口令一栏。</summary>
    public static Markup OldPassword(WorkVisit v) => PasswordField.Present(v, "old", "work.password.old");

    /// <summary>只留本设备。</summary>
    public static async Task OnlyHere(WorkVisit v, Account account)
    {
        v.Context.RequestServices.GetRequiredService<Sessions>().EndOthers(v.AccountId, v.Context.User.FindFirstValue(Sessions.Claim) ?? "");
        await SignInPage.SignIn(v).RefreshSignInAsync(account);
    }

    private static async Task<WorkAnswer> Password(WorkVisit v)
    {
        if (await Own(v) is not { } account)
        {
            return WorkAnswer.Missing;
        }

        if (v.Field("password") != v.Field("again"))
        {
            return await Form(v, NewAccount.Said(v, ["work.password.differ"]));
        }

        var changed = account.Password is null ? await People(v).AddPasswordAsync(account, v.Field("password")) : await People(v).ChangePasswordAsync(account, v.Field("old"), v.Field("password"));
        v.Site.Accounts.Tell(v.Who, changed.Succeeded ? "password changed" : "password not changed", "");
        if (!changed.Succeeded)
        {
            return await Form(v, NewAccount.Unfit(v, changed));
        }

        // Other devices are signed out with the old password; this one goes on.
        await OnlyHere(v, account);
        return await Form(v, Html($"<p class=\"done\" role=\"status\">{v["work.password.changed"]}</p>"), 200);
    }

    private static async Task<WorkAnswer> Form(WorkVisit v, Markup said, int status = 0)
    {
        var account = await Own(v);
        var means = account is null ? null : await Means.Of(People(v), account);
        var passkeys = means?.Passkeys.Count ?? 0;
        return WorkAnswer.Page(v["work.account"], Html($"""
            <h1>{v.Who}</h1>{StepAsked.Said(v)}{said}
            <section><h2>{v["work.account.roles"]}</h2>{(v.Roles.Count == 0 ? Html($"<p class=\"none\">{v["work.account.norole"]}</p>") : Html($"<ul class=\"plain\">{v.Roles.Select(p => Html($"<li>{(v.Visit.English ? p.Role.English : p.Role.Chinese)} <small>{(p.Scope == "*" ? v["work.everywhere"] : p.Scope)}</small></li>"))}</ul>"))}</section>
            <section><h2>{v["work.second.title"]}</h2><p>{v[account is { TwoFactor: true } ? "work.second.on" : "work.second.off"]} <a href="{v.To("/work/account/second")}">{v["work.second.set"]}</a></p></section>
            <section><h2>{v["work.passkeys"]}</h2><p>{(passkeys == 0 ? v["work.passkeys.none"] : v.Say("work.passkeys.count", passkeys))} <a href="{v.To("/work/account/passkeys")}">{v["work.second.set"]}</a></p></section>
            {When(ProviderPage.Settings(v) is not null, () => Html($"<section><h2>{ProviderPage.Named(v)}</h2><p>{v[means is { Logins.Count: > 0 } ? "work.second.on" : "work.provider.none"]} <a href=\"{v.To("/work/account/provider")}\">{v["work.second.set"]}</a></p></section>"))}
            <section><h2>{v["work.data"]}</h2><p><a href="{v.To("/work/account/data")}">{v["work.data.see"]}</a></p></section>
            {Devices.Section(v, account?.Password is not null)}
            <section><h2>{v[means is { Password: false } ? "work.password.set" : "work.password.change"]}</h2>{When(means is { Password: false }, () => Html($"<p>{v["work.password.none"]}</p>"))}<form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="password">
            {When(means is not { Password: false }, () => OldPassword(v))}{NewAccount.Passwords(v)}<button>{v[means is { Password: false } ? "work.password.set" : "work.password.change"]}</button></form></section>
            """)) with
        { Status = status > 0 ? status : said.IsEmpty ? 200 : 422 };
    }
}
