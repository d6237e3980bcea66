using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>审计日志：who changed what, when, from what to what; searched by unit, object, person and day, and taken away as it was found. It is read here and changed nowhere.</summary>
internal static class JournalPage
{
    private const int PageRows = 50, MostPages = 200, LongestShown = 400;

    public static WorkAnswer Show(WorkVisit v)
    {
        if (JournalAsked.Of(v) is not { } asked)
        {
            return WorkAnswer.Missing;
        }

        var q = asked.Query;
        var page = Math.Clamp(WorkVisit.Whole(v.Visit.Ask("page")) ?? 1, 1, MostPages);
        var most = PageRows * MostPages;
        var count = asked.Nothing ? 0 : v.Read(r => q.Count(r.Statements, most + 1));
        IReadOnlyList<JournalEntry> found = asked.Nothing ? [] : v.Read(r => q.Page(r.Statements, PageRows, (page - 1) * PageRows));
        var pages = (int)Math.Min(MostPages, (count + PageRows - 1) / PageRows);
        return WorkAnswer.Page(v["work.settings.journal"], Html($"""
            <h1>{v["work.settings.journal"]}</h1><p class="lead">{v["work.settings.journal.about"]}</p>
            <form class="filter" method="get"><label>{v["work.unit"]} <select name="unit">{When(asked.Everywhere, () => Html($"<option value=\"\">{v["work.all"]}</option>"))}{asked.Chains.Select(c => Option(c.Key, c.Key + " " + c.Name, q.Chain))}</select></label>
            <label>{v["work.journal.object"]} <select name="object"><option value="">{v["work.all"]}</option>{JournalAsked.Objects.Select(o => Option(o, JournalAsked.Name(v, o), asked.Object))}</select></label>
            <label>{v["work.journal.about"]} <input name="about" maxlength="100" value="{q.About}" placeholder="{v["work.journal.about.rule"]}"></label>
            <label>{v["work.journal.who"]} <input name="who" maxlength="60" value="{q.Who}"></label><label>{v["work.journal.from"]} <input type="date" name="from" value="{q.From}"></label><label>{v["work.journal.to"]} <input type="date" name="to" value="{q.To}"></label>{When(v.Visit.English, () => Html($"<input type=\"hidden\" name=\"lang\" value=\"en\">"))}<button>{v["work.find"]}</button></form>
            {(found.Count == 0 ? Html($"<p class=\"none\">{v["work.journal.none"]}</p>") : Html($"""
                <p class="state">{v.Say(count > most ? "work.journal.many" : "work.journal.count", Math.Min(count, most))} · <a href="{Export(v, "csv")}">{v["work.journal.csv"]}</a> <a href="{Export(v, "jsonl")}">{v["work.journal.jsonl"]}</a></p>
                <div class="scroll" tabindex="0" role="region" aria-label="{v["work.settings.journal"]}"><table class="list journal"><thead><tr><th scope="col">{v["work.journal.at"]}</th><th scope="col">{v["work.journal.who"]}</th><th scope="col">{v["work.journal.what"]}</th><th scope="col">{v["work.journal.field"]}</th><th scope="col">{v["work.journal.was"]}</th><th scope="col">{v["work.journal.became"]}</th></tr></thead><tbody>{found.Select(e => Entry(v, e))}</tbody></table></div>
                """))}
            {When(pages > 1, () => Html($"""
                <nav class="years" aria-label="{v["work.journal.pages"]}">{When(page > 1, () => Html($"<a href=\"{Turn(v, page - 1)}\" rel=\"prev\">{v["work.earlier"]}</a> "))}<b>{v.Say("work.journal.page", page, pages)}</b>{When(page < pages, () => Html($" <a href=\"{Turn(v, page + 1)}\" rel=\"next\">{v["work.later"]}</a>"))}</nav>
                """))}
            """), "/work/settings");
    }

    /// <summary>一项改动的名称。</summary>
    public static string Field(WorkVisit v, string kind, string field) => v.Visit.English ? field : Kinds.Find(kind)?.Fields.FirstOrDefault(f => f.Key == field)?.Chinese ?? field;

    private static Markup Entry(WorkVisit v, JournalEntry e)
    {
        var changes = Changed.Of(e.Was, e.Became);
        var rows = Math.Max(1, changes.Count);
        var head = Html($"<td rowspan=\"{rows}\" class=\"day\"><time datetime=\"{e.At}\" title=\"{e.At}\">{v.Moment(e.At)}</time><br><small>{e.Chain}#{e.Seq}</small></td><td rowspan=\"{rows}\">{e.Who}</td><td rowspan=\"{rows}\">{JournalAsked.Name(v, e.Kind)} <small>{Id(v, e)}</small> {e.Why}</td>");
        return changes.Count == 0 ? Html($"<tr>{head}<td></td><td></td><td></td></tr>\n") : Join(changes.Select((c, i) => Html($"<tr>{When(i == 0, () => head)}<td>{Field(v, e.Kind, c.Field)}</td><td>{Short(JournalWords.Of(v, e.Kind, c.Field, c.Was))}</td><td>{Short(JournalWords.Of(v, e.Kind, c.Field, c.Became))}</td></tr>\n")));
    }

    // The key of a role of somebody names what is said beside it already.
    private static string Id(WorkVisit v, JournalEntry e) => e.Kind == Kinds.Person.Key ? string.Join(' ', e.Id.Split('/').Zip(["name", "scope", "role"], (text, field) => JournalWords.Of(v, e.Kind, field, text))) : e.Id;

    private static Markup Option(string key, string name, string chosen) => Html($"<option value=\"{key}\"{(key == chosen ? Html($" selected") : Empty)}>{name}</option>");

    private static string Turn(WorkVisit v, int page) => v.To(v.Visit.With("page", page.ToString(CultureInfo.InvariantCulture)));

    // The same question without its page, at the address of the export.
    private static string Export(WorkVisit v, string format) => v.To(v.Visit.Without("page").Replace("/work/settings/journal", "/work/settings/journal/" + format, StringComparison.Ordinal));

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
