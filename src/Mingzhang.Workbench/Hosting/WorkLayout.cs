using System.Text;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Pages.Own;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的版面：four entries, as officers know them; the review only for those who review.</summary>
internal static class WorkLayout
{
    private static readonly Entry[] Entries =
    [
        new("/work", "work.todo", []), new("/work/reports", "work.reports", []), new("/work/review", "work.review", [Role.Department, Role.Finance]), new("/work/rules", "work.rules", [Role.Department, Role.Finance, Role.Rules]), new("/work/jobs", "work.jobs", [Role.Department, Role.Finance, Role.Rules]), new("/work/settings", "work.settings", []),
    ];

    /// <summary>成网页。</summary>
    public static byte[] Render(WorkVisit v, WorkAnswer page)
    {
        var visit = v.Visit;
        var title = page.Title.Length == 0 ? v["work.name"] : page.Title + " · " + v["work.name"];
        IReadOnlyList<Asset> scripts = page.Body.Value.Contains(" data-show=\"", StringComparison.Ordinal) ? [.. page.Scripts, WorkAssets.PasswordScript] : page.Scripts;
        return Encoding.UTF8.GetBytes(Html($"""
            <!DOCTYPE html>
            <html lang="{(visit.English ? "en" : "zh-CN")}"{(visit.Large ? Html($" class=\"large\"") : Empty)}>
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
            <link rel="stylesheet" href="{Asset.Style.Path}"><link rel="stylesheet" href="{WorkAssets.Style.Path}"><link rel="icon" href="{Asset.Icon.Path}" type="image/svg+xml">{scripts.Select(a => a.Path.EndsWith(".css", StringComparison.Ordinal) ? Html($"<link rel=\"stylesheet\" href=\"{a.Path}\">") : Html($"<script src=\"{a.Path}\" defer></script>"))}</head>
            <body class="work"><a class="skip" href="#main">{v["skip"]}</a>
            <header class="top"><a class="brand" href="{v.To("/work")}">{v["work.name"]}</a>
            {When(v.SignedIn, () => Html($"""
                <nav aria-label="{v["nav.label"]}">{Entries.Where(e => e.Roles.Length == 0 || e.Roles.Any(v.Is)).Select(e => Html($"<a href=\"{v.To(e.Path)}\"{(e.Path == page.Entry ? Html($" aria-current=\"page\"") : Empty)}>{v[e.Word]}</a>"))}</nav>
                <form class="who" method="post" action="{v.To("/work/out")}">{v.Token}<a href="{v.To("/work/account")}">{v.Who}</a> <button>{v["work.out"]}</button></form>
                """))}</header>
            <main id="main">{When(v.SignedIn, () => NewsBanner.Of(v))}{page.Body}</main>
            <footer class="foot"><p><a href="{visit.Here(!visit.English, visit.Large)}" lang="{(visit.English ? "zh" : "en")}" hreflang="{(visit.English ? "zh" : "en")}">{v["foot.language"]}</a> <a href="{visit.Here(visit.English, !visit.Large)}">{v[visit.Large ? "foot.normal" : "foot.large"]}</a> <a href="{v.To("/")}">{v["work.portal"]}</a></p></footer></body></html>

            """).Value);
    }

    private sealed record Entry(string Path, string Word, Role[] Roles);
}
