using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>审计日志：who changed what, when, from what to what; searched by unit, person and day. It is read here and changed nowhere.</summary>
internal static class JournalPage
{
    private const int PageRows = 50;

    public static WorkAnswer Show(WorkVisit v)
    {
        var (chain, who, from, to) = (v.Visit.Ask("unit").Trim(), v.Visit.Ask("who").Trim(), Day(v.Visit.Ask("from")), Day(v.Visit.Ask("to")));
        var page = Math.Clamp(WorkVisit.Whole(v.Visit.Ask("page")) ?? 1, 1, 10_000);
        var everywhere = v.Roles.Any(p => p.Scope == Person.Everywhere);
        var chains = v.Read(r => r.All(Kinds.Unit).Select(Unit.Of).Where(u => v.Roles.Any(p => p.Covers(u))).Select(u => new Choice(u.Code, u.Name)).DistinctBy(c => c.Key)
            .Concat(r.All(Kinds.Department).Select(Department.Of).Where(d => v.Roles.Any(p => p.Scope is Person.Everywhere || p.Scope == d.Code)).Select(d => new Choice(d.Chain, d.Name)).DistinctBy(c => c.Key))
            .Concat(everywhere ? [new Choice(Organisations.CommonChain, v["work.journal.common"])] : []).OrderBy(c => c.Key, StringComparer.Ordinal).ToList());

        // Who works for one unit sees what was done to it, and to no other.
        var allowed = chain.Length == 0 ? everywhere : chains.Exists(c => c.Key == chain);
        var asked = allowed ? chain : chain.Length == 0 && chains.Count > 0 ? chains[0].Key : "";
        if (chain.Length > 0 && !allowed)
        {
            return WorkAnswer.Missing;
        }

        var found = !everywhere && asked.Length == 0 ? [] : v.Read(r => JournalTable.Search(r.Statements, asked, who, from, to, PageRows + 1, (page - 1) * PageRows));
        return WorkAnswer.Page(v["work.settings.journal"], Html($"""
            <h1>{v["work.settings.journal"]}</h1><p class="lead">{v["work.settings.journal.about"]}</p>
            <form class="filter" method="get"><label>{v["work.unit"]} <select name="unit">{When(everywhere, () => Html($"<option value=\"\">{v["work.all"]}</option>"))}{chains.Select(c => Html($"<option value=\"{c.Key}\"{(c.Key == asked ? Html($" selected") : Empty)}>{c.Key} {c.Name}</option>"))}</select></label>
            <label>{v["work.journal.who"]} <input name="who" maxlength="60" value="{who}"></label><label>{v["work.journal.from"]} <input type="date" name="from" value="{from}"></label><label>{v["work.journal.to"]} <input type="date" name="to" value="{to}"></label>{When(v.Visit.English, () => Html($"<input type=\"hidden\" name=\"lang\" value=\"en\">"))}<button>{v["work.find"]}</button></form>
            {(found.Count == 0 ? Html($"<p class=\"none\">{v["work.journal.none"]}</p>") : Html($"""
                <div class="scroll" tabindex="0" role="region" aria-label="{v["work.settings.journal"]}"><table class="list journal"><thead><tr><th scope="col">{v["work.journal.at"]}</th><th scope="col">{v["work.journal.who"]}</th><th scope="col">{v["work.journal.what"]}</th><th scope="col">{v["work.journal.field"]}</th><th scope="col">{v["work.journal.was"]}</th><th scope="col">{v["work.journal.became"]}</th></tr></thead><tbody>{found.Take(PageRows).Select(e => Entry(v, e))}</tbody></table></div>
                """))}
            <p class="years">{When(page > 1, () => Html($"<a href=\"{Turn(v, page - 1)}\" rel=\"prev\">{v["work.earlier"]}</a> "))}{When(found.Count > PageRows, () => Html($"<a href=\"{Turn(v, page + 1)}\" rel=\"next\">{v["work.later"]}</a>"))}</p>
            """), "/work/settings");
    }

    private static Markup Entry(WorkVisit v, JournalEntry e)
    {
        var changes = Changed.Of(e.Was, e.Became);
        var kind = Kinds.Find(e.Kind);
        var rows = Math.Max(1, changes.Count);
        var head = Html($"<td rowspan=\"{rows}\">{e.At} <small>{e.Chain}#{e.Seq}</small></td><td rowspan=\"{rows}\">{e.Who}</td><td rowspan=\"{rows}\">{(v.Visit.English ? kind?.English : kind?.Chinese) ?? v["work.journal.seal"]} <small>{e.Id}</small> {e.Why}</td>");
        return changes.Count == 0 ? Html($"<tr>{head}<td></td><td></td><td></td></tr>\n") : Join(changes.Select((c, i) => Html($"<tr>{When(i == 0, () => head)}<td>{(v.Visit.English ? c.Field : kind?.Fields.FirstOrDefault(f => f.Key == c.Field)?.Chinese ?? c.Field)}</td><td>{c.Was}</td><td>{c.Became}</td></tr>\n")));
    }

    private static string Turn(WorkVisit v, int page) => v.To(v.Visit.With("page", page.ToString(CultureInfo.InvariantCulture)));

    private static string Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : "";

    private sealed record Choice(string Key, string Name);
}

/// <summary>改动的一项：a field of a record, with what it was and what it became.</summary>
internal sealed record Changed(string Field, string Was, string Became)
{
    private const int Longest = 400;

    /// <summary>两份内容的差别。</summary>
    public static IReadOnlyList<Changed> Of(string? was, string? became)
    {
        var (before, after) = (RecordText.Read(was ?? ""), RecordText.Read(became ?? ""));
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(k => before.GetValueOrDefault(k, "") != after.GetValueOrDefault(k, ""))
            .Select(k => new Changed(k, Short(before.GetValueOrDefault(k, "")), Short(after.GetValueOrDefault(k, ""))))];
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
