using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing;

/// <summary>公开文本的书写：a draft as text: narrative from the book's sentences, tables from its forms.</summary>
public static class DisclosureText
{
    /// <summary>写成文本; what it prints, the reader binds to the same points.</summary>
    public static string Write(Library library, FormBook book, Draft draft) => ComposedText.Write(Composer.Compose(library, book, draft));
}
