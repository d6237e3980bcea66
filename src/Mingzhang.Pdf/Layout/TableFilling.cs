using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Layout;

/// <summary>填格：glyphs go to the cell that holds their centre; a word that reaches over a border stays whole, in the cell that holds
/// most of it.</summary>
internal sealed class TableFilling
{
    private const double Tight = 0.12;

    private readonly List<Lattice> _lattices;
    private readonly CellText?[][] _texts;

    public TableFilling(List<Lattice> lattices)
    {
        _lattices = lattices;
        _texts = [.. lattices.Select(l => new CellText?[l.Cells.Count])];
    }

    /// <summary>不在任何格中的字形。</summary>
    public List<PdfGlyph> Rest { get; } = [];

    public void Fill(List<PieceLine> lines, List<PdfGlyph> turned)
    {
        foreach (var (line, _) in lines)
        {
            var glyphs = line.Glyphs.AsSpan();
            for (var from = 0; from < glyphs.Length;)
            {
                var to = from + 1;
                while (to < glyphs.Length && glyphs[to].Left - glyphs[to - 1].Right <= Tight * glyphs[to].Size)
                {
                    to++;
                }

                Put(glyphs[from..to]);
                from = to;
            }
        }

        foreach (ref var glyph in CollectionsMarshal.AsSpan(turned))
        {
            Put(new Span<PdfGlyph>(ref glyph));
        }
    }

    public IReadOnlyList<LaidTable> Tables(int page)
    {
        var tables = new List<LaidTable>();
        for (var i = 0; i < _lattices.Count; i++)
        {
            tables.Add(TableBuilding.Of(page, _lattices[i], _texts[i]));
        }

        return tables;
    }

    private void Put(Span<PdfGlyph> word)
    {
        var (table, cell) = At(word[0]);
        var (other, otherCell) = word.Length > 1 ? At(word[^1]) : (table, cell);
        if ((table, cell) != (other, otherCell))
        {
            (table, cell) = Most(word);
        }

        foreach (ref readonly var glyph in word)
        {
            if (table < 0)
            {
                Rest.Add(glyph);
            }
            else
            {
                (_texts[table][cell] ??= new CellText()).Add(glyph);
            }
        }
    }

    private (int Table, int Cell) Most(Span<PdfGlyph> word)
    {
        var counts = new Dictionary<(int, int), int>();
        var best = At(word[0]);
        foreach (ref readonly var glyph in word)
        {
            var at = At(glyph);
            var count = counts[at] = counts.GetValueOrDefault(at) + 1;
            if (count > counts[best])
            {
                best = at;
            }
        }

        return best;
    }

    private (int Table, int Cell) At(in PdfGlyph glyph)
    {
        var x = (glyph.Left + glyph.Right) / 2;
        var y = (glyph.Top + glyph.Bottom) / 2;
        for (var i = 0; i < _lattices.Count; i++)
        {
            var lattice = _lattices[i];
            var (row, column) = (Levels.Band(lattice.Ys, y), Levels.Band(lattice.Xs, x));
            if (row >= 0 && column >= 0 && lattice.Owner[row, column] is >= 0 and var cell)
            {
                return (i, cell);
            }
        }

        return (-1, -1);
    }
}
