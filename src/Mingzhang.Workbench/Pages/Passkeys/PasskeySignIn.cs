using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Passkeys;

/// <summary>用通行密钥登录：offered beside the password; the browser shows the passkeys that it has for this site.</summary>
internal static class PasskeySignIn
{
    /// <summary>登录页上的表单：shown by the script where the browser can; empty where the site is addressed by a number.</summary>
    /// <param name="v">The visit.</param>
    /// <param name="to">Where to go on.</param>
    /// <param name="quietly">Whether the browser may offer by itself; not after it was refused, or it would try for ever.</param>
    public static async Task<Markup> Offer(WorkVisit v, string to, bool quietly)
    {
        if (!v.Context.RequestServices.GetRequiredService<OwnAddress>().Fits(v.Context.Request))
        {
            return Empty;
        }

        var options = await SignInPage.SignIn(v).MakePasskeyRequestOptionsAsync(null);
        return Html($"""
            <form class="entry" method="post" action="{v.To("/work/in/passkey?to=" + Uri.EscapeDataString(to))}" data-passkey="{(quietly ? "in" : "again")}" data-options="{options}" hidden>{v.Token}<input type="hidden" name="credential">{KeptForm.Hidden(v)}
            <button>{v["work.passkey.in"]}</button></form>{Failed(v)}<p class="none" data-passkey-none>{v["work.passkey.none"]}</p>
            """);
    }

    /// <summary>核对设备的回答。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        var word = await Try(v);
        if (word.Length > 0)
        {
            v.Site.Accounts.Tell("", "sign-in failed", "passkey");
        }

        return word.Length == 0 ? KeptForm.Go(v) : await SignInPage.Form(v, Html($"<p class=\"refused\" role=\"alert\">{v[word]}</p>"));
    }

    /// <summary>没有完成时的一句，由脚本显示。</summary>
    public static Markup Failed(WorkVisit v) => Html($"<p class=\"refused\" role=\"alert\" data-passkey-failed hidden>{v["work.passkey.failed"]}</p>");

    private static async Task<string> Try(WorkVisit v)
    {
        var signIn = SignInPage.SignIn(v);
        var credential = v.Field("credential");
        PasskeyAssertionResult<Account> asserted;
        try
        {
            asserted = await signIn.PerformPasskeyAssertionAsync(credential.Length > 0 ? credential : "{}");
        }
        catch (InvalidOperationException)
        {
            // The page stood open for longer than its challenge is good, or was sent from elsewhere.
            return "work.passkey.late";
        }

        if (!asserted.Succeeded || !v.Context.RequestServices.GetRequiredService<Spent>().Use(Answer(credential)))
        {
            return "work.passkey.wrong";
        }

        if (await AccountPage.People(v).IsLockedOutAsync(asserted.User))
        {
            return "work.in.locked";
        }

        await AccountPage.People(v).AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);
        SignedIn.As(v.Context, SignedIn.Two);
        await signIn.SignInAsync(asserted.User, isPersistent: false);
        v.Site.Accounts.Tell(asserted.User.Name, "signed in", "passkey");
        return "";
    }

    // The challenge stands in what the device signed, so whoever sends an answer again cannot change it.
    private static string Answer(string credential)
    {
        using var document = JsonDocument.Parse(credential);
        return document.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString()!;
    }
}
