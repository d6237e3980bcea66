using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Reading;

/// <summary>合读试验：the sample with its tables in a file of their own is checked as if it were one.</summary>
public class JoinedReadingTests
{
    private static readonly int Cut = Tests.Documents.Sample.IndexOf("\n表一\n", StringComparison.Ordinal);

    [Fact]
    public void A_narrative_with_its_tables_is_one_document()
    {
        var joined = Read(Narrative(Tests.Documents.Sample));
        var whole = Tests.Documents.Read(Tests.Documents.Sample);
        Assert.Equal(whole.Statements.Count, joined.Statements.Count);
        Assert.Equal(whole.Tables.Select(t => t.Form), joined.Tables.Select(t => t.Form));
        Assert.Equal(joined.Statements.Count, joined.Statements.Select(s => s.Id).Distinct().Count());
        Assert.All(joined.Statements.Where(s => s.Place.Table is not null), s => Assert.Equal(("tables.txt", true), (s.Place.File, s.Place.ByFile)));
        Assert.Empty(Inspector.Check(joined, Tests.Documents.Library).Findings);
    }

    [Fact]
    public void A_wrong_figure_of_the_narrative_is_found_by_the_tables()
    {
        var found = Assert.Single(Inspector.Check(Read(Narrative(Tests.Documents.Sample).Replace("公务接待费3.20万元", "公务接待费2.30万元", StringComparison.Ordinal)), Tests.Documents.Library).Findings, f => f.Severity == Severity.Error);
        Assert.Equal("MZ007", found.Rule);
        Assert.Equal("narrative.txt", found.Places[0].File);
        Assert.Contains("tables.txt 表", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_narratives_are_told_apart()
    {
        var (narrative, tables) = (Tests.Documents.Read(Narrative(Tests.Documents.Sample)), Tests.Documents.Read(Tests.Documents.Sample[Cut..]));
        Assert.Equal((true, false), (JoinedReader.IsNarrative(narrative), JoinedReader.IsTables(narrative)));
        Assert.Equal((false, true), (JoinedReader.IsNarrative(tables), JoinedReader.IsTables(tables)));
        Assert.Equal((false, false), (JoinedReader.IsNarrative(Tests.Documents.Read(Tests.Documents.Sample)), JoinedReader.IsTables(Tests.Documents.Read(Tests.Documents.Sample))));
    }

    private static string Narrative(string sample) => sample[..Cut];

    private static Disclosure Read(string narrative) =>
        JoinedReader.Read(Paper("narrative.txt", narrative), [Paper("tables.txt", Tests.Documents.Sample[Cut..])], Tests.Documents.Library, ReadingChoice.None);

    private static Paper.PaperDocument Paper(string name, string text) => Opening.Bytes(name, Encoding.UTF8.GetBytes(text)).Paper!;
}
