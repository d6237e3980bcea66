using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Damage;

/// <summary>每个数都有人看：change any one money figure of a sound document beyond rounding, and a finding names the place. Those that
/// nobody watches are a reviewed list for every form book, with the reason, meant to shrink. What stands in an equation that holds is
/// watched by it; the others are tried one by one.</summary>
public class WatchTests
{
    // In percent, for the books whose tables print every figure again; 江苏省 lists procurement item by item, and pages without tables print most things once.
    private const decimal Most = 5;

    [Fact]
    public void The_figures_of_the_sample_that_nobody_watches_are_as_reviewed() =>
        Check("sample", new DamagedDocument("sample", Opening.Bytes("sample.txt", Encoding.UTF8.GetBytes(Documents.Sample)).Paper!));

    [Theory]
    [InlineData("council", Shared.Council)]
    [InlineData("sh-department-budget", "corpus/WL24_万里街道_2024部门预算.pdf")]
    [InlineData("sh-department-budget-2", "corpus/SW25_商务委_2025部门预算.pdf")]
    [InlineData("final-accounts", "corpus/CZ24f_普陀区财政局_2024部门决算.pdf")]
    [InlineData("final-accounts-2", "corpus/SG24f_社会工作部_2024部门决算.pdf")]
    [InlineData("without-book", "corpus/pages/PT002.txt")]
    [InlineData("js-budget", "corpus/JSfy18_江苏省高级人民法院_2018部门预算.pdf")]
    public void The_figures_of_real_documents_that_nobody_watches_are_as_reviewed(string name, string file) =>
        Check(name, new DamagedDocument(name, Opening.File(Shared.File(file)).Paper!));

    // Books of which no sound real document is at hand: a fictional one of the same forms.
    [Theory]
    [InlineData("sh-unit-budget")]
    [InlineData("national-budget")]
    public void The_figures_of_fictional_documents_that_nobody_watches_are_as_reviewed(string book)
    {
        var form = Documents.Library.Book(book)!;
        var text = DisclosureText.Write(Documents.Library, form, Sampler.Draft(Documents.Library, form, 5));
        Check(book, new DamagedDocument(book, Opening.Bytes(book + ".txt", Encoding.UTF8.GetBytes(text)).Paper!));
    }

    private static void Check(string name, DamagedDocument document)
    {
        var figures = document.Sound.Statements.Where(s => s is AmountStatement { Amount: { Value: not 0 }, Blank: false } or ChangeStatement { Amount: not null }).ToList();
        var unwatched = figures.Where(f => !document.InEquation(f)).AsParallel().AsOrdered().Select(f => Unwatched(document, f)).OfType<string>().ToList();
        var share = figures.Count == 0 ? 0 : 100m * unwatched.Count / figures.Count;
        Assert.True(share < Most || document.Sound.Facts.Book is not ("cq-budget" or "sh-department-budget" or "sh-unit-budget" or "final-accounts"), $"{share:0.0} %");
        Golden.Check(name + "-unwatched.txt", string.Create(CultureInfo.InvariantCulture, $"{unwatched.Count} of {figures.Count} figures ({share:0.0} %)\n") + string.Concat(unwatched.Select(u => u + "\n")));
    }

    private static string? Unwatched(DamagedDocument document, Statement figure)
    {
        var wrong = (Wounds.Amount(figure).Value + (7.77m * 10_000 / Wounds.Unit(figure))).ToString("0.00", CultureInfo.InvariantCulture);
        return Injury.Printed("plus", figure, wrong, document.Paper) is { } injury && document.New(Reader.Read(injury.Paper, Documents.Library)).Count == 0
            ? $"{figure.Kind} {figure.Point}: {document.Why(injury)}" : null;
    }
}
