using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>再证明一次：before devices are signed out or means of signing in are changed, so that whoever finds a desk unlocked does not keep its owner out.</summary>
internal static class Proof
{
    /// <summary>要填的一栏：the password, or a word on signing in anew where there is none.</summary>
    public static Markup Field(WorkVisit v, bool password) => password ? AccountPage.OldPassword(v) : When(!IsRecent(v), () => Html($"<p>{v["work.proof.again"]}</p>"));

    /// <summary>还缺什么; empty where it is proven. A wrong password counts as a failure to sign in.</summary>
    public static async Task<string> Lacking(WorkVisit v, Account account)
    {
        if (account.Password is null)
        {
            return IsRecent(v) ? "" : "work.proof.again";
        }

        var result = await SignInPage.SignIn(v).CheckPasswordSignInAsync(account, v.Field("old"), lockoutOnFailure: true);
        return result.Succeeded ? "" : result.IsLockedOut ? "work.in.locked" : "work.password.wrong";
    }

    /// <summary>是否刚登录。</summary>
    public static bool IsRecent(WorkVisit v) => SignedIn.IsRecent(v.Context, v.Site.Clock.GetUtcNow());
}
