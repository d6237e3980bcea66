using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>重新设置登录：whose access was reset chooses a new password by the code that he was handed; a second step is set up anew afterwards.</summary>
internal static class ResetPage
{
    public static async Task<WorkAnswer> Show(WorkVisit v) => Form(v, await Named(v), Empty);

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (await Named(v) is not { } account)
        {
            return Form(v, null, Empty);
        }

        if (v.Field("password") != v.Field("again"))
        {
            return Form(v, account, NewAccount.Said(v, ["work.password.differ"]));
        }

        // Two who hold the code and send it at once: the second finds that there is a password already.
        var set = await AccountPage.People(v).AddPasswordAsync(account, v.Field("password"));
        if (!set.Succeeded)
        {
            return Form(v, account, NewAccount.Unfit(v, set));
        }

        Of(v).Use(v.Visit.Ask("code"));
        v.Site.Accounts.Tell(account.Name, "reset used", "");
        SignedIn.As(v.Context, SignedIn.One);
        await SignInPage.SignIn(v).SignInAsync(account, isPersistent: false);
        return WorkAnswer.Go("/work");
    }

    private static Resets Of(WorkVisit v) => v.Context.RequestServices.GetRequiredService<Resets>();

    // Whoever issued it is signed in as himself and does not get into another's account by it unawares.
    private static async Task<Account?> Named(WorkVisit v) => !v.SignedIn && Of(v).AccountOf(v.Visit.Ask("code")) is { } id ? await AccountPage.People(v).FindByIdAsync(id) : null;

    private static WorkAnswer Form(WorkVisit v, Account? account, Markup said) => WorkAnswer.Page(v["work.reset"], account is null
        ? Html($"<h1>{v["work.reset"]}</h1><p class=\"refused\" role=\"alert\">{v["work.reset.none"]}</p>")
        : Html($"<h1>{v.Say("work.reset.name", account.Name)}</h1><p class=\"lead\">{v["work.reset.about"]}</p>{said}<form class=\"entry\" method=\"post\">{v.Token}{NewAccount.Passwords(v)}<button>{v["work.password.set"]}</button></form>")) with
    { Status = account is null ? 404 : said.IsEmpty ? 200 : 422 };
}
