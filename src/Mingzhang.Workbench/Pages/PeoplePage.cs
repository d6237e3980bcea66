using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Own;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>人员：roles of the ledger, and invitations to an account. Who may give which role is the ledger's to say.</summary>
internal static class PeoplePage
{
    public static WorkAnswer Show(WorkVisit v) => Form(v, Empty);

    public static WorkAnswer Send(WorkVisit v)
    {
        var person = new Person(v.Field("name").Trim(), v.Field("scope").Trim() is { Length: > 0 } scope ? scope : Person.Everywhere, Role.Find(v.Field("role")) ?? Role.Reader);
        var remove = v.Field("do") == "remove";
        if (v.Field("do") == "invite")
        {
            return Invite(v, person.Name);
        }

        if (v.Field("do") == "reset")
        {
            return ResetIssue.Do(v, person.Name) is { } issued ? Form(v, issued, 200) : WorkAnswer.Forbidden;
        }

        var problems = v.Write(v["work.settings.people"], w => Organisations.Put(w, person, remove));
        return problems.Count == 0 ? WorkAnswer.Go("/work/settings/people") : Form(v, Refused.List(v, problems));
    }

    // Who gives roles may invite; the link is shown once and handed over by whoever invites.
    private static WorkAnswer Invite(WorkVisit v, string name)
    {
        if (!v.Is(Role.Department))
        {
            return WorkAnswer.Forbidden;
        }

        if (v.Read(r => Organisations.Roles(r, name)).Count == 0)
        {
            return Form(v, NewAccount.Said(v, ["work.invite.norole"]));
        }

        if (Accounts(v).All().Any(a => a.Name == name))
        {
            return Form(v, NewAccount.Said(v, ["work.account.taken"]));
        }

        var code = v.Context.RequestServices.GetRequiredService<Invitations>().Invite(v.Who, name);
        var address = $"{v.Context.Request.Scheme}://{v.Context.Request.Host}/work/invited?code={code}";
        return Form(v, Html($"<p class=\"done\" role=\"status\">{v.Say("work.invite.done", name)} <span class=\"code\">{address}</span></p>"), 200);
    }

    private static AccountStore Accounts(WorkVisit v) => v.Context.RequestServices.GetRequiredService<AccountStore>();

    private static WorkAnswer Form(WorkVisit v, Markup said, int status = 0)
    {
        var people = v.Read(r => r.All(Kinds.Person)).Select(Person.Of).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Scope, StringComparer.Ordinal).ToList();
        var accounts = Accounts(v).All().Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var (keeper, names) = (v.Is(Role.Department), ReportPage.Names(v));
        return WorkAnswer.Page(v["work.settings.people"], Html($"""
            <h1>{v["work.settings.people"]}</h1><p class="lead">{v["work.settings.people.about"]}</p>{said}
            <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["work.in.name"]}</th><th scope="col">{v["work.role"]}</th><th scope="col">{v["work.scope"]}</th><th scope="col">{v["work.account"]}</th><th scope="col"><span class="hidden">{v["work.doing"]}</span></th></tr></thead><tbody>
            {people.Select((p, i) => Html($"""
                <tr><th scope="row">{p.Name}</th><td>{(v.Visit.English ? p.Role.English : p.Role.Chinese)}</td><td>{(p.Scope == Person.Everywhere ? v["work.everywhere"] : p.Scope)} <small>{names.GetValueOrDefault(p.Scope)}</small></td><td>{(accounts.Contains(p.Name) ? Html($"{v["work.account.has"]} {When(keeper && IsFirst(i), () => ResetIssue.Form(v, p.Name))}") : When(keeper && IsFirst(i), () => Html($"<form class=\"inline\" method=\"post\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"invite\"><input type=\"hidden\" name=\"name\" value=\"{p.Name}\"><button>{v["work.invite"]}</button></form>")))}</td><td>{When(keeper, () => Html($"<form class=\"inline\" method=\"post\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"remove\"><input type=\"hidden\" name=\"name\" value=\"{p.Name}\"><input type=\"hidden\" name=\"scope\" value=\"{p.Scope}\"><input type=\"hidden\" name=\"role\" value=\"{p.Role.Key}\"><button aria-label=\"{v.Say("work.role.remove.label", p.Name, v.Visit.English ? p.Role.English : p.Role.Chinese)}\">{v["work.role.remove"]}</button></form>"))}</td></tr>

                """))}</tbody></table></div>
            {When(keeper, () => Html($"""
                <section><h2>{v["work.role.give"]}</h2><form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="give">
                <label>{v["work.in.name"]}<input name="name" required maxlength="60" value="{v.Field("name")}"></label>
                <label>{v["work.role"]}<select name="role">{Role.All.Select(r => Html($"<option value=\"{r.Key}\">{(v.Visit.English ? r.English : r.Chinese)}</option>"))}</select></label>
                <label>{v["work.scope"]}<input name="scope" maxlength="20"><small>{v["work.scope.rule"]}</small></label><button>{v["work.role.give"]}</button></form></section>
                """))}
            """), "/work/settings") with
        { Status = status > 0 ? status : said.IsEmpty ? 200 : 422 };

        // What is of the account and not of the role stands once, however many roles there are.
        bool IsFirst(int row) => row == 0 || people[row - 1].Name != people[row].Name;
    }
}
