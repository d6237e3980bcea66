using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>公开期限：within which time after the reply is to be published, from which year on, and the holidays of a year as the State Council's notice names them.</summary>
internal static class TermPage
{
    public static WorkAnswer Show(WorkVisit v) => Form(v, Empty);

    /// <summary>地址。</summary>
    public static string Address(int year) => "/work/settings/term?year=" + year.ToString(CultureInfo.InvariantCulture);

    /// <summary>设定期限，或填写放假安排。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        var problems = v.Field("do") == "holidays"
            ? v.Write(v["work.term.holidays"], w => Terms.PutHolidays(w, v.Year, v.Field("document").Trim(), v.Field("free"), v.Field("worked")))
            : v.Write(v["work.settings.term"], w => Terms.Put(w, v.Year, WorkVisit.Whole(v.Field("days").Trim()) ?? 0, v.Field("counting") == "working"));
        return problems.Count == 0 ? WorkAnswer.Go(Address(v.Year)) : Form(v, Refused.List(v, problems));
    }

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var (term, since, notice) = v.Read(r => (Terms.Of(r, v.Year), Terms.Since(r, v.Year), Terms.Holidays(r, v.Year)));
        var may = Terms.May(v.Roles);
        return WorkAnswer.Page(v["work.settings.term"], Html($"""
            <h1>{v["work.settings.term"]} <small>{v.Year}</small></h1><p class="lead">{v["work.settings.term.about"]}</p>{said}
            <nav class="years" aria-label="{v["year"]}">{new[] { v.Year - 1, v.Year + 1 }.Select(y => Html($"<a href=\"{v.To(Address(y))}\">{y}</a> "))}</nav>
            <section><h2>{v["work.term.now"]}</h2><p>{v.Say("work.term.rule", DueDay.Name(v, term))} <small>{(since is { } year ? v.Say("work.term.since", year) : v["work.term.usual"])}</small></p>
            <p class="soft">{v.Say("work.term.example", Ledger.Execution.Days.Write(v.Today), Ledger.Execution.Days.Write(term.Due(v.Today)))}{term.Guessed(v.Today).Select(y => Html($" <b>{v.Say("work.term.guessed", y)}</b>"))}</p>
            {When(may, () => Html($"""
                <form class="filter" method="post" action="{v.To(Address(v.Year))}">{v.Token}<input type="hidden" name="do" value="term"><label>{v["work.term.days"]} <input name="days" inputmode="numeric" required maxlength="2" size="3" value="{term.Days}"></label> <label>{v["work.term.counting"]} <select name="counting">{Option(v, "calendar", !term.Working)}{Option(v, "working", term.Working)}</select></label><button>{v.Say("work.term.set", v.Year)}</button></form>
                """))}</section>
            <section><h2>{v.Say("work.term.holidays.of", v.Year)}</h2><p>{v["work.term.holidays.about"]}</p>
            <dl class="facts"><dt>{v["work.term.document"]}</dt><dd>{notice?["document"] ?? v["work.not.yet"]}</dd><dt>{v["work.term.free"]}</dt><dd>{Days(notice, "free")}</dd><dt>{v["work.term.worked"]}</dt><dd>{Days(notice, "worked")}</dd></dl>
            {When(may, () => Html($"""
                <form class="entry" method="post" action="{v.To(Address(v.Year))}">{v.Token}<input type="hidden" name="do" value="holidays"><label>{v["work.term.document"]}<input name="document" maxlength="80" value="{Typed(v, "document", notice?["document"])}"></label>
                <label>{v["work.term.free"]}<textarea name="free" rows="8" maxlength="2000">{Typed(v, "free", notice?["free"])}</textarea><small>{v["work.term.free.rule"]}</small></label>
                <label>{v["work.term.worked"]}<textarea name="worked" rows="4" maxlength="2000">{Typed(v, "worked", notice?["worked"])}</textarea></label><button>{v["work.save"]}</button></form>
                """))}</section>
            """), "/work/settings") with
        { Status = said.IsEmpty ? 200 : 422 };
    }

    private static string Days(StoredRecord? notice, string field) => notice?[field].Replace("\n", " · ", StringComparison.Ordinal) ?? "";

    private static Markup Option(WorkVisit v, string key, bool chosen) => Html($"<option value=\"{key}\"{(chosen ? Html($" selected") : Empty)}>{v["work.term.count." + key]}</option>");

    // What was refused stands there as it was typed.
    private static string Typed(WorkVisit v, string field, string? stored) => v.Field("do") == "holidays" ? v.Field(field) : stored ?? "";
}
