using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>写出的网页的无障碍：whole, and as a draft with gaps.</summary>
public class AccessibilityTests
{
    public static TheoryData<string> Books => [.. Documents.Library.Books.Where(b => b.Print is not null).Select(b => b.Key)];

    [Theory]
    [MemberData(nameof(Books))]
    public void A_written_page_has_no_violation(string key)
    {
        Axe.Needed();
        var book = Documents.Library.Book(key)!;
        var draft = Sampler.Draft(Documents.Library, book, 2);
        foreach (var words in new[] { draft.Words, new Dictionary<string, string>(StringComparer.Ordinal) })
        {
            Assert.Equal("", Axe.Violations(ComposedHtml.Write(Composer.Compose(Documents.Library, book, draft with { Words = words }))));
        }
    }
}
