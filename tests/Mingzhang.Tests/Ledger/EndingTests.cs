using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>撤并单位：earlier years stay with the unit, the new year has it no longer, and nothing that was begun is lost.</summary>
public class EndingTests
{
    private const int Next = Hands.Year + 1;

    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void A_merged_unit_keeps_its_years_and_the_next_one_is_without_it(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700002", Hands.Running("700002", "public", "30201", 5));
        hands.Do(w => Ending.End(w, Next, "700002", "700001"), why: "云编〔2026〕9号");
        hands.Do(w => NewYear.Carry(w, Next));
        Assert.Equal(["700001", "700002"], Units(hands, Hands.Year));
        Assert.Equal(["700001"], Units(hands, Next));
        Assert.Equal("云溪市档案馆", Assert.Single(hands.Store.Read(r => Succession.Into(r, Organisations.Unit(r, Next, "700001")!))).Name);

        // The public archive of the same database knows who took it over.
        using var archive = ArchiveStore.Open(hands.Address, TimeProvider.System, Documents.Library.Space, create: false, out _)!;
        var (own, successor) = (new Body(0, Filing.CodeOf("云溪市档案馆"), "云溪市档案馆"), new Body(0, Filing.CodeOf("云溪市档案局本级"), "云溪市档案局本级"));
        Assert.Equal([new ArchivedSuccession(Next, own.Code, own.Name, successor.Code, successor.Name)], archive.Read(a => a.Successions(own)));
        Assert.Equal(archive.Read(a => a.Successions(own)), archive.Read(a => a.Successions(successor)));

        // The department's comparison holds what its units of last year had, the unit's only its own.
        hands.Put("700001", Next, Hands.Running("700001", "public", "30201", 7, Next));
        Assert.Equal(5, hands.Store.Read(r => LedgerView.Of(r, Documents.Library, Next, "700", false)!.At(Documents.Point("year=2026"))));
        Assert.Null(hands.Store.Read(r => LedgerView.Of(r, Documents.Library, Next, "700001", false)!.At(Documents.Point("year=2026"))));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_unit_with_open_reports_of_the_year_does_not_end_and_they_are_named(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Put("700002", Hands.Running("700002", "public", "30201", 5));
        hands.Do(w => Projects.Put(w, Organisations.Unit(w, Hands.Year, "700002")!, new Project { Year = Hands.Year, Unit = "700002", Code = "P1", Name = "甲" }), Hands.Clerk);
        var refused = Assert.Single(hands.Refused(w => Ending.End(w, Hands.Year, "700002", "")));
        Assert.Contains("700002 云溪市档案馆 2026 年的报告没有办完：预算“一上编制”、公开文本“未生成”，项目 1 条，预算行 1 条", refused.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("从 2027 年起停用", refused.Remedy.Chinese, StringComparison.Ordinal);
        Assert.Equal(["700001", "700002"], Units(hands, Hands.Year));
        hands.Do(w => Ending.End(w, Next, "700002", ""));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_unit_in_which_nothing_was_begun_ends_with_its_staff_and_can_come_back(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind), Hands.Year - 1);
        hands.Do(w => NewYear.Carry(w, Hands.Year));
        hands.Do(w => Staff.Put(w, Organisations.Unit(w, Hands.Year, "700002")!, new Staff(Hands.Year, "700002", "事业", 5, 4, 0, "")), Hands.Clerk);
        hands.Do(w => Ending.End(w, Hands.Year, "700002", ""));
        Assert.Equal(["700001"], Units(hands, Hands.Year));
        Assert.Equal(["700001", "700002"], Units(hands, Hands.Year - 1));
        Assert.Contains("已从 2026 年起停用", Assert.Single(hands.Refused(w => Organisations.Put(w, new Unit { Year = Next - 1, Code = "700002", Department = "700", Name = "又来" }))).Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("已从 2026 年起停用", Assert.Single(hands.Refused(w => Ending.End(w, Hands.Year, "700002", ""))).Message.Chinese, StringComparison.Ordinal);
        using var archive = ArchiveStore.Open(hands.Address, TimeProvider.System, Documents.Library.Space, create: false, out _)!;
        var stamp = archive.Read(a => a.Stamp());
        hands.Do(w => Ending.Undo(w, Hands.Year, "700002"));
        Assert.NotEqual(stamp, archive.Read(a => a.Stamp()));
        Assert.Empty(archive.Read(a => a.Successions(new Body(0, Filing.CodeOf("云溪市档案馆"), ""))));
        Assert.Equal(["700001", "700002"], Units(hands, Hands.Year));
        Assert.Contains("没有停用", Assert.Single(hands.Refused(w => Ending.Undo(w, Hands.Year, "700002"))).Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    [Fact]
    public void Headquarters_goes_last_and_whoever_takes_over_must_be_there()
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"));
        Assert.Contains("是本级，700 还有 700002 云溪市档案馆", Assert.Single(hands.Refused(w => Ending.End(w, Hands.Year, "700001", ""))).Message.Chinese, StringComparison.Ordinal);
        foreach (var none in new[] { "700002", "700009" })
        {
            Assert.Contains("不能接收", Assert.Single(hands.Refused(w => Ending.End(w, Hands.Year, "700002", none))).Message.Chinese, StringComparison.Ordinal);
        }

        Assert.Contains("没有单位", Assert.Single(hands.Refused(w => Ending.End(w, Hands.Year, "700009", ""))).Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("角色", Assert.Single(hands.Refused(w => Ending.End(w, Hands.Year, "700002", ""), Hands.Clerk)).Message.Chinese, StringComparison.Ordinal);
        hands.Do(w => Ending.End(w, Hands.Year, "700002", ""));
        hands.Do(w => Ending.End(w, Hands.Year, "700001", ""));
        hands.Do(w => Organisations.Begin(w, new Department(Hands.Year, "701", "云溪市数据局", "")));
        hands.Do(w => NewYear.Carry(w, Next));
        Assert.Equal("701", Assert.Single(hands.Store.Read(r => r.All(Mingzhang.Ledger.Storage.Kinds.Department, ("year", (long)Next))))["code"]);
    }

    private static List<string> Units(Hands hands, int year) => hands.Store.Read(r => Organisations.Units(r, year, "700").Select(u => u.Code).ToList());
}
