using System.Globalization;
using System.Runtime.InteropServices;
using Mingzhang.Documents.Surroundings;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>系统健康：versions, database, disk, and what this machine has of fonts and programs, each with its remedy.</summary>
internal static class HealthPage
{
    private const decimal Gigabyte = 1024m * 1024 * 1024;

    public static WorkAnswer Show(WorkVisit v)
    {
        if (!BackupPage.May(v))
        {
            return WorkAnswer.Forbidden;
        }

        var address = v.Site.With(s => s.Address);
        var server = address.Contains("://", StringComparison.Ordinal);
        var accounts = v.Site.Accounts.Read(s => s.Rows("SELECT COUNT(*) FROM work_account", d => d.GetInt64(0))[0]);
        var sessions = v.Site.Accounts.Read(s => s.Rows("SELECT COUNT(*) FROM work_session WHERE ends >= @now", d => d.GetInt64(0), ("now", Mingzhang.Workbench.Accounts.AccountRows.Text(v.Site.Clock.GetUtcNow())))[0]);
        var places = new[] { Path.GetTempPath(), server ? "" : Path.GetDirectoryName(Path.GetFullPath(address))! }.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal);
        var around = Programs.All().ToList();
        return WorkAnswer.Page(v["work.settings.health"], Html($"""
            <h1>{v["work.settings.health"]}</h1><p class="lead">{v["work.settings.health.about"]}</p>
            <dl class="facts"><dt>{v["work.health.version"]}</dt><dd>{typeof(HealthPage).Assembly.GetName().Version?.ToString(3)} · .NET {Environment.Version.ToString()} · {RuntimeInformation.RuntimeIdentifier}</dd>
            <dt>{v["work.backup.database"]}</dt><dd>{(server ? "PostgreSQL" : "SQLite")} · {v.Say("work.health.schema", Migrations.Ledger.Newest, Migrations.Archive.Newest)}</dd>
            <dt>{v["work.health.accounts"]}</dt><dd>{v.Say("work.health.sessions", accounts, sessions)}</dd>
            <dt>{v["work.health.now"]}</dt><dd>{v.Site.Clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}</dd>
            {places.Select(p => Html($"<dt>{v["work.health.free"]}</dt><dd>{p} {Free(p)}</dd>"))}</dl>
            {SafetyHealth.Of(v)}
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.settings.health"]}"><table class="list"><thead><tr><th scope="col">{v["work.health.part"]}</th><th scope="col">{v["work.health.found"]}</th></tr></thead><tbody>
            {around.Select(s => Html($"<tr><th scope=\"row\">{s.What.In(v.Visit.English)}</th><td>{(s.Found is { } found ? Html($"{found}") : Html($"<b>{v["work.health.lacking"]}</b> {s.Remedy?.In(v.Visit.English)}"))}</td></tr>\n"))}</tbody></table></div>
            """), "/work/settings");
    }

    private static string Free(string folder)
    {
        try
        {
            return (new DriveInfo(folder).AvailableFreeSpace / Gigabyte).ToString("0.0", CultureInfo.InvariantCulture) + " GB";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "–";
        }
    }
}
