using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>由读懂的文本做底稿：its figures as data, its own words under their keys. Sentences are made anew from them, not copied.</summary>
public static class DisclosureDraft
{
    /// <summary>做底稿; null where the book is not known or nobody writes it, or the year is not known.</summary>
    public static BookedDraft? Of(Library library, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(disclosure);
        var facts = disclosure.Facts;
        if (facts is not { Book: { } key, Year: { } year } || library.Book(key) is not { Print: not null } book)
        {
            return null;
        }

        return new BookedDraft(
            new Draft
            {
                Entity = facts.Entity ?? "",
                Year = year,
                Kind = book.Kind,
                Scope = book.Scope ?? facts.Scope ?? DocumentScope.Department,
                Cube = new Cube(library.Space, [], StatedFigures.Of(disclosure, library.Space)),
                Words = StatedWords.Of(disclosure, book, library.Space),
                Counts = StatedCounts.Of(disclosure, book),
                Performance = disclosure.Performance,
            },
            book);
    }
}
