using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>复合字体的字宽：in thousandths of the size, of horizontal and vertical writing.</summary>
internal sealed class CidWidths
{
    private readonly Dictionary<int, Measures> _single = [];
    private readonly Dictionary<int, Measures> _singleDown = [];
    private readonly List<Range> _ranges = [];
    private readonly List<Range> _rangesDown = [];
    private readonly double _usual;
    private readonly double _usualOrigin;
    private readonly double _usualDown;
    private readonly Work _work;

    public CidWidths(PdfDictionary font, Work work)
    {
        _work = work;
        _usual = font["DW"] is { Kind: ValueKind.Number } width ? width.Number : 1000;
        var down = font["DW2"].Array?.Numbers(2) ?? [880, -1000];
        (_usualOrigin, _usualDown) = (down[0], down[1]);
        Read(font["W"].Array, 1, _single, _ranges);
        Read(font["W2"].Array, 3, _singleDown, _rangesDown);
    }

    public double Width(int cid) => Find(cid, _single, _ranges)?.First ?? _usual;

    /// <summary>竖排：where the glyph's own origin lies from that of the line, and the way down.</summary>
    public (double X, double Y, double Down) Vertical(int cid, double width) =>
        Find(cid, _singleDown, _rangesDown) is { } found ? (found.Second, found.Third, found.First) : (width / 2, _usualOrigin, _usualDown);

    private Measures? Find(int cid, Dictionary<int, Measures> single, List<Range> ranges)
    {
        if (single.TryGetValue(cid, out var measures))
        {
            return measures;
        }

        _work.Spend(ranges.Count);
        foreach (var range in ranges)
        {
            if (cid >= range.First && cid <= range.Last)
            {
                return range.Measures;
            }
        }

        return null;
    }

    /// <summary>读字宽表：“first [a b c]” and “first last a”, each with one measure or three.</summary>
    private void Read(PdfArray? table, int size, Dictionary<int, Measures> single, List<Range> ranges)
    {
        for (var i = 0; table is not null && i + 1 < table.Count;)
        {
            _work.Spend(20);
            var first = table[i].Integer();
            if (table[i + 1].Array is { } list)
            {
                _work.Spend(list.Count * 20L);
                for (var k = 0; k + size <= list.Count; k += size)
                {
                    single[unchecked(first + (k / size))] = Of(list, k, size);
                }

                i += 2;
            }
            else
            {
                ranges.Add(new Range(first, table[i + 1].Integer(), Of(table, i + 2, size)));
                i += 2 + size;
            }
        }
    }

    private static Measures Of(PdfArray list, int at, int size) =>
        new(list[at].Number, size == 3 ? list[at + 1].Number : 0, size == 3 ? list[at + 2].Number : 0);

    private sealed record Measures(double First, double Second, double Third);

    private sealed record Range(int First, int Last, Measures Measures);
}
