using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;

namespace Mingzhang.Tests.Writing;

/// <summary>写出的网页的无障碍：whole, and as a draft with gaps.</summary>
public class AccessibilityTests
{
    public static TheoryData<string> Books => [.. Documents.Library.Books.Where(b => b.Print is not null).Select(b => b.Key)];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Found = new(() => Axe.Violations(Documents.Library.Books.Where(b => b.Print is not null).SelectMany(Pages).ToDictionary(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Books))]
    public void A_written_page_has_no_violation(string key)
    {
        Axe.Needed();
        Assert.Equal(["", ""], new[] { "whole", "draft" }.Select(w => Found.Value[key + " " + w]));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pages(FormBook book)
    {
        var draft = Sampler.Draft(Documents.Library, book, 2);
        var gaps = draft with { Words = new Dictionary<string, string>(StringComparer.Ordinal) };
        return [new(book.Key + " whole", Written(draft)), new(book.Key + " draft", Written(gaps))];

        string Written(Draft d) => ComposedHtml.Write(Composer.Compose(Documents.Library, book, d));
    }
}
