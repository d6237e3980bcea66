using Mingzhang.Pdf.Fonts;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>扩展图形状态：the few entries that matter for what is seen.</summary>
internal static class ExtendedState
{
    public static void Apply(GraphicsState state, PdfDictionary? given, FontShelf fonts)
    {
        if (given is null)
        {
            return;
        }

        if (given["LW"] is { Kind: ValueKind.Number } width)
        {
            state.LineWidth = Math.Abs(width.Number);
        }

        if (given["ca"] is { Kind: ValueKind.Number } fill)
        {
            state.Fill = state.Fill with { Transparent = fill.Number <= 0 };
        }

        if (given["CA"] is { Kind: ValueKind.Number } stroke)
        {
            state.Stroke = state.Stroke with { Transparent = stroke.Number <= 0 };
        }

        if (given["Font"].Array is { Count: 2 } font)
        {
            state.Font = fonts.Get(font.Raw(0));
            state.FontSize = font[1].Number;
        }
    }
}
