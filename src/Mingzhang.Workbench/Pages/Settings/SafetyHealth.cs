using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>安全的健康：what is not set up, and how often in this hour somebody was refused or slowed.</summary>
internal static class SafetyHealth
{
    /// <summary>两栏。</summary>
    public static Markup Of(WorkVisit v)
    {
        var alarms = v.Context.RequestServices.GetRequiredService<Alarms>().Now();
        var warnings = Warnings(v).ToList();
        return Html($"""
            {When(warnings.Count > 0, () => Html($"<div class=\"notice\"><ul class=\"plain\">{warnings.Select(w => Html($"<li>{v[w]}</li>"))}</ul></div>"))}
            {When(alarms.Any(a => a.Rings), () => Html($"<p class=\"refused\" role=\"alert\"><b>{v["work.alarm.rings"]}</b> {v["work.alarm.do"]}</p>"))}
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.alarm"]}"><table class="list"><thead><tr><th scope="col">{v["work.alarm"]}</th><th scope="col" class="n">{v["work.alarm.count"]}</th><th scope="col" class="n">{v["work.alarm.bound"]}</th></tr></thead><tbody>
            {alarms.Select(a => Html($"<tr><th scope=\"row\">{v["work.alarm." + a.What.Replace(' ', '-')]}</th><td class=\"n{(a.Rings ? " bad" : "")}\">{a.Count}</td><td class=\"n\">{a.Bound}</td></tr>\n"))}</tbody></table></div>
            """);
    }

    private static IEnumerable<string> Warnings(WorkVisit v)
    {
        var settings = v.Context.RequestServices.GetRequiredService<AccountSettings>();
        if (!v.Read(r => Encryption.Holds(Store.DatabaseOf(v.Site.DatabaseAddress)!, r.Statements)))
        {
            yield return "work.health.unencrypted";
        }

        if (settings.Breached is null)
        {
            yield return "work.health.breached";
        }

        if (settings.Scanner is null)
        {
            yield return "work.health.scanner";
        }
    }
}
