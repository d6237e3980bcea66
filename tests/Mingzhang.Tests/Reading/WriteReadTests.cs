using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sample;
using Mingzhang.Forms;

namespace Mingzhang.Tests.Reading;

/// <summary>写出再读回：every form and every sentence that the writer prints, the reader binds to the same points with the same amounts.</summary>
public class WriteReadTests
{
    private readonly Draft _draft = SampleDraft.Build(Documents.Library);
    private readonly Disclosure _read = Documents.Read(Documents.Sample);

    [Fact]
    public void The_sample_is_as_reviewed() => Golden.Check("sample.txt", Documents.Sample);

    [Fact]
    public void Nothing_that_was_written_is_left_unread()
    {
        Assert.Empty(_read.Unbound);
        Assert.Equal(12, _read.Tables.Count);
        Assert.Equal(Documents.Library.Book("cq-budget")!.AllSections.Count(), _read.Sections.SelectMany(s => s.SelfAndBelow()).Count() - 5);
    }

    [Fact]
    public void Every_amount_reads_back_at_its_point()
    {
        var amounts = _read.Statements.OfType<AmountStatement>().Where(a => !a.Blank).ToList();
        Assert.True(amounts.Count > 200);
        Assert.All(amounts, a => Assert.Equal(_draft.Cube.At(a.Point) ?? 0, a.Amount!.Value.Yuan));
        Assert.All(_read.Statements.OfType<AmountStatement>().Where(a => a.Blank), a => Assert.Null(_draft.Cube.At(a.Point)));
    }

    [Fact]
    public void Every_change_reads_back_with_base_and_direction()
    {
        var changes = _read.Statements.OfType<ChangeStatement>().ToList();
        Assert.NotEmpty(changes);
        Assert.All(changes, c =>
        {
            var before = c.Point.With(Documents.Library.Space.Member("year", "2025")!);
            var change = (_draft.Cube.At(c.Point) ?? 0) - (_draft.Cube.At(before) ?? 0);
            Assert.Equal(2025, c.Base.Year);
            Assert.Equal(change, c.Direction == Direction.Decrease ? -c.Amount!.Value.Yuan : c.Amount?.Yuan ?? 0);
        });
    }

    [Fact]
    public void Every_amount_slot_of_every_sentence_is_read_back()
    {
        var book = Documents.Library.Book("cq-budget")!;
        var start = Documents.Point("year=2026 phase=budget entity=department");
        foreach (var (section, at) in book.Sections.SelectMany(s => Placed(s, start)))
        {
            foreach (var slot in section.Sentences.SelectMany(s => s.Parts).Where(p => p.Kind == SlotKind.Amount))
            {
                var point = at.Narrow(slot.At!);
                Assert.Contains(_read.Statements.OfType<AmountStatement>(), a => a.Place.Table is null && a.Point.Completed().Equals(point.Completed()));
            }
        }
    }

    [Fact]
    public void Objectives_and_indicators_read_back()
    {
        Assert.Equal(_draft.Performance.Select(p => (p.Whole, p.Goal, p.Indicators.Count)), _read.Performance.Select(p => (p.Whole, p.Goal, p.Indicators.Count)));
        Assert.Equal(_draft.Performance.SelectMany(p => p.Indicators).Select(i => (i.Name, i.Nature, i.Number, i.Unit, i.Weight, i.Core)), _read.Performance.SelectMany(p => p.Indicators).Select(i => (i.Name, i.Nature, i.Number, i.Unit, i.Weight, i.Core)));
    }

    private static IEnumerable<(SectionForm Section, Point At)> Placed(SectionForm section, Point above)
    {
        var at = section.At is { } own ? above.Narrow(own) : above;
        return section.Children.SelectMany(c => Placed(c, at)).Prepend((section, at));
    }
}
