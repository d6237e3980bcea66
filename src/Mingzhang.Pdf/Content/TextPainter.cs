using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>写字：the text operators, and where each glyph comes to stand.</summary>
internal sealed class TextPainter(PageMarks marks)
{
    private const int InvisibleMode = 3;
    private Matrix _line = Matrix.Identity;
    private Matrix _text = Matrix.Identity;

    /// <summary>在关闭的图层里：text is followed, not shown.</summary>
    public bool Hidden { get; set; }

    public bool Execute(string name, List<PdfValue> operands, GraphicsState state, Work work)
    {
        double Number(int index) => index < operands.Count ? operands[index].Number : 0;
        byte[]? Text(int index) => index < operands.Count ? operands[index].Text : null;
        switch (name)
        {
            case "BT":
                (_line, _text) = (Matrix.Identity, Matrix.Identity);
                return true;
            case "Tc":
                state.CharacterSpacing = Number(0);
                return true;
            case "Tw":
                state.WordSpacing = Number(0);
                return true;
            case "Tz":
                state.HorizontalScale = Number(0) / 100;
                return true;
            case "TL":
                state.Leading = Number(0);
                return true;
            case "Ts":
                state.Rise = Number(0);
                return true;
            case "Tr":
                state.RenderMode = operands.Count > 0 ? operands[0].Integer() : 0;
                return true;
            case "Td":
                NextLine(Number(0), Number(1));
                return true;
            case "TD":
                state.Leading = -Number(1);
                NextLine(Number(0), Number(1));
                return true;
            case "Tm":
                _line = _text = new Matrix(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5));
                return true;
            case "T*":
                NextLine(0, -state.Leading);
                return true;
            case "Tj":
                Show(Text(0), state, work);
                return true;
            case "'":
                NextLine(0, -state.Leading);
                Show(Text(0), state, work);
                return true;
            case "\"":
                (state.WordSpacing, state.CharacterSpacing) = (Number(0), Number(1));
                NextLine(0, -state.Leading);
                Show(Text(2), state, work);
                return true;
            case "TJ":
                ShowSpaced(operands.Count > 0 ? operands[0].Array : null, state, work);
                return true;
            default:
                return false;
        }
    }

    private void NextLine(double x, double y) => _line = _text = new Matrix(1, 0, 0, 1, x, y).Then(_line);

    private void ShowSpaced(PdfArray? pieces, GraphicsState state, Work work)
    {
        for (var i = 0; i < (pieces?.Count ?? 0); i++)
        {
            var piece = pieces![i];
            if (piece.Text is { } text)
            {
                Show(text, state, work);
            }
            else
            {
                var shift = -piece.Number / 1000 * state.FontSize;
                Shift(state.Font?.Vertical == true ? 0 : shift * state.HorizontalScale, state.Font?.Vertical == true ? shift : 0);
            }
        }
    }

    private void Show(byte[]? text, GraphicsState state, Work work)
    {
        if (text is null || state.Font is not { } font)
        {
            return;
        }

        work.Spend(50L * text.Length);
        var toPage = _text.Then(state.Ctm);
        var writer = new GlyphPlacer(state, font, toPage);
        var (x, y) = (0.0, 0.0);
        for (var position = 0; position < text.Length;)
        {
            var shown = font.Next(text, ref position);
            if (!Hidden && shown.Text.Length > 0)
            {
                var glyph = writer.Place(shown, x, y, out var center);
                if (state.Clip.Contains(center.X, center.Y))
                {
                    marks.Add(glyph, state.RenderMode == InvisibleMode);
                }
            }

            var spacing = state.CharacterSpacing + (shown.IsSpace ? state.WordSpacing : 0);
            if (font.Vertical)
            {
                y += (shown.Down * state.FontSize) + spacing;
            }
            else
            {
                x += ((shown.Width * state.FontSize) + spacing) * state.HorizontalScale;
            }
        }

        Shift(x, y);
    }

    private void Shift(double x, double y) => _text = new Matrix(1, 0, 0, 1, x, y).Then(_text);
}
