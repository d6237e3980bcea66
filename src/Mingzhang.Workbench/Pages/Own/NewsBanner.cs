using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>账号变动的提示：on every page after signing in, until its reader has said that he knows; whoever did none of it knows that somebody else did.</summary>
internal static class NewsBanner
{
    /// <summary>提示; empty where nothing happened.</summary>
    public static Markup Of(WorkVisit v)
    {
        var news = v.Context.RequestServices.GetRequiredService<AccountNews>().Of(v.AccountId, v.Who, v.Context.User.FindFirstValue(Sessions.Claim) ?? "");
        return When(news.Count > 0, () => Html($"""
            <section class="notice" aria-label="{v["work.news"]}"><p><b>{v["work.news"]}</b></p><ul class="plain">{news.Select(n => Html($"<li><small>{n.At}</small> {Said(v, n)}</li>"))}</ul><p>{v["work.news.else"]}</p>
            <form method="post" action="{v.To("/work/account")}">{v.Token}<input type="hidden" name="do" value="seen"><input type="hidden" name="number" value="{news[0].Number}"><button>{v["work.news.seen"]}</button></form></section>
            """));
    }

    private static string Said(WorkVisit v, AccountEvent n) => v.Say("work.news." + n.What.Replace(' ', '-'), n.About);
}
