using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>首次使用：makes the administrator, once, by whoever holds the code that the server printed when it started; there is no password to begin with.</summary>
internal static class FirstPage
{
    public static Task<WorkAnswer> Show(WorkVisit v) => Task.FromResult(!v.Site.Begun ? Form(v, Empty) : WorkAnswer.Go("/work/in"));

    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (v.Site.Begun)
        {
            return WorkAnswer.Go("/work/in");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(v.Field("code").Trim()), Encoding.UTF8.GetBytes(v.Site.FirstCode)))
        {
            return Form(v, NewAccount.Said(v, ["work.first.wrong"]));
        }

        var name = v.Field("name").Trim();
        if (name.Length == 0 || (v.Read(r => r.All(Kinds.Person).Count) > 0 && !v.Read(r => Organisations.Roles(r, name)).Any(p => p.Scope == Person.Everywhere && p.Role == Role.Department)))
        {
            // A ledger that has people is taken over by none but its own keeper.
            return Form(v, NewAccount.Said(v, ["work.first.name"]));
        }

        if (v.Read(r => r.All(Kinds.Person).Count) == 0)
        {
            var year = WorkVisit.Whole(v.Field("year")) ?? v.Year;
            var problems = v.Site.With(s => s.Write(name, v["work.first"], w => Organisations.Begin(w, new Department(year, v.Field("department").Trim(), v.Field("title").Trim(), v.Field("region").Trim()))), writes: true);
            if (problems.Count > 0)
            {
                return Form(v, Refused.List(v, problems));
            }
        }

        var said = await NewAccount.Make(v, name);
        return said.IsEmpty ? WorkAnswer.Go("/work") : Form(v, said);
    }

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var fresh = v.Read(r => r.All(Kinds.Person).Count) == 0;
        return WorkAnswer.Page(v["work.first"], Html($"""
            <h1>{v["work.first"]}</h1><p class="lead">{v["work.first.about"]}</p>{said}
            <form class="entry" method="post">{v.Token}
            <label>{v["work.first.code"]}<input name="code" required autocomplete="off" maxlength="60" value="{(v.Field("code").Length > 0 ? v.Field("code") : v.Visit.Ask("code"))}"></label>
            <label>{v["work.in.name"]}<input name="name" required autocomplete="username" maxlength="60" value="{v.Field("name")}"></label>
            {When(fresh, () => Html($"""
                <label>{v["work.first.title"]}<input name="title" required maxlength="80" value="{v.Field("title")}"></label>
                <label>{v["work.first.department"]}<input name="department" required maxlength="20" value="{v.Field("department")}"><small>{v["work.first.department.rule"]}</small></label>
                <label>{v["work.first.region"]}<input name="region" maxlength="12" value="{v.Field("region")}"></label>
                <label>{v["year"]}<input name="year" inputmode="numeric" required maxlength="4" value="{(v.Field("year").Length > 0 ? v.Field("year") : v.Year.ToString(CultureInfo.InvariantCulture))}"></label>
                """))}
            {NewAccount.Passwords(v)}<p>{v["work.data.agreed"]}</p><button>{v["work.account.make"]}</button></form>
            """)) with
        { Status = said.IsEmpty ? 200 : 422 };
    }
}
