using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>机构：what is secret, what is reorganised, and who is believed.</summary>
public class OrganisationTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void A_secret_project_or_unit_is_left_out_with_its_money_and_counted_inside(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind));
        hands.Do(w =>
        {
            var unit = Organisations.Unit(w, Hands.Year, "700001")!;
            Projects.Put(w, unit, new Project { Year = Hands.Year, Unit = unit.Code, Code = "P1", Name = "甲", Secret = true });
            Projects.Put(w, unit, new Project { Year = Hands.Year, Unit = unit.Code, Code = "P2", Name = "乙" });
        }, Hands.Clerk);
        var line = Hands.Running("700001", "project", "", 100);
        hands.Put("700001", Hands.Income("700001", "general", 350), line with { Project = "P1" }, line with { Project = "P2", Fen = 250 });
        hands.Put("700002", Hands.Income("700002", "general", 40), Hands.Running("700002", "public", "30201", 40));
        Assert.Equal((390, 390), Sums(hands, published: false));
        Assert.Equal((290, 290), Sums(hands, published: true));
        Assert.Equal("乙", Assert.Single(View(hands, true).Projects).Name);
        hands.Do(w => Organisations.Put(w, Organisations.Unit(w, Hands.Year, "700002")! with { Secret = true }));
        Assert.Equal((250, 250), Sums(hands, published: true));
        Assert.Equal((390, 390), Sums(hands, published: false));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_reorganisation_of_this_year_leaves_last_year_as_it_was(string kind)
    {
        using var hands = Hands.Department(Databases.Fresh(kind), Hands.Year - 1);
        hands.Put("700001", Hands.Year - 1, Hands.Running("700001", "public", "30201", 10, Hands.Year - 1));
        hands.Put("700002", Hands.Year - 1, Hands.Running("700002", "public", "30201", 5, Hands.Year - 1));
        hands.Do(w =>
        {
            Organisations.Begin(w, new Department(Hands.Year, "700", "云溪市档案局", ""));
            Organisations.Begin(w, new Department(Hands.Year, "800", "云溪市数据局", ""));
            Organisations.Put(w, new Unit { Year = Hands.Year, Code = "700001", Department = "700", Name = "云溪市档案局机关", Place = "本级" });
            Organisations.Put(w, new Unit { Year = Hands.Year, Code = "700002", Department = "800", Name = "云溪市数据馆", Kind = "事业" });
        });
        hands.Put("700002", Hands.Running("700002", "public", "30201", 6));
        Assert.Equal(["云溪市档案局本级", "云溪市档案馆"], hands.Store.Read(r => Organisations.Units(r, Hands.Year - 1, "700").Select(u => u.Name)));
        Assert.Equal(["云溪市档案局机关"], hands.Store.Read(r => Organisations.Units(r, Hands.Year, "700").Select(u => u.Name)));
        Assert.Equal((15L, 6L), hands.Store.Read(r => (LedgerView.Of(r, Documents.Library, Hands.Year - 1, "700", false)!.At(Documents.Point("year=2025"))!.Value, LedgerView.Of(r, Documents.Library, Hands.Year, "800", false)!.At(Documents.Point("year=2026"))!.Value)));
    }

    [Fact]
    public void A_name_is_believed_only_where_the_ledger_knows_it()
    {
        using var hands = new Hands(Databases.Fresh("sqlite"));
        Assert.Null(Organisations.Stranger(hands.Store, "陌生人"));
        hands.Add(Hands.Year);
        Assert.Null(Organisations.Stranger(hands.Store, Hands.Officer));
        Assert.Contains("没有 陌生人 这个人", Organisations.Stranger(hands.Store, "陌生人")!.Message.Chinese, StringComparison.Ordinal);
        Assert.NotEmpty(hands.Refused(w => Organisations.Begin(w, new Department(Hands.Year, "900", "丙", "")), "陌生人"));
        hands.Do(w => Organisations.Put(w, new Person("冯审", "700", Role.Reader)));
        Assert.Null(Organisations.Stranger(hands.Store, "冯审"));
        Assert.NotEmpty(hands.Refused(w => Hands.PutIn(w, "700001", Hands.Year, Hands.Running("700001", "public", "30201", 5)), "冯审"));
    }

    [Fact]
    public void Every_command_of_the_ledger_answers_scripts()
    {
        var root = new RootCommand();
        LedgerCommands.AddTo(root, []);
        var leaves = root.Subcommands.Where(c => c.Name is not ("doctor" or "completion" or "archive" or "analytics" or "serve" or "mcp" or "data" or "question" or "accounts")).SelectMany(Leaves).ToList();
        Assert.InRange(leaves.Count, 35, 200);
        Assert.All(leaves, c => Assert.Superset(new HashSet<string>(["--format", "--database", "--who", "--year", "--why", "--lang"], StringComparer.Ordinal), c.Options.Select(o => o.Name).ToHashSet(StringComparer.Ordinal)));
    }

    private static IEnumerable<Command> Leaves(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static (long Income, long Spent) Sums(Hands hands, bool published) => View(hands, published) is var view
        ? (view.At(Documents.Point("year=2026 measure=income")) ?? 0, view.At(Documents.Point("year=2026 measure=expenditure")) ?? 0) : default;

    private static LedgerView View(Hands hands, bool published) => hands.Store.Read(r => LedgerView.Of(r, Documents.Library, Hands.Year, "700", published))!;
}
