using System.Runtime.InteropServices;
using Mingzhang.Pdf.Fonts;

namespace Mingzhang.Pdf.Content;

/// <summary>定位字形：one for each shown string, with what does not change within it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GlyphPlacer
{
    private const double Above = 0.88;
    private const double Below = 0.12;

    // The middle of the nominal em box lies this far above the baseline.
    private const double Middle = (Above - Below) / 2;

    /// <summary>基线倾斜至此仍算横排：scans that were set straight leave text a little askew.</summary>
    private const double Slope = 0.1;

    private readonly GraphicsState _state;
    private readonly Matrix _toPage;
    private readonly PdfFontFace _face;
    private readonly double _size;
    private readonly bool _horizontal;
    private readonly bool _upright;

    public GlyphPlacer(GraphicsState state, PdfFont font, in Matrix toPage)
    {
        _state = state;
        _toPage = toPage;
        _face = state.RenderMode == 2 ? font.BoldFace : font.Face;
        var sign = Math.Sign(state.FontSize * state.HorizontalScale);
        var along = new Spot(toPage.A * sign, toPage.B * sign);
        var length = Math.Sqrt((along.X * along.X) + (along.Y * along.Y));
        _size = length > 0 ? Math.Abs(state.FontSize * font.SizeFactor * toPage.Determinant) / length : 0;
        _horizontal = along.X > 0 && Math.Abs(along.Y) <= Slope * along.X && toPage.D * state.FontSize < 0;
        _upright = _horizontal && !font.Vertical;
    }

    /// <summary>放一个字形：x and y are offsets in text space from the start of the string; gives the middle of its box too.</summary>
    public PdfGlyph Place(in ShownGlyph shown, double x, double y, out Spot center)
    {
        x -= shown.OriginX * _state.FontSize * _state.HorizontalScale;
        y += _state.Rise - (shown.OriginY * _state.FontSize);
        var start = _toPage.Apply(x, y);
        var end = _toPage.Apply(x + (shown.Width * _state.FontSize * _state.HorizontalScale), y);
        if (_horizontal)
        {
            center = new Spot((start.X + end.X) / 2, start.Y - (Middle * _size));
            return new PdfGlyph(shown.Text, Math.Min(start.X, end.X), Math.Max(start.X, end.X), start.Y, _size, _face, _upright);
        }

        // Of turned text the record can only give a box that lies where the eye sees the glyph.
        var up = Up();
        var box = Box.Of(Along(start, up, Above), Along(start, up, -Below)).With(Along(end, up, Above)).With(Along(end, up, -Below));
        center = new Spot((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
        return new PdfGlyph(shown.Text, box.Left, box.Right, center.Y + (Middle * _size), _size, _face, Upright: false);
    }

    private Spot Along(Spot from, Spot up, double share) => new(from.X + (up.X * share * _size), from.Y + (up.Y * share * _size));

    private Spot Up()
    {
        var length = Math.Sqrt((_toPage.C * _toPage.C) + (_toPage.D * _toPage.D));
        var sign = Math.Sign(_state.FontSize);
        return length > 0 ? new Spot(_toPage.C * sign / length, _toPage.D * sign / length) : new Spot(0, 0);
    }
}
