using Mingzhang.Pdf.Content;
using Mingzhang.Pdf.Writing.Structure;

namespace Mingzhang.Pdf.Writing.Annotating;

/// <summary>画批注：a sign with the text, and a frame or a highlight for every place, grouped with it; each with its appearance, so that every reader shows the same.</summary>
internal static class NotePainter
{
    private const double Sign = 14;

    public static void Paint(Increment update, NotedPage page, IReadOnlyList<PdfNote> notes)
    {
        var added = new List<int>();
        foreach (var note in notes)
        {
            Paint(update, page, note, added);
        }

        var text = new ByteText().Add("<<"u8);
        foreach (var key in page.Own.Keys.Where(k => k != "Annots"))
        {
            text.Name(key);
            Increment.Write(text, page.Own.Raw(key));
        }

        text.Add("/Annots["u8);
        if (page.Own["Annots"].Array is { } present)
        {
            for (var i = 0; i < present.Count; i++)
            {
                Increment.Write(text, present.Raw(i));
            }
        }

        text.Add(" "u8);
        added.ForEach(n => text.Ref(n));
        update.Set(page.Number, text.Add("]>>"u8));
    }

    private static void Paint(Increment update, NotedPage page, PdfNote note, List<int> added)
    {
        var frame = page.Frame;
        var boxes = note.Boxes.Select(b => new Box(b.Left, b.Top, b.Left + b.Width, b.Top + b.Height).Cut(new Box(0, 0, frame.Width, frame.Height))).Where(b => b.Width > 0 && b.Height > 0).ToList();
        var left = Math.Clamp(boxes.Count > 0 ? boxes[0].Right : 12, 0, Math.Max(0, frame.Width - Sign));
        var top = Math.Clamp(boxes.Count > 0 ? boxes[0].Top - Sign : 12, 0, Math.Max(0, frame.Height - Sign));
        var main = update.Reserve();
        added.Add(main);
        var rectangle = InPage(frame, new Box(left, top, left + Sign, top + Sign));
        var body = Start(page, note, rectangle, "/Subtype/Text/Name/Comment/F 4/Contents"u8).Words(note.Text).Add("/T"u8).Words(note.Title);
        update.Set(main, body.Add("/AP<</N "u8).Ref(Appearance(update, rectangle, SignShape(note, rectangle), multiply: false)).Add(">>>>"u8));
        foreach (var box in boxes)
        {
            var number = update.Reserve();
            added.Add(number);
            var place = InPage(frame, box);
            var mark = note.Highlight ? Highlight(page, note, place) : Start(page, note, place, "/Subtype/Square/F 4/BS<</W 1>>"u8);
            var shape = note.Highlight ? Colour(new ByteText(), note.Colour, "rg "u8).Rectangle(place, 0).Add("f"u8) : Colour(new ByteText().Add("1 w "u8), note.Colour, "RG "u8).Rectangle(place, 0.5).Add("S"u8);
            update.Set(number, mark.Add("/IRT "u8).Ref(main).Add("/RT/Group/AP<</N "u8).Ref(Appearance(update, place, shape, note.Highlight)).Add(">>>>"u8));
        }
    }

    private static ByteText Start(NotedPage page, PdfNote note, Box place, ReadOnlySpan<byte> kind) =>
        Colour(new ByteText().Add("<</Type/Annot"u8).Add(kind[..kind.IndexOf("/F 4"u8)]).Add("/P "u8).Ref(page.Number).Add("/Rect["u8).Number(place.Left).Number(place.Top).Number(place.Right).Number(place.Bottom).Add("]/C["u8), note.Colour, "]"u8)
            .Add(kind[kind.IndexOf("/F 4"u8)..]);

    private static ByteText Highlight(NotedPage page, PdfNote note, Box place) => Start(page, note, place, "/Subtype/Highlight/F 4/QuadPoints["u8)
        .Number(place.Left).Number(place.Bottom).Number(place.Right).Number(place.Bottom).Number(place.Left).Number(place.Top).Number(place.Right).Number(place.Top).Add("]"u8);

    /// <summary>对话框形：a filled square with two white lines.</summary>
    private static ByteText SignShape(PdfNote note, Box place)
    {
        var text = Colour(new ByteText(), note.Colour, "rg "u8).Rectangle(place, 1).Add("f 1 G 1.2 w "u8);
        foreach (var share in new[] { 0.4, 0.65 })
        {
            var y = place.Top + (place.Height * share);
            text.Number(place.Left + 3.5).Number(y).Add("m "u8).Number(place.Right - 3.5).Number(y).Add("l S "u8);
        }

        return text;
    }

    /// <summary>外观：in the page's own coordinates, so that it lies on its rectangle as it is.</summary>
    private static int Appearance(Increment update, Box place, ByteText shape, bool multiply)
    {
        var entries = new ByteText().Add("/Type/XObject/Subtype/Form/BBox["u8).Number(place.Left).Number(place.Top).Number(place.Right).Number(place.Bottom)
            .Add(multiply ? "]/Resources<</ExtGState<</G<</BM/Multiply>>>>>>"u8 : "]/Resources<<>>"u8);
        var content = new ByteText().Add(multiply ? "/G gs "u8 : ""u8).Add(shape.Memory.Span);
        var number = update.Reserve();
        update.Set(number, ObjectBag.Wrapped(entries.Memory.Span, content.Memory.Span, compress: false));
        return number;
    }

    private static ByteText Colour(ByteText text, PdfColour colour, ReadOnlySpan<byte> end) =>
        text.Number(colour.Red / 255.0).Number(colour.Green / 255.0).Number(colour.Blue / 255.0).Add(end);

    private static ByteText Rectangle(this ByteText text, Box place, double inset) =>
        text.Number(place.Left + inset).Number(place.Top + inset).Number(place.Width - (2 * inset)).Number(place.Height - (2 * inset)).Add("re "u8);

    /// <summary>回到页面坐标：what is seen may be turned, moved by the crop box and scaled; Top is here the lower edge.</summary>
    private static Box InPage(PageFrame frame, Box seen)
    {
        var m = frame.ToPage;
        Spot Back(double x, double y) => new(((m.D * (x - m.E)) - (m.C * (y - m.F))) / m.Determinant, ((m.A * (y - m.F)) - (m.B * (x - m.E))) / m.Determinant);
        return Box.Of(Back(seen.Left, seen.Top), Back(seen.Right, seen.Bottom));
    }
}
