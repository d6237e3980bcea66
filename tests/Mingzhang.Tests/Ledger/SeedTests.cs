using System.Globalization;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>真实部门：its printed cells as sums of lines.</summary>
public class SeedTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void Lines_of_five_units_print_every_cell_of_a_real_department(string kind)
    {
        var seed = new SeedDepartment(File.ReadAllText(Shared.File("answers/points-S0.tsv")));
        using var hands = new Hands(Databases.Fresh(kind));
        hands.Do(w =>
        {
            Organisations.Begin(w, new Department(SeedDepartment.Year, "800", "某市群众团体", "990100"));
            foreach (var code in SeedDepartment.Units)
            {
                Organisations.Put(w, new Unit { Year = SeedDepartment.Year, Code = code, Department = "800", Name = "单位" + code, Kind = code.EndsWith('1') ? "参公" : "事业", Place = code.EndsWith('1') ? "本级" : "下属" });
                Organisations.Put(w, new Person(Hands.Clerk, code, Role.Unit));
                foreach (var (i, name) in seed.Projects.Index())
                {
                    Projects.Put(w, Organisations.Unit(w, SeedDepartment.Year, code)!, new Project { Year = SeedDepartment.Year, Unit = code, Code = "P" + i.ToString(CultureInfo.InvariantCulture), Name = name });
                }
            }
        });
        foreach (var lines in seed.Lines.GroupBy(l => l.Unit))
        {
            hands.Put(lines.Key, SeedDepartment.Year, [.. lines]);
        }

        Assert.Contains(hands.Lines(SeedDepartment.Year), l => l.Fen % 100 != 0);
        var draft = hands.Store.Read(r => LedgerDraft.Of(r, Documents.Library, SeedDepartment.Year, "800"))!;
        var wrong = seed.Cells.Where(c => Print(draft.Cube.At(Documents.Point($"year={SeedDepartment.Year} phase=budget entity=department {c.Coordinates}")) ?? 0) != c.Printed).ToList();

        // Its projects add up to more than its project expenditure: of the two that contradict each other, the lines keep the expenditure.
        var contradicted = Assert.Single(wrong);
        Assert.Equal("表十二", contradicted.Place);
        Assert.True(seed.Excess > 0);

        // The tables as they are printed hold the same amounts, each as often.
        var composed = Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, draft);
        foreach (var table in seed.Cells.Where(c => c.Place is "表二" or "表三" or "表四" or "表八").GroupBy(c => c.Place))
        {
            var printed = composed.Tables.First(t => t.Number == table.Key).Rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Amount && c.Text.Length > 0).Select(c => c.Text);
            Assert.Equal(table.Select(c => c.Printed).Order(StringComparer.Ordinal), printed.Where(p => p != "0.00").Order(StringComparer.Ordinal));
        }

        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static string Print(decimal yuan) => (yuan / 10_000m).ToString("N2", CultureInfo.InvariantCulture);
}
