using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Publishing;

namespace Mingzhang.Tests.Ledger;

/// <summary>上年结转：money carried in is among the resources, in the books that print it.</summary>
public class CarriedTests
{
    [Theory]
    [InlineData("cq-budget", "700", 3_600_000)]
    [InlineData("national-budget", "700", 3_600_000)]
    [InlineData("sh-department-budget", "700", 3_600_000)]
    [InlineData("sh-unit-budget", "700002", 1_800_000)]
    public void Money_carried_in_is_printed_read_and_balanced(string key, string code, int resources)
    {
        using var hands = Hands.Department(Databases.Fresh("sqlite"), Hands.Year - 1);
        hands.Add(Hands.Year);
        foreach (var year in new[] { Hands.Year - 1, Hands.Year })
        {
            foreach (var unit in new[] { "700001", "700002" })
            {
                hands.Put(unit, year, Lines(unit, year));
            }
        }

        TwelveUnits.Write(hands, key, code);
        var composed = hands.Store.Read(r => Composer.Compose(Documents.Library, Documents.Library.Book(key)!, LedgerDraft.Of(r, Documents.Library, Hands.Year, code)!));
        Assert.Empty(Publication.Check(Documents.Library, composed).Findings.Where(f => f.Severity == Severity.Error || key.StartsWith("sh-", StringComparison.Ordinal)).Select(f => f.Rule + " " + f.Message.Chinese));
        var carried = Documents.Read(ComposedText.Write(composed)).Statements.OfType<AmountStatement>().Where(s => s.Point.Key("measure") == "carried-in" && s is { Blank: false, Amount.Yuan: > 0 } && s.Point.Key("year") == "2026").ToList();
        Assert.NotEmpty(carried);
        Assert.All(carried, s => Assert.Equal(resources / 6, s.Amount!.Value.Yuan));
        var total = Documents.Read(ComposedText.Write(composed)).Statements.OfType<AmountStatement>().Where(s => s.Point.Key("measure") == "resources" && s.Point.Key("fund") is null && s.Point.Key("year") == "2026").ToList();
        Assert.NotEmpty(total);
        Assert.All(total, s => Assert.Equal(resources, s.Amount!.Value.Yuan));
    }

    private static Line[] Lines(string unit, int year) =>
    [
        Hands.Income(unit, "general", 1_500_000_00, year),
        Hands.Income(unit, "general", year == Hands.Year ? 300_000_00 : 400_000_00, year) with { Measure = "carried-in" },
        Hands.Running(unit, "personnel", "30101", 1_200_000_00, year),
        Hands.Running(unit, "public", "30201", year == Hands.Year ? 600_000_00 : 700_000_00, year),
    ];
}
