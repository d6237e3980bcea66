using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>备份与查账：where everything is kept and how large it is, when it was last backed up, whether the journal is whole; and a backup to take home now.</summary>
internal static class BackupPage
{
    public static WorkAnswer Show(WorkVisit v) => May(v) ? Form(v, Empty, 200) : WorkAnswer.Forbidden;

    /// <summary>备份下载，或查账。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (!May(v))
        {
            return WorkAnswer.Forbidden;
        }

        if (v.Field("do") == "verify")
        {
            var verified = v.Site.With(Verification.Of);
            return Form(v, verified.Faults.Count == 0 ? Html($"<p class=\"done\" role=\"status\">{v.Say("work.backup.sound", verified.Chains, verified.Entries, verified.Sealed)}</p>")
                : Html($"<div class=\"refused\" role=\"alert\"><ul class=\"plain\">{verified.Faults.Select(f => Html($"<li>{v.Visit.Say(f)}</li>"))}</ul></div>"), verified.Faults.Count == 0 ? 200 : 422);
        }

        var server = v.Site.With(s => s.Address).Contains("://", StringComparison.Ordinal);
        var name = "mingzhang-" + v.Site.Clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + (server ? ".txt" : ".db");
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + Path.GetExtension(name));
        v.Site.With(s =>
        {
            Backup.Write(s, path);
            return true;
        });
        v.Site.Accounts.Write(s =>
        {
            v.Site.Accounts.Log(s, v.Who, "backup", name);
            return true;
        });
        return new WorkAnswer { Once = path, Name = name, Type = "application/octet-stream" };
    }

    /// <summary>谁可以：it holds everything, the secrets of the accounts, too.</summary>
    public static bool May(WorkVisit v) => v.Roles.Any(p => p.Scope == Person.Everywhere && p.Role == Role.Department);

    private static WorkAnswer Form(WorkVisit v, Markup said, int status)
    {
        var address = v.Site.With(s => s.Address);
        var server = address.Contains("://", StringComparison.Ordinal);
        var bytes = server ? v.Read(r => r.Statements.Rows("SELECT pg_database_size(current_database())", d => d.GetInt64(0))[0]) : new FileInfo(address).Length;
        var entries = v.Read(r => r.Statements.Rows("SELECT COUNT(*) FROM journal", d => d.GetInt64(0))[0]);
        var last = v.Site.Accounts.Read(s => s.Rows("SELECT at, who FROM work_log WHERE what = 'backup' ORDER BY number DESC LIMIT 1", d => v.Moment(d.GetString(0)) + " " + d.GetString(1))).FirstOrDefault();
        return WorkAnswer.Page(v["work.settings.backup"], Html($"""
            <h1>{v["work.settings.backup"]}</h1>{said}
            <dl class="facts"><dt>{v["work.backup.database"]}</dt><dd>{(server ? "PostgreSQL" : "SQLite")}</dd><dt>{v["work.backup.size"]}</dt><dd>{Megabytes.Of(bytes)} MB</dd><dt>{v["work.backup.entries"]}</dt><dd>{entries}</dd><dt>{v["work.backup.last"]}</dt><dd>{last ?? v["work.backup.never"]}</dd></dl>
            <form class="filter" method="post">{v.Token}<input type="hidden" name="do" value="backup"><button>{v["work.backup.now"]}</button> <small>{v[server ? "work.backup.text" : "work.backup.copy"]}</small></form>
            <form class="filter" method="post">{v.Token}<input type="hidden" name="do" value="verify"><button>{v["work.backup.verify"]}</button></form>
            <section><h2>{v["work.backup.regular"]}</h2><p>{v["work.backup.regular.how"]}</p><p class="code">mingzhang backup --database {v.Site.With(s => s.Address)} {(server ? "backup.txt" : "backup.db")}</p>
            <p>{v["work.backup.drill"]}</p><p class="code">mingzhang restore --database drill.db {(server ? "backup.txt" : "backup.db --accounts")}</p></section>
            """), "/work/settings") with
        { Status = status };
    }
}
