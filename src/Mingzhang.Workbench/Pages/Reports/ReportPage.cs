using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Settings;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>一个单位的报告：the rail of its parts, in the order that officers know, with the part that is open in the middle.</summary>
internal static class ReportPage
{
    private static readonly string[] Parts = ["import", "income", "spending", "projects", "performance", "submit", "words", "preview", "inspection", "publish", "execution", "evaluation", "final"], OfDepartment = ["words", "preview", "inspection", "publish", "final"];

    /// <summary>一部分的地址。</summary>
    public static string Address(Unit unit, string part) => string.Create(CultureInfo.InvariantCulture, $"/work/reports/{unit.Code}/{part}?year={unit.Year}");

    /// <summary>状态的说法。</summary>
    public static string Said(WorkVisit v, string state) => v.Visit.English ? Steps.State(state).English : Steps.State(state).Chinese;

    /// <summary>所看的单位; null where there is none, or it is not this person's to see.</summary>
    public static Unit? Unit(WorkVisit v) => v.Read(r => Organisations.Unit(r, v.Year, v.Part(3))) is { } unit && v.Roles.Any(p => p.Covers(unit)) ? unit : null;

    /// <summary>公开文本的主体：a unit, or a department as a whole; null where there is none, or it is not this person's to see.</summary>
    public static Unit? Owner(WorkVisit v) => v.Read(r => Organisations.Owner(r, v.Year, v.Part(3))) is { } owner && v.Roles.Any(p => p.Covers(owner)) ? owner : null;

    /// <summary>现在可否办理。</summary>
    public static bool May(WorkVisit v, Reading r, Unit owner, string action)
    {
        var stage = Stage.Of(r, owner);
        var asked = Amendment.Asked(r, owner, action, stage);
        return Steps.Open(stage, v.RolesIn(owner)).Any(s => s.Action == asked);
    }

    /// <summary>带栏的一页。</summary>
    public static WorkAnswer Page(WorkVisit v, Unit unit, string part, Markup said, Markup body)
    {
        var stage = v.Read(r => Stage.Of(r, unit));
        var states = PartStates.Of(v, unit);
        return WorkAnswer.Page($"{unit.Name} {v["work.part." + part]}", Html($"""
            <h1>{unit.Name} <small>{unit.Year}</small></h1><p class="state">{v["work.state"]} <b>{Said(v, stage.State)}</b></p>{UnitEnding.Notice(v, unit)}
            <div class="report"><nav class="rail" aria-label="{v["work.parts"]}">{(unit.Whole ? OfDepartment : Parts).Select(p => Html($"<span><a href=\"{v.To(Address(unit, p))}\"{(p == part ? Html($" aria-current=\"page\"") : Empty)}>{v["work.part." + p]}</a>{PartStates.Mark(v, states.GetValueOrDefault(p))}</span>"))}</nav>
            <div class="part"><h2>{v["work.part." + part]}</h2>{said}{body}</div></div>
            """), "/work/reports") with
        { Status = said.IsEmpty ? 200 : 422 };
    }

    /// <summary>本年各单位和部门的名称，按编码。</summary>
    public static IReadOnlyDictionary<string, string> Names(WorkVisit v) => v.Read(r => r.All(Kinds.Unit, ("year", (long)v.Year)).Select(Ledger.Organisation.Unit.Of).Select(u => KeyValuePair.Create(u.Code, u.Name)).Concat(r.All(Kinds.Department, ("year", (long)v.Year)).Select(Department.Of).Select(d => KeyValuePair.Create(d.Code, d.Name)))
        .DistinctBy(n => n.Key).ToDictionary(StringComparer.Ordinal));

    /// <summary>现在为什么不能填报。</summary>
    public static Markup ReadOnly(WorkVisit v, Unit unit)
    {
        var state = v.Read(r => Stage.Of(r, unit)).State;
        var roles = v.RolesIn(unit);
        return Html($"<p class=\"notice\">{(!Steps.All.Any(s => s.Action == "edit" && s.Who.Any(roles.Contains)) ? v["work.readonly.role"] : v.Say(Steps.All.Any(s => s.Action == "return" && s.From.Contains(state)) ? "work.readonly.sent" : "work.readonly.fixed", Said(v, state)))}</p>");
    }

    /// <summary>是否可以填报。</summary>
    public static bool MayEdit(WorkVisit v, Unit unit) => v.Read(r => May(v, r, unit, "edit"));
}
