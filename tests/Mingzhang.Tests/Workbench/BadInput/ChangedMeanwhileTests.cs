using System.Net;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench.BadInput;

/// <summary>页面开着的时候变了：a role is taken away, a unit is changed or moved by another, a person signs out.</summary>
public sealed class ChangedMeanwhileTests : SeveralPeople
{
    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_at_the_next_step()
    {
        var token = await People["王芳"].AnyToken();
        await People["李明"].Post("/work/settings/people", ("do", "remove"), ("name", "王芳"), ("scope", "101001"), ("role", "unit"));
        Refused(await People["王芳"].PostWith(token, Spending, Row("12.5")));
        Assert.Empty(Work.Lines("101001"));
        Assert.Equal(HttpStatusCode.NotFound, (await People["王芳"].Get(Spending)).Status);
        Assert.Contains("您还没有角色", (await People["王芳"].Get("/work/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_what_another_has_changed_since_is_told_and_changes_nothing()
    {
        var units = WorkbenchFixture.At("/work/settings/units");
        var version = Find()!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await People["李明"].Post(units, Unit("云溪区科技局一", version));
        var late = await People["李明"].Post(units, Unit("云溪区科技局二", version));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("role=\"alert\"", late.Html, StringComparison.Ordinal);
        Assert.Equal("云溪区科技局一", Find()!.Name);
    }

    [Fact]
    public async Task A_form_sent_after_signing_out_elsewhere_does_nothing_until_one_signs_in()
    {
        var token = await People["王芳"].AnyToken();
        await People["王芳"].Post("/work/account", ("do", "end"), ("session", Work.Sessions("王芳")[0].Id), ("old", WorkbenchFixture.Password));
        var shown = await People["王芳"].PostWith(token, Spending, Row("12.5"));
        Assert.Equal(HttpStatusCode.Unauthorized, shown.Status);
        Assert.Empty(Work.Lines("101001"));
    }

    private Unit? Find() => Work.Site.With(s => s.Read(r => Organisations.Unit(r, WorkbenchFixture.Year, "101001")));

    private static (string, string)[] Unit(string name, string version) => [("do", "unit"), ("version", version), ("department", "101"), ("code", "101001"), ("name", name), ("kind", "行政"), ("place", "本级"), ("posts", "0"), ("staff", "0"), ("vehicles", "")];
}
