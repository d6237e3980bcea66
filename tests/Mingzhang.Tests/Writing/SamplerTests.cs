using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Documents.Writing.Markdown;
using Mingzhang.Documents.Writing.Sample;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>抽样：the seed decides everything; years follow each other; what is injured is found.</summary>
public class SamplerTests
{
    [Fact]
    public void The_same_seed_makes_the_same_document()
    {
        var book = Documents.Library.Book("final-accounts")!;
        Assert.Equal(DisclosureText.Write(Documents.Library, book, Sampler.Draft(Documents.Library, book, 7)), DisclosureText.Write(Documents.Library, book, Sampler.Draft(Documents.Library, book, 7)));
    }

    [Fact]
    public void Each_year_is_the_next_years_last()
    {
        var drafts = Sampler.Drafts(Documents.Library, Documents.Library.Book("sh-department-budget")!, 5, 3);
        for (var i = 1; i < drafts.Count; i++)
        {
            Assert.Equal(drafts[i - 1].Year + 1, drafts[i].Year);
            var total = Documents.Point($"measure=expenditure phase=budget entity=department year={drafts[i - 1].Year}");
            Assert.Equal(drafts[i - 1].Cube.At(total), drafts[i].Cube.At(total));
        }
    }

    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void Most_injuries_are_found(string key)
    {
        const int Count = 20;
        var book = Documents.Library.Book(key)!;
        var found = Enumerable.Range(1, Count).AsParallel().Count(seed =>
        {
            var injured = SampleDamage.Of(Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, seed)), seed)!.Value;
            Assert.NotEqual(injured.Damage.Was, injured.Damage.Now);
            return Documents.Check(ComposedText.Write(injured.Injured)).Findings.Any(f => f.Severity == Severity.Error);
        });
        Assert.True(found >= Count - 2, $"{found} of {Count}");
    }

    [Fact]
    public void The_sample_as_page_and_as_Markdown_is_as_reviewed()
    {
        var composed = Composer.Compose(Documents.Library, Documents.Library.Book(SampleDraft.Book)!, SampleDraft.Build(Documents.Library));
        Golden.Check("sample.html", ComposedHtml.Write(composed));
        Golden.Check("sample.md", ComposedMarkdown.Write(composed));
    }
}
