using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;

namespace Mingzhang.Bench.Whole;

/// <summary>一个部门的文本，三种大小：the same department with functions, projects and objectives added, each size about ten times the one before.</summary>
/// <param name="Draft">Its figures.</param>
/// <param name="Composed">What is printed.</param>
/// <param name="Read">What a reader understands of it.</param>
internal sealed record Grown(Draft Draft, Composed Composed, Disclosure Read)
{
    // Functions added: what a small department, a large one, and a whole city have.
    private static readonly int[] Added = [0, 40, 480];

    /// <summary>三种大小。</summary>
    public static IReadOnlyList<Grown> Sizes()
    {
        var library = Library.Standard;
        return [.. Added.Select(more =>
        {
            var (book, draft) = LongDisclosure.With(more);
            var composed = Composer.Compose(library, book, draft);
            return new Grown(draft, composed, Reader.Read(Opening.Bytes("a.txt", System.Text.Encoding.UTF8.GetBytes(ComposedText.Write(composed))).Paper!, library));
        })];
    }

    /// <summary>读懂的数字。</summary>
    public int Figures => Read.Statements.Count;

    /// <summary>以一种格式写出。</summary>
    public byte[] As(string extension) => WrittenFormats.Of(extension)!.Write(Written.Of(Library.Standard, Composed)).Bytes!;
}
