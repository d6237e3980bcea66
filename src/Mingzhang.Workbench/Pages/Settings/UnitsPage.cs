using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>机构树：the departments of a year with their units; added and changed one at a time, by whoever the ledger lets.</summary>
internal static class UnitsPage
{
    public static WorkAnswer Show(WorkVisit v) => Form(v, Empty);

    /// <summary>保存一个部门或单位。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        var code = v.Field("code").Trim();
        var problems = UnitEnding.Asked(v) ? UnitEnding.Do(v) : v.Field("do") == "carry" ? v.Write(v["work.units.carry"], w => NewYear.Carry(w, v.Year)) : v.Field("do") == "department"
            ? v.Write(v["work.settings.units"], w => Organisations.Begin(w, new Department(v.Year, code, v.Field("name").Trim(), v.Field("region").Trim())))
            : v.Write(v["work.settings.units"], w => Organisations.Put(w, Typed(v, Organisations.Unit(w, v.Year, code), code)));
        if (problems.Count > 0)
        {
            return Form(v, Refused.List(v, problems));
        }

        if (UnitEnding.Asked(v))
        {
            // What becomes of a unit is told on its public page.
            v.Site.Changed();
        }

        return WorkAnswer.Go(Address(v.Year));
    }

    private static Unit Typed(WorkVisit v, Unit? old, string code) => (old ?? new Unit { Year = v.Year, Code = code, Department = "", Name = "" }) with
    {
        Department = v.Field("department").Trim(),
        Name = v.Field("name").Trim(),
        Kind = v.Field("kind"),
        Place = v.Field("place"),
        Posts = WorkVisit.Whole(v.Field("posts")) ?? 0,
        Staff = WorkVisit.Whole(v.Field("staff")) ?? 0,
        Vehicles = v.Field("vehicles").Trim(),
        Secret = v.Field("secret") == "yes",
        Version = long.TryParse(v.Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
    };

    private static string Address(int year) => "/work/settings/units?year=" + year.ToString(CultureInfo.InvariantCulture);

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var all = v.Read(r => r.All(Kinds.Department, ("year", (long)v.Year)).Select(Department.Of).OrderBy(d => d.Code, StringComparer.Ordinal).Select(d => new Branch(d, Organisations.Units(r, v.Year, d.Code))).ToList());
        var keeper = v.Is(Role.Department);
        return WorkAnswer.Page(v["work.settings.units"], Html($"""
            <h1>{v["work.settings.units"]} <small>{v.Year}</small></h1><p class="lead">{v["work.settings.units.about"]}</p>{said}
            {all.Select(b => Html($"""
                <section><h2>{b.Department.Name} <small>{b.Department.Code}</small></h2>
                <div class="scroll" tabindex="0" role="region" aria-label="{b.Department.Name}"><table class="list"><thead><tr><th scope="col">{v["work.unit"]}</th><th scope="col">{v["work.unit.kind"]}</th><th scope="col">{v["work.unit.place"]}</th><th scope="col" class="n">{v["work.unit.posts"]}</th><th scope="col" class="n">{v["work.unit.staff"]}</th><th scope="col">{v["work.unit.vehicles"]}</th></tr></thead><tbody>
                {b.Units.Select(u => Html($"<tr><th scope=\"row\">{u.Name} <small>{u.Code}</small>{When(u.Secret, () => Html($" <b>{v["work.unit.secret"]}</b>"))}</th><td>{v["work.unit." + u.Kind]}</td><td>{v["work.unit." + u.Place]}</td><td class=\"n\">{u.Posts}</td><td class=\"n\">{u.Staff}</td><td>{u.Vehicles}</td></tr>\n"))}</tbody></table></div>
                {When(keeper, () => Html($"{When(b.Units.Count > 0, () => Html($"<details class=\"within\"><summary>{v["work.units.change"]}</summary>{b.Units.Select(u => Html($"{Entry(v, b.Department.Code, u, all)}{UnitEnding.Form(v, Address(v.Year), u, all.SelectMany(o => o.Units))}"))}</details>"))}{Entry(v, b.Department.Code, null, [])}"))}</section>
                """))}
            {UnitEnding.Ended(v, Address(v.Year))}
            {When(all.Count == 0, () => Html($"<p class=\"none\">{v["work.units.none"]}</p>"))}
            {When(all.Count == 0 && keeper && v.Read(r => r.All(Kinds.Department, ("year", (long)v.Year - 1)).Count > 0), () => Html($"<form method=\"post\" action=\"{v.To(Address(v.Year))}\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"carry\"><button>{v["work.units.carry"]}</button> <small>{v["work.units.carry.about"]}</small></form>"))}
            <nav class="years" aria-label="{v["year"]}">{new[] { v.Year - 1, v.Year + 1 }.Select(y => Html($"<a href=\"{v.To(Address(y))}\">{y}</a> "))}</nav>
            {When(v.Roles.Any(p => p.Scope == Person.Everywhere && p.Role != Role.Reader), () => Html($"""
                <section><h2>{v["work.department.new"]}</h2><form class="entry" method="post" action="{v.To(Address(v.Year))}">{v.Token}<input type="hidden" name="do" value="department">
                <label>{v["work.first.department"]}<input name="code" required maxlength="20"><small>{v["work.first.department.rule"]}</small></label><label>{v["work.first.title"]}<input name="name" required maxlength="80"></label><label>{v["work.first.region"]}<input name="region" maxlength="12"></label><button>{v["work.save"]}</button></form></section>
                """))}
            """), "/work/settings") with
        { Status = said.IsEmpty ? 200 : 422 };
    }

    private static Markup Entry(WorkVisit v, string department, Unit? u, IReadOnlyList<Branch> all) => Html($"""
        <details><summary>{(u is null ? v["work.unit.new"] : v.Say("work.unit.edit", u.Code, u.Name))}</summary><form class="entry" method="post" action="{v.To(Address(v.Year))}">{v.Token}<input type="hidden" name="do" value="unit"><input type="hidden" name="version" value="{u?.Version ?? 0}">{(all.Count > 1 ? Html($"<label>{v["work.unit.department"]}<select name=\"department\">{all.Select(b => Html($"<option value=\"{b.Department.Code}\"{(b.Department.Code == department ? Html($" selected") : Empty)}>{b.Department.Code} {b.Department.Name}</option>"))}</select></label>") : Html($"<input type=\"hidden\" name=\"department\" value=\"{department}\">"))}
        <label>{v["work.unit.code"]}<input name="code" required maxlength="20" value="{u?.Code}"{(u is null ? Empty : Html($" readonly"))}></label><label>{v["work.unit.name"]}<input name="name" required maxlength="80" value="{u?.Name}"></label>
        <label>{v["work.unit.kind"]}<select name="kind">{Unit.AllKinds.Select(k => Option(v, k, u?.Kind))}</select></label><label>{v["work.unit.place"]}<select name="place">{Unit.AllPlaces.Select(k => Option(v, k, u?.Place ?? Unit.AllPlaces[1]))}</select></label>
        <label>{v["work.unit.posts"]}<input name="posts" inputmode="numeric" maxlength="6" value="{u?.Posts ?? 0}"></label><label>{v["work.unit.staff"]}<input name="staff" inputmode="numeric" maxlength="6" value="{u?.Staff ?? 0}"></label>
        <label>{v["work.unit.vehicles"]}<input name="vehicles" maxlength="200" value="{u?.Vehicles}"><small>{v["work.unit.vehicles.rule"]}</small></label><label><span><input type="checkbox" name="secret" value="yes"{(u is { Secret: true } ? Html($" checked") : Empty)}> {v["work.unit.secret"]}</span></label><button>{v["work.save"]}</button></form></details>
        """);

    private static Markup Option(WorkVisit v, string key, string? chosen) => Html($"<option value=\"{key}\"{(key == chosen ? Html($" selected") : Empty)}>{v["work.unit." + key]}</option>");

    private sealed record Branch(Department Department, IReadOnlyList<Unit> Units);
}
