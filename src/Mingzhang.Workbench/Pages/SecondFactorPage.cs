using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>登录的第二步：six digits of the authenticator, or one of the codes kept on paper.</summary>
internal static class SecondFactorPage
{
    public static async Task<WorkAnswer> Show(WorkVisit v) => await SignInPage.SignIn(v).GetTwoFactorAuthenticationUserAsync() is null ? WorkAnswer.Go("/work/in") : Form(v, Empty);

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        var code = v.Field("code").Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var signIn = SignInPage.SignIn(v);
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is not null && code.Length == 6 && await signIn.UserManager.VerifyTwoFactorTokenAsync(account, signIn.Options.Tokens.AuthenticatorTokenProvider, code) && !v.Context.RequestServices.GetRequiredService<Spent>().Use("digits " + account.Id + " " + code))
        {
            // Whoever looked over a shoulder comes too late.
            v.Site.Accounts.Tell(account.Name, "digits used twice", "");
            return Form(v, Html($"<p class=\"refused\" role=\"alert\">{v["work.second.wrong"]}</p>"));
        }

        SignedIn.As(v.Context, SignedIn.Two);
        var result = code.Length == 6 ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false) : await signIn.TwoFactorRecoveryCodeSignInAsync(v.Field("code").Trim());
        v.Site.Accounts.Tell(account?.Name ?? "", result.Succeeded ? "signed in" : result.IsLockedOut ? "sign-in locked" : "sign-in failed", "second step");
        return result.Succeeded ? KeptForm.Go(v) : Form(v, Html($"<p class=\"refused\" role=\"alert\">{v[result.IsLockedOut ? "work.in.locked" : "work.second.wrong"]}</p>"));
    }

    /// <summary>口令之后。</summary>
    public static WorkAnswer After(WorkVisit v) => v.Typed.Any(f => f.Key.StartsWith(KeptForm.Prefix, StringComparison.Ordinal)) ? Form(v, Empty) : WorkAnswer.Go("/work/in/second?to=" + Uri.EscapeDataString(SignInPage.Target(v)));

    private static WorkAnswer Form(WorkVisit v, Markup said) => WorkAnswer.Page(v["work.second"], Html($"""
        <h1>{v["work.second"]}</h1><p class="lead">{v["work.second.about"]}</p>{said}
        <form class="entry" method="post" action="{v.To("/work/in/second?to=" + Uri.EscapeDataString(SignInPage.Target(v)))}">{v.Token}{KeptForm.Hidden(v)}<label>{v["work.second.code"]}<input name="code" autocomplete="one-time-code" required maxlength="40"></label><button>{v["work.in"]}</button></form>
        """)) with
    { Status = said.IsEmpty ? 200 : 422 };
}
