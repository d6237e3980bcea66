using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using Mingzhang.Workbench.Pages.Passkeys;
using Mingzhang.Workbench.Pages.Provider;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>登录。</summary>
internal static class SignInPage
{
    public static async Task<WorkAnswer> Show(WorkVisit v) => v.SignedIn ? WorkAnswer.Go(Target(v)) : !v.Site.Begun ? WorkAnswer.Go("/work/first") : await Form(v, Empty);

    /// <summary>核对口令。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        SignedIn.As(v.Context, SignedIn.One);
        var result = await SignIn(v).PasswordSignInAsync(v.Field("name").Trim(), v.Field("password"), isPersistent: false, lockoutOnFailure: true);
        await Tell(v, result.Succeeded ? "signed in" : result.RequiresTwoFactor ? "second step asked" : result.IsLockedOut ? "sign-in locked" : "sign-in failed");
        if (result.RequiresTwoFactor)
        {
            return SecondFactorPage.After(v);
        }

        // Whether the name or the password is wrong is not said.
        return result.Succeeded ? KeptForm.Go(v) : await Form(v, Html($"<p class=\"refused\" role=\"alert\">{v[result.IsLockedOut ? "work.in.locked" : "work.in.wrong"]}</p>"));
    }

    /// <summary>登录已结束，再登录一次：what was sent goes along.</summary>
    public static async Task<WorkAnswer> Again(WorkVisit v) => (await Form(v, Html($"<p class=\"refused\" role=\"alert\">{v["work.kept.ended"]}</p>"), v.Context.Request.Path + v.Context.Request.QueryString)) with { Status = StatusCodes.Status401Unauthorized };

    /// <summary>退出。</summary>
    public static async Task<WorkAnswer> Out(WorkVisit v)
    {
        await SignIn(v).SignOutAsync();
        v.Site.Accounts.Tell(v.Who, "signed out", "");

        // What the browser still holds goes too, so that Back shows nothing to whoever sits down next.
        v.Context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return WorkAnswer.Go("/work/in");
    }

    /// <summary>登录之后去哪里：within the workbench only.</summary>
    public static string Target(WorkVisit v) => v.Context.Request.Query["to"].ToString() is { Length: > 0 and < 400 } to && (to == WorkHost.Root || to.StartsWith(WorkHost.Root + "/", StringComparison.Ordinal)) && !to.Contains('\\', StringComparison.Ordinal) ? to : WorkHost.Root;

    /// <summary>登录的服务。</summary>
    public static SignInManager<Account> SignIn(WorkVisit v) => v.Context.RequestServices.GetRequiredService<SignInManager<Account>>();

    // Who typed his password into the field of the name shall not find it in a log: only names of accounts are told.
    private static async Task Tell(WorkVisit v, string what) => v.Site.Accounts.Tell((await AccountPage.People(v).FindByNameAsync(v.Field("name").Trim()))?.Name ?? "", what, "password");

    /// <summary>登录页，说明一句。</summary>
    public static async Task<WorkAnswer> Form(WorkVisit v, Markup said, string? to = null)
    {
        var passkey = await PasskeySignIn.Offer(v, to ?? Target(v), quietly: said.IsEmpty);
        return WorkAnswer.Page(v["work.in"], Html($"""
            <h1>{v["work.in"]}</h1><p class="lead">{v["work.in.about"]}</p>{said}
            <form class="entry" method="post" action="{v.To("/work/in?to=" + Uri.EscapeDataString(to ?? Target(v)))}">{v.Token}
            <label>{v["work.in.name"]}<input name="name" autocomplete="username webauthn" required maxlength="60" value="{v.Field("name")}"></label>
            {PasswordField.Present(v, "password", "work.in.password")}
            {KeptForm.Hidden(v)}<button>{v["work.in"]}</button></form>{passkey}{ProviderPage.Offer(v, "to=" + Uri.EscapeDataString(to ?? Target(v)))}
            """)) with
        { Status = said.IsEmpty ? 200 : 422, Scripts = [WorkAssets.PasskeyScript] };
    }
}
