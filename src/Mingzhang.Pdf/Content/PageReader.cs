using System.Buffers;
using Mingzhang.Pdf.Fonts;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>读页：puts the content of a page together and follows it.</summary>
internal static class PageReader
{
    public static PdfPage Read(PdfDictionary page, int number, ObjectStore store, FontShelf fonts, HiddenLayers layers)
    {
        var frame = PageFrame.Of(page);
        var marks = new PageMarks(new Box(0, 0, frame.Width, frame.Height), store.Work);
        var interpreter = new Interpreter(store, fonts, layers, marks);
        interpreter.Run(Contents(page["Contents"], store), page["Resources"].Dictionary, frame.ToPage);
        foreach (var (form, place) in Appearances.Of(page["Annots"].Array, layers))
        {
            interpreter.DrawAppearance(form, place.Then(frame.ToPage));
        }

        return marks.Finish(number);
    }

    /// <summary>页内容：several streams are one, cut anywhere.</summary>
    private static ReadOnlyMemory<byte> Contents(PdfValue contents, ObjectStore store)
    {
        if (contents.Stream is { } only)
        {
            return store.Decode(only);
        }

        var whole = new ArrayBufferWriter<byte>();
        for (var i = 0; contents.Array is { } list && i < list.Count; i++)
        {
            if (list[i].Stream is { } part)
            {
                if (whole.WrittenCount > store.Work.Limits.StreamBytes / 2)
                {
                    throw new PdfException(PdfProblem.TooLarge, "A page of the PDF has more content than is allowed.");
                }

                whole.Write(store.Decode(part).Span);
                whole.Write("\n"u8);
            }
        }

        return whole.WrittenMemory;
    }
}
