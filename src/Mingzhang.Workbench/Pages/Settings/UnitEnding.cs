using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>停用与并入：the part of the organisation's page where a unit ends in the year that is shown, with what is not carried over said plainly.</summary>
internal static class UnitEnding
{
    /// <summary>所填的是否属于这里。</summary>
    public static bool Asked(WorkVisit v) => v.Field("do") is "end" or "restore";

    /// <summary>办理。</summary>
    public static IReadOnlyList<Problem> Do(WorkVisit v)
    {
        var (code, why) = (v.Field("code").Trim(), v.Field("why").Trim());
        return v.Field("do") == "restore" ? v.Write(v["work.unit.restore"], w => Ending.Undo(w, v.Year, code))
            : why.Length == 0 ? [Problem.Of("没有写依据", "the reason is missing", "写明文号或原因，它记入日志", "give the document or the reason, it is kept in the journal")]
            : v.Write(why, w => Ending.End(w, v.Year, code, v.Field("successor").Trim()));
    }

    /// <summary>一个单位的表单。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="address">Where it is sent.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="others">Units that could take it over.</param>
    public static Markup Form(WorkVisit v, string address, Unit unit, IEnumerable<Unit> others) => Html($"""
        <details><summary>{v.Say("work.unit.end", unit.Code, unit.Name)}</summary><form class="entry" method="post" action="{v.To(address)}">{v.Token}<input type="hidden" name="do" value="end"><input type="hidden" name="code" value="{unit.Code}">
        <p>{v.Say("work.unit.end.about", v.Year)}</p><label>{v["work.unit.successor"]}<select name="successor"><option value="">{v["work.unit.successor.none"]}</option>{others.Where(o => o.Code != unit.Code).Select(o => Html($"<option value=\"{o.Code}\">{o.Code} {o.Name}</option>"))}</select><small>{v["work.unit.successor.rule"]}</small></label>
        <label>{v["work.unit.end.why"]}<input name="why" required maxlength="200"></label><button>{v.Say("work.unit.end.button", v.Year)}</button></form></details>
        """);

    /// <summary>本年已停用的，和能否撤回。</summary>
    public static Markup Ended(WorkVisit v, string address)
    {
        var ended = v.Read(r => Succession.Until(r, v.Year).Select(s => new Known(s, Organisations.Unit(r, s.Year, s.Successor)?.Name ?? "")).ToList());
        return When(ended.Count > 0, () => Html($"""
            <section><h2>{v["work.unit.ended"]}</h2><ul class="plain">{ended.Select(e => Html($"""
                <li>{e.Of.Name} <small>{e.Of.Unit}</small> {(e.Of.Successor.Length == 0 ? v.Say("work.unit.ended.from", e.Of.Year) : v.Say("work.unit.merged.from", e.Of.Year, e.Of.Successor + " " + e.Name))} <a href="{v.To("/work/settings/journal?unit=" + Uri.EscapeDataString(Sealing.DepartmentChain(e.Of.Department)) + "&object=succession")}">{v["work.settings.journal"]}</a>
                {When(v.Roles.Any(p => p.Role == Role.Department && (p.Scope == Person.Everywhere || p.Scope == e.Of.Department)), () => Html($"<form class=\"inline\" method=\"post\" action=\"{v.To(address)}\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"restore\"><input type=\"hidden\" name=\"code\" value=\"{e.Of.Unit}\"><button aria-label=\"{v.Say("work.unit.restore.label", e.Of.Name)}\">{v["work.unit.restore"]}</button></form>"))}</li>

                """))}</ul></section>
            """));
    }

    /// <summary>接收单位的提示：what of the units that were merged this year is not among its figures of the year before.</summary>
    public static Markup Notice(WorkVisit v, Unit owner)
    {
        var merged = v.Read(r => Succession.Into(r, owner));
        return When(merged.Count > 0, () => Html($"<p class=\"notice\">{v.Say("work.unit.merged.notice", owner.Year, string.Join(v.Visit.English ? ", " : "、", merged.Select(s => s.Name)), owner.Year - 1)}</p>"));
    }

    private sealed record Known(Succession Of, string Name);
}
