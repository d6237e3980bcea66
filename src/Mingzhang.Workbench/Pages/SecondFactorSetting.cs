using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>设置两步验证：the key for the authenticator, confirmed by a code of it; then ten codes to keep on paper.</summary>
internal static class SecondFactorSetting
{
    private const int Codes = 10;

    public static async Task<WorkAnswer> Show(WorkVisit v) => await Form(v, Empty);

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        var people = AccountPage.People(v);
        if (await AccountPage.Own(v) is not { } account)
        {
            return WorkAnswer.Missing;
        }

        if (v.Field("do") == "off")
        {
            if (await Proof.Lacking(v, account) is { Length: > 0 } lacking)
            {
                return await Form(v, NewAccount.Said(v, [lacking]));
            }

            await people.SetTwoFactorEnabledAsync(account, false);
            await people.ResetAuthenticatorKeyAsync(account);
            v.Site.Accounts.Tell(v.Who, "second step off", "");
            SignedIn.As(v.Context, SignedIn.One);
            await SignInPage.SignIn(v).RefreshSignInAsync(account);
            return WorkAnswer.Go("/work/account");
        }

        // Whoever finds a desk unlocked does not put his own device in its owner's place.
        if (!Proof.IsRecent(v) && await Proof.Lacking(v, account) is { Length: > 0 } unproven)
        {
            return await Form(v, NewAccount.Said(v, [unproven]));
        }

        var code = v.Field("code").Replace(" ", "", StringComparison.Ordinal);
        if (!await people.VerifyTwoFactorTokenAsync(account, people.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return await Form(v, NewAccount.Said(v, ["work.second.wrong"]));
        }

        await people.SetTwoFactorEnabledAsync(account, true);
        v.Site.Accounts.Tell(v.Who, "second step on", "");
        SignedIn.As(v.Context, SignedIn.Two);
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes) ?? [];
        await SignInPage.SignIn(v).RefreshSignInAsync(account);
        return WorkAnswer.Page(v["work.second.title"], Html($"<h1>{v["work.second.title"]}</h1><p class=\"done\" role=\"status\">{v["work.second.done"]}</p><ul class=\"plain\">{codes.Select(c => Html($"<li class=\"code\">{c}</li>"))}</ul><p><a href=\"{v.To("/work/account")}\">{v["work.account"]}</a> <a href=\"{v.To("/work")}\">{v["work.todo"]}</a></p>"));
    }

    private static async Task<WorkAnswer> Form(WorkVisit v, Markup said)
    {
        var people = AccountPage.People(v);
        if (await AccountPage.Own(v) is not { } account)
        {
            return WorkAnswer.Missing;
        }

        if (account.TwoFactor)
        {
            return WorkAnswer.Page(v["work.second.title"], Html($"""
                <h1>{v["work.second.title"]}</h1><p>{v["work.second.on"]}</p>{said}
                <form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="off">{Proof.Field(v, account.Password is not null)}<button>{v["work.second.stop"]}</button></form>
                """)) with
            { Status = said.IsEmpty ? 200 : 422 };
        }

        if (await people.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key)
        {
            await people.ResetAuthenticatorKeyAsync(account);
            await SignInPage.SignIn(v).RefreshSignInAsync(account);
            key = (await people.GetAuthenticatorKeyAsync(account))!;
        }

        var address = $"otpauth://totp/{Uri.EscapeDataString(v["work.name"])}:{Uri.EscapeDataString(account.Name)}?secret={key}&issuer={Uri.EscapeDataString(v["work.name"])}";
        return WorkAnswer.Page(v["work.second.title"], Html($"""
            <h1>{v["work.second.title"]}</h1>{StepAsked.Said(v)}<p class="lead">{v["work.second.how"]}</p>{said}
            <p>{v["work.second.key"]} <span class="code">{string.Join(' ', key.Chunk(4).Select(c => new string(c)))}</span> <a href="{address}">{v["work.second.app"]}</a></p>
            <form class="entry" method="post">{v.Token}<label>{v["work.second.code"]}<input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="10"></label>{When(!Proof.IsRecent(v), () => Proof.Field(v, account.Password is not null))}<button>{v["work.second.start"]}</button></form>
            """)) with
        { Status = said.IsEmpty ? 200 : 422 };
    }
}
