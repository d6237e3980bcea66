using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>建立账号：the part that the first administrator and everybody who is invited have in common.</summary>
internal static class NewAccount
{
    /// <summary>建立并登录; what was wrong, empty where all is well.</summary>
    public static async Task<Markup> Make(WorkVisit v, string name)
    {
        var people = v.Context.RequestServices.GetRequiredService<UserManager<Account>>();
        if (v.Field("password") != v.Field("again"))
        {
            return Said(v, ["work.password.differ"]);
        }

        var account = new Account { Name = name, Made = v.Site.Clock.GetUtcNow() };
        var made = await people.CreateAsync(account, v.Field("password"));
        if (!made.Succeeded)
        {
            return Unfit(v, made);
        }

        SignedIn.As(v.Context, SignedIn.One);
        await SignInPage.SignIn(v).SignInAsync(account, isPersistent: false);
        return Empty;
    }

    /// <summary>口令的两栏。</summary>
    public static Markup Passwords(WorkVisit v) => PasswordField.New(v);

    /// <summary>口令不合的说明，连同它的强度。</summary>
    public static Markup Unfit(WorkVisit v, IdentityResult result) => Join([Said(v, result.Errors.Select(Word).Distinct()), PasswordField.Strength(v)]);

    /// <summary>说出错误。</summary>
    public static Markup Said(WorkVisit v, IEnumerable<string> words) => Html($"<div class=\"refused\" role=\"alert\"><ul class=\"plain\">{words.Select(w => Html($"<li>{v[w]}</li>"))}</ul></div>");

    /// <summary>错误的说法。</summary>
    public static string Word(IdentityError error) => error.Code switch
    {
        "DuplicateUserName" => "work.account.taken",
        "PasswordTooShort" or PasswordRules.TooLong or "PasswordRequiresUniqueChars" => "work.password.rule",
        PasswordRules.Common => "work.password.common",
        PasswordRules.Breached => "work.password.breached",
        "PasswordMismatch" => "work.password.wrong",
        _ => "work.account.failed",
    };
}
