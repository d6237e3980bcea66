using System.Text;

namespace Mingzhang.Pdf.Layout;

/// <summary>格中文字：the glyphs of one cell, line by line.</summary>
internal sealed class CellText
{
    private readonly List<PdfGlyph> _upright = [];
    private readonly List<PdfGlyph> _turned = [];

    public void Add(in PdfGlyph glyph) => (glyph.Upright ? _upright : _turned).Add(glyph);

    public void Add(Word word)
    {
        foreach (ref readonly var glyph in word.Glyphs)
        {
            Add(glyph);
        }
    }

    public LaidCell Cell(Area area, int columns, int rows)
    {
        var cell = new LaidCell("", area, columns, rows);
        if (_upright.Count + _turned.Count == 0)
        {
            return cell;
        }

        var lines = GlyphLine.Of(_upright);
        var text = new StringBuilder();
        Area? ink = null;
        var glyphs = 0;
        // A narrow column stacks one character on the other: that is a word written downwards, not many lines.
        var stacked = lines.Count > 1;
        foreach (var line in lines)
        {
            stacked &= line.Glyphs.Length == 1 && LineText.Wide(line.Glyphs[0]);
        }

        foreach (var line in lines)
        {
            text.Append(text.Length > 0 && !stacked ? "\n" : "").Append(LineText.Of(line.Glyphs));
            ink = ink?.With(line.Area) ?? line.Area;
            glyphs += line.Glyphs.Length;
        }

        foreach (var turned in TurnedText.Of(_turned))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(turned.Text);
            ink = ink?.With(turned.Area) ?? turned.Area;
            glyphs += turned.Glyphs;
        }

        var last = lines.Count > 0 ? (lines[^1].Area.Right, lines[^1].Glyphs[^1].Size) : default;
        return cell with { Text = text.ToString(), Ink = ink, Glyphs = glyphs, LastLine = last };
    }
}
