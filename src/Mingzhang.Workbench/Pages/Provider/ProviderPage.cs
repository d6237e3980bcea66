using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Accounts.Provider;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Provider;

/// <summary>由统一身份认证登录：there and back. Who is not known here gets in by an invitation only, and is linked only after he has said so himself.</summary>
internal static class ProviderPage
{
    private const string Done = "/work/in/provider/done";

    private static readonly string[] Words = [ProviderFailure.Down, ProviderFailure.Invalid, ProviderFailure.Refused, ProviderFailure.Late, "unknown", "taken", "locked"];

    /// <summary>设置; null where there is no provider.</summary>
    public static ProviderSettings? Settings(WorkVisit v) => v.Context.RequestServices.GetService<ProviderSettings>();

    /// <summary>它的名称。</summary>
    public static string Named(WorkVisit v) => Settings(v) is { } settings ? v.Visit.English ? settings.English : settings.Name : "";

    /// <summary>登录页和邀请页上的链接：a link rather than a form, since the policy of content lets no form lead elsewhere; empty where there is no provider.</summary>
    public static Markup Offer(WorkVisit v, string query) => When(Settings(v) is not null, () => Html($"<p><a class=\"code\" href=\"{v.To("/work/in/provider?" + query)}\">{v.Say("work.provider.in", Named(v))}</a></p>"));

    /// <summary>前往。</summary>
    public static async Task<WorkAnswer> Begin(WorkVisit v)
    {
        if (Settings(v) is null)
        {
            return WorkAnswer.Missing;
        }

        var back = v.To(Done + "?to=" + Uri.EscapeDataString(SignInPage.Target(v)) + (v.Visit.Ask("code") is { Length: > 0 } code ? "&code=" + Uri.EscapeDataString(code) : ""));
        var properties = SignInPage.SignIn(v).ConfigureExternalAuthenticationProperties(ProviderHandler.SchemeName, back, v.SignedIn ? v.AccountId : null);
        try
        {
            await v.Context.ChallengeAsync(ProviderHandler.SchemeName, properties);
        }
        catch (ProviderFailure failure)
        {
            ProviderSetting.Told(v.Context, failure.Word, failure);
            return Fail(v, failure.Word, StatusCodes.Status503ServiceUnavailable);
        }

        return new WorkAnswer { Elsewhere = v.Context.Response.Headers.Location.ToString() };
    }

    /// <summary>回来。</summary>
    public static async Task<WorkAnswer> Back(WorkVisit v)
    {
        if (await Come(v) is not { } info)
        {
            return Fail(v, ProviderFailure.Late);
        }

        if (v.SignedIn)
        {
            return await Link(v, info, Empty);
        }

        SignedIn.As(v.Context, ProviderHandler.InTwo(info.Principal) ? SignedIn.Two : SignedIn.One);
        var result = await SignInPage.SignIn(v).ExternalLoginSignInAsync(info.LoginProvider, info.ProviderKey, isPersistent: false, bypassTwoFactor: false);
        v.Site.Accounts.Tell((await AccountPage.People(v).FindByLoginAsync(info.LoginProvider, info.ProviderKey))?.Name ?? "", result.Succeeded ? "signed in" : result.RequiresTwoFactor ? "second step asked" : result.IsLockedOut ? "sign-in locked" : "sign-in failed", "provider");
        return result.Succeeded ? WorkAnswer.Go(SignInPage.Target(v))
            : result.RequiresTwoFactor ? WorkAnswer.Go("/work/in/second?to=" + Uri.EscapeDataString(SignInPage.Target(v)))
            : result.IsLockedOut ? Fail(v, "locked")
            : Invited(v) is { } name ? Ask(v, info, name, v["work.account.make"]) : Fail(v, "unknown");
    }

    /// <summary>确认：links the login to one's own account, or makes the account that one is invited to.</summary>
    public static async Task<WorkAnswer> Accept(WorkVisit v)
    {
        var people = AccountPage.People(v);
        if (await Come(v) is not { } info)
        {
            return Fail(v, ProviderFailure.Late);
        }

        if (await people.FindByLoginAsync(info.LoginProvider, info.ProviderKey) is not null)
        {
            return Fail(v, "taken");
        }

        var name = v.SignedIn ? v.Who : Invited(v);
        var account = v.SignedIn ? await AccountPage.Own(v) : name is null ? null : new Account { Name = name, Made = v.Site.Clock.GetUtcNow() };
        if (v.SignedIn && account is not null && !Proof.IsRecent(v) && await Proof.Lacking(v, account) is { Length: > 0 } lacking)
        {
            return await Link(v, info, NewAccount.Said(v, [lacking]));
        }

        if (account is null || (!v.SignedIn && !(await people.CreateAsync(account)).Succeeded))
        {
            return Fail(v, "unknown");
        }

        await people.AddLoginAsync(account, new UserLoginInfo(info.LoginProvider, info.ProviderKey, info.LoginProvider));
        v.Site.Accounts.Tell(account.Name, "login", info.ProviderKey);
        await v.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (v.SignedIn)
        {
            await SignInPage.SignIn(v).RefreshSignInAsync(account);
            return WorkAnswer.Go("/work/account/provider");
        }

        v.Context.RequestServices.GetRequiredService<Invitations>().Use(v.Visit.Ask("code"));
        SignedIn.As(v.Context, ProviderHandler.InTwo(info.Principal) ? SignedIn.Two : SignedIn.One);
        await SignInPage.SignIn(v).SignInAsync(account, isPersistent: false);
        return WorkAnswer.Go("/work");
    }

    /// <summary>没有成功，用话说。</summary>
    public static Task<WorkAnswer> Failed(WorkVisit v) => Task.FromResult(Fail(v, Array.Find(Words, w => w == v.Visit.Ask("why")) ?? ProviderFailure.Invalid));

    // Who began it signed in comes back as the same person, or not at all.
    private static async Task<ExternalLoginInfo?> Come(WorkVisit v) => Settings(v) is null ? null : await SignInPage.SignIn(v).GetExternalLoginInfoAsync(v.SignedIn ? v.AccountId : null);

    private static string? Invited(WorkVisit v) => v.Context.RequestServices.GetRequiredService<Invitations>().Invited(v.Visit.Ask("code"));

    // One's own account gets another means of signing in: whoever finds a desk unlocked does not add his.
    private static async Task<WorkAnswer> Link(WorkVisit v, ExternalLoginInfo info, Markup said)
    {
        var account = await AccountPage.Own(v);
        return Ask(v, info, v.Who, v["work.provider.link"], Join([said, When(!Proof.IsRecent(v), () => Proof.Field(v, account?.Password is not null))])) with { Status = said.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }

    private static WorkAnswer Ask(WorkVisit v, ExternalLoginInfo info, string name, string button, Markup proof = default) => WorkAnswer.Page(v["work.provider"], Html($"""
        <h1>{Named(v)}</h1><p>{v.Say("work.provider.ask", info.Principal.Identity?.Name, name)}</p>
        <form class="entry" method="post" action="{v.To(Done + "?to=" + Uri.EscapeDataString(SignInPage.Target(v)) + "&code=" + Uri.EscapeDataString(v.Visit.Ask("code")))}">{v.Token}{proof}<button>{button}</button></form><p><a href="{v.To("/work")}">{v["work.provider.not"]}</a></p>
        """));

    private static WorkAnswer Fail(WorkVisit v, string word, int status = StatusCodes.Status403Forbidden) => WorkAnswer.Page(v["work.provider"], Html($"""
        <h1>{v["work.provider"]}</h1><p class="refused" role="alert">{v["work.provider.failed." + word]}</p><p><a href="{v.To(v.SignedIn ? "/work/account/provider" : "/work/in")}">{v[v.SignedIn ? "work.account" : "work.in"]}</a></p>
        """)) with
    { Status = status };
}
