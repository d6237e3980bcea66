using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>已登录的设备：listed, and signed out after the password was given once more.</summary>
internal static class Devices
{
    private const string Others = "others";

    /// <summary>退出一个或其他全部; what is wrong, empty where it was done.</summary>
    public static async Task<string> End(WorkVisit v)
    {
        if (await AccountPage.Own(v) is not { } account)
        {
            return "work.account.failed";
        }

        var lacking = await Proof.Lacking(v, account);
        if (lacking.Length > 0)
        {
            v.Site.Accounts.Tell(v.Who, "session not ended", "");
            return lacking;
        }

        var (sessions, own) = (v.Context.RequestServices.GetRequiredService<Sessions>(), v.Context.User.FindFirstValue(Sessions.Claim) ?? "");
        if (v.Field("session") == Others)
        {
            sessions.EndOthers(v.AccountId, own);
        }
        else
        {
            sessions.End(v.AccountId, v.Field("session"));
        }

        v.Site.Accounts.Tell(v.Who, "session ended", v.Field("session") == Others ? Others : "one");
        return "";
    }

    /// <summary>一栏。</summary>
    public static Markup Section(WorkVisit v, bool password)
    {
        var own = v.Context.User.FindFirstValue(Sessions.Claim);
        var sessions = v.Context.RequestServices.GetRequiredService<Sessions>().Of(v.AccountId);
        return Html($"""
            <section><h2>{v["work.devices"]}</h2><form method="post">{v.Token}<input type="hidden" name="do" value="end">{When(sessions.Count > 1, () => Html($"<div class=\"entry\">{Proof.Field(v, password)}</div>"))}<ul class="plain">{sessions.Select(s => Html($"""
                <li><span title="{s.Device}">{DeviceName.Of(s.Device)}</span> <small>{v.Say("work.device.seen", v.Moment(s.Made), v.Moment(s.Seen))}</small> {(s.Id == own ? Html($"<b>{v["work.device.this"]}</b>") : Html($"<button name=\"session\" value=\"{s.Id}\">{v["work.device.end"]}</button>"))}</li>
                """))}</ul>{When(sessions.Count > 1, () => Html($"<button name=\"session\" value=\"{Others}\">{v["work.devices.end"]}</button>"))}</form></section>
            """);
    }
}
