using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>科协文件：the municipal department's document: every figure bound to the point that it measures.</summary>
public class CouncilDocumentTests
{
    private readonly Disclosure _disclosure = Documents.Read(Shared.Text(Shared.Council));

    [Fact]
    public void All_224_amounts_of_the_tables_stand_at_the_points_of_the_answer_key()
    {
        var expected = File.ReadLines(Shared.File("answers/points-S0.tsv")).Where(l => !l.StartsWith('#') && !l.StartsWith("place", StringComparison.Ordinal))
            .Select(l => l.Split('\t')).Select(f => Line(f[0], f[3], f[4].Split(" (")[0].Split(' '))).Order(StringComparer.Ordinal).ToList();
        var read = _disclosure.Statements.OfType<AmountStatement>().Where(a => a.Place.Table is not null && !a.Blank)
            .Select(a => Line(a.Place.Table!, a.Raw, a.Point.Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "entity")).Select(m => m.ToString())))
            .Order(StringComparer.Ordinal).ToList();
        Assert.Equal(224, expected.Count);
        Assert.Equal(expected, read);
        Assert.All(_disclosure.Statements.OfType<AmountStatement>(), a => Assert.Equal(("2024", "budget", "department"), (a.Point.Key("year"), a.Point.Key("phase"), a.Point.Key("entity"))));

        static string Line(string table, string raw, IEnumerable<string> coordinates) => $"{table} {raw} {string.Join(' ', coordinates.Order(StringComparer.Ordinal))}";
    }

    [Fact]
    public void All_50_amounts_of_the_narrative_are_bound()
    {
        var money = _disclosure.Statements.Where(s => s.Place.Table is null && s is AmountStatement or ChangeStatement { Amount: not null });
        Assert.Equal(50, money.Count(s => s.Place.Table is null));
        Assert.Empty(_disclosure.Unbound);
    }

    [Fact]
    public void What_was_understood_is_as_reviewed() => Golden.Check("council-statements.txt", Narrated.List(_disclosure));

    [Fact]
    public void Wholes_by_project_and_indicator_are_read()
    {
        Assert.Equal(6, _disclosure.Performance.Count);
        Assert.Equal(13, _disclosure.Performance[0].Indicators.Count);
        Assert.Equal(8167.00m, _disclosure.Performance.Skip(1).Sum(p => p.Money!.Amount!.Value.Value));
        Assert.All(_disclosure.Performance, p => Assert.Equal(100, p.Indicators.Sum(i => i.Weight)));
    }
}
