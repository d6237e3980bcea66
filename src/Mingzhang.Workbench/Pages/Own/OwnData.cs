using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Own;

/// <summary>我的数据：what is kept about whoever is signed in, for what and for how long, and all of it to take away; secrets are no data of anybody's and are left out.</summary>
internal static class OwnData
{
    private const int MostLogged = 10_000;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Kept = ["name", "password", "second", "passkeys", "sessions", "log", "journal", "not"];

    /// <summary>说明的一页。</summary>
    public static WorkAnswer Show(WorkVisit v, AccountSettings settings) => WorkAnswer.Page(v["work.data"], Html($"""
        <h1>{v["work.data"]}</h1><p class="lead">{v["work.data.about"]}</p>
        <ul>{Kept.Select(k => Html($"<li>{v["work.data." + k]}</li>"))}</ul>
        <p>{v.Say("work.data.kept", (int)settings.KeepLog.TotalDays, (int)settings.KeepAccounts.TotalDays)}</p><p>{v.Say("work.data.entries", Entries(v))}</p>
        <p><a class="code" href="{v.To("/work/account/data/json")}">{v["work.data.export"]}</a></p><p><a href="{v.To("/work/account")}">{v["work.account"]}</a></p>
        """));

    /// <summary>带走。</summary>
    public static async Task<WorkAnswer> Export(WorkVisit v)
    {
        if (await AccountPage.Own(v) is not { } account)
        {
            return WorkAnswer.Missing;
        }

        var means = await Means.Of(AccountPage.People(v), account);
        var data = new JsonObject
        {
            ["name"] = account.Name,
            ["made"] = AccountRows.Text(account.Made),
            ["password"] = means.Password,
            ["secondStep"] = account.TwoFactor,
            ["passkeys"] = List(means.Passkeys.Select(p => new JsonObject { ["name"] = p.Name, ["made"] = AccountRows.Text(p.CreatedAt) })),
            ["logins"] = List(means.Logins.Select(l => new JsonObject { ["provider"] = l.LoginProvider, ["number"] = l.ProviderKey })),
            ["roles"] = List(v.Roles.Select(p => new JsonObject { ["scope"] = p.Scope, ["role"] = p.Role.Key })),
            ["sessions"] = List(v.Site.Accounts.Read(s => s.Rows("SELECT made, seen, ends, device FROM work_session WHERE account = @account ORDER BY made",
                r => new JsonObject { ["made"] = r.GetString(0), ["seen"] = r.GetString(1), ["ends"] = r.GetString(2), ["device"] = r.GetString(3) }, ("account", account.Id)))),
            ["log"] = List(v.Site.Accounts.Read(s => s.Rows($"SELECT at, who, what, about FROM work_log WHERE who = @name OR about = @name ORDER BY number DESC LIMIT {MostLogged.ToString(CultureInfo.InvariantCulture)}",
                r => new JsonObject { ["at"] = r.GetString(0), ["who"] = r.GetString(1), ["what"] = r.GetString(2), ["about"] = r.GetString(3) }, ("name", account.Name)))),
            ["journalEntries"] = Entries(v),
        };
        v.Site.Accounts.Tell(v.Who, "own data exported", "");
        return new WorkAnswer { Bytes = Encoding.UTF8.GetBytes(data.ToJsonString(Readable)), Name = "account.json" };
    }

    private static long Entries(WorkVisit v) => v.Read(r => r.Statements.Rows("SELECT COUNT(*) FROM journal WHERE who = @who", d => d.GetInt64(0), ("who", v.Who))[0]);

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);
}
