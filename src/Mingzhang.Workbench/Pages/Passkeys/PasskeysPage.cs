using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Passkeys;

/// <summary>我的通行密钥：added with the password once more, named, removed; the last means of signing in stays.</summary>
internal static class PasskeysPage
{
    private const int Most = 20, LongestName = 40;

    public static async Task<WorkAnswer> Show(WorkVisit v) => await Form(v, Empty);

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (await AccountPage.Own(v) is not { } account)
        {
            return WorkAnswer.Missing;
        }

        var means = await Means.Of(AccountPage.People(v), account);
        return v.Field("do") switch
        {
            "add" => await Add(v, account, means),
            "name" when Chosen(v, means) is { } passkey => await Name(v, account, passkey),
            "remove" when Chosen(v, means) is { } passkey => await Remove(v, account, means, passkey),
            _ => WorkAnswer.Missing,
        };
    }

    private static async Task<WorkAnswer> Add(WorkVisit v, Account account, Means means)
    {
        // Whoever finds the desk unlocked does not get a key of his own.
        if (await Proof.Lacking(v, account) is { Length: > 0 } lacking)
        {
            return await Form(v, NewAccount.Said(v, [lacking]));
        }

        if (means.Passkeys.Count >= Most)
        {
            return await Form(v, NewAccount.Said(v, ["work.passkey.many"]));
        }

        PasskeyAttestationResult made;
        try
        {
            made = await SignInPage.SignIn(v).PerformPasskeyAttestationAsync(v.Field("credential") is { Length: > 0 } credential ? credential : "{}");
        }
        catch (InvalidOperationException)
        {
            return await Form(v, NewAccount.Said(v, ["work.passkey.late"]));
        }

        if (!made.Succeeded || made.UserEntity.Id != account.Id)
        {
            return await Form(v, NewAccount.Said(v, ["work.passkey.unmade"]));
        }

        made.Passkey.Name = Named(v);
        await AccountPage.People(v).AddOrUpdatePasskeyAsync(account, made.Passkey);
        v.Site.Accounts.Tell(v.Who, "passkey", made.Passkey.Name);
        if (StepAsked.Lacking(v))
        {
            // The device has just verified its holder: that is the second step of this session, too.
            SignedIn.As(v.Context, SignedIn.Two);
            await SignInPage.SignIn(v).RefreshSignInAsync(account);
        }

        return await Form(v, Html($"<p class=\"done\" role=\"status\">{v.Say("work.passkey.added", made.Passkey.Name)}</p>"), 200);
    }

    private static async Task<WorkAnswer> Name(WorkVisit v, Account account, UserPasskeyInfo passkey)
    {
        passkey.Name = Named(v);
        await AccountPage.People(v).AddOrUpdatePasskeyAsync(account, passkey);
        return WorkAnswer.Go("/work/account/passkeys");
    }

    private static async Task<WorkAnswer> Remove(WorkVisit v, Account account, Means means, UserPasskeyInfo passkey)
    {
        if (means.Last)
        {
            return await Form(v, NewAccount.Said(v, ["work.means.last"]));
        }

        if (await Proof.Lacking(v, account) is { Length: > 0 } lacking)
        {
            return await Form(v, NewAccount.Said(v, [lacking]));
        }

        await AccountPage.People(v).RemovePasskeyAsync(account, passkey.CredentialId);
        v.Site.Accounts.Tell(v.Who, "passkey removed", passkey.Name ?? "");

        // Its device may be in other hands by now.
        await AccountPage.OnlyHere(v, account);
        return await Form(v, Html($"<p class=\"done\" role=\"status\">{v.Say("work.passkey.removed", passkey.Name)}</p>"), 200);
    }

    private static UserPasskeyInfo? Chosen(WorkVisit v, Means means) => means.Passkeys.FirstOrDefault(p => Key(p) == v.Field("key"));

    private static string Key(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private static string Named(WorkVisit v) => v.Field("title").Trim() is { Length: > 0 and <= LongestName } name ? name : v["work.passkey"];

    private static async Task<WorkAnswer> Form(WorkVisit v, Markup said, int status = 0)
    {
        if (await AccountPage.Own(v) is not { } account)
        {
            return WorkAnswer.Missing;
        }

        var means = await Means.Of(AccountPage.People(v), account);
        var adding = v.Context.RequestServices.GetRequiredService<OwnAddress>().Fits(v.Context.Request) ? await Adding(v, account, means) : Html($"<p class=\"none\">{v["work.passkey.place"]}</p>");
        return WorkAnswer.Page(v["work.passkeys"], Html($"""
            <h1>{v["work.passkeys"]}</h1><p class="lead">{v["work.passkeys.about"]}</p>{When(StepAsked.Lacking(v), () => Html($"<p class=\"notice\" role=\"status\">{v["work.second.asked"]} <a href=\"{v.To("/work/account/second")}\">{v["work.second.title"]}</a></p>"))}{said}
            {(means.Passkeys.Count == 0 ? Html($"<p class=\"none\">{v["work.passkeys.none"]}</p>") : Html($"""
                <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["work.passkey.title"]}</th><th scope="col">{v["work.passkey.made"]}</th><th scope="col"><span class="hidden">{v["work.doing"]}</span></th></tr></thead><tbody>{means.Passkeys.Select(p => Row(v, p, means.Password))}</tbody></table></div>
                """))}
            <section><h2>{v["work.passkey.add"]}</h2>{adding}</section>
            <p><a href="{v.To("/work/account")}">{v["work.account"]}</a></p>
            """)) with
        { Status = status > 0 ? status : said.IsEmpty ? 200 : 422, Scripts = [WorkAssets.PasskeyScript] };
    }

    private static async Task<Markup> Adding(WorkVisit v, Account account, Means means)
    {
        var options = await SignInPage.SignIn(v).MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.Name, DisplayName = account.Name });
        return Html($"""
            <form class="entry" method="post" data-passkey="add" data-options="{options}" hidden>{v.Token}<input type="hidden" name="do" value="add"><input type="hidden" name="credential">
            <label>{v["work.passkey.title"]}<input name="title" required maxlength="40"><small>{v["work.passkey.title.rule"]}</small></label>
            {Proof.Field(v, means.Password)}
            <button>{v["work.passkey.add"]}</button></form>{PasskeySignIn.Failed(v)}<p class="none" data-passkey-none>{v["work.passkey.none"]}</p>
            """);
    }

    private static Markup Row(WorkVisit v, UserPasskeyInfo p, bool password) => Html($"""
        <tr><th scope="row"><form class="inline" method="post">{v.Token}<input type="hidden" name="do" value="name"><input type="hidden" name="key" value="{Key(p)}"><input name="title" required maxlength="40" value="{p.Name}" aria-label="{v["work.passkey.title"]}"> <button>{v["work.passkey.rename"]}</button></form></th><td>{AccountRows.Text(p.CreatedAt)[..10]}</td>
        <td><details><summary aria-label="{v.Say("work.passkey.remove.label", p.Name)}">{v["work.passkey.remove"]}</summary><form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="remove"><input type="hidden" name="key" value="{Key(p)}">{Proof.Field(v, password)}<button>{v.Say("work.passkey.remove.label", p.Name)}</button></form></details></td></tr>

        """);
}
