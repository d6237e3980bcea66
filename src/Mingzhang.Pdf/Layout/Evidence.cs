namespace Mingzhang.Pdf.Layout;

/// <summary>凭据：whether lines without any drawn line are a table. A list of contents has two columns as well, the second with whole
/// numbers, and sentences may have numbers in the same places; only figures that end, or are centred, one under the other are columns.</summary>
internal static class Evidence
{
    private const int LeastRows = 3;
    private const int LeastColumns = 3;
    private const double MostlyAligned = 0.7;

    public static bool Suffices(HeaderGrid header, List<List<PieceLine>> rows, ColumnBands bands)
    {
        var (data, money, filled) = (0, 0, 0);
        var figures = new List<Word>[bands.Count];
        foreach (var row in rows)
        {
            var words = row.SelectMany(Word.Of).ToList();
            if (words.Count < 2 || !words.Exists(static w => w.Figure))
            {
                continue;
            }

            data++;
            money += words.Exists(static w => w.Exact) ? 1 : 0;
            filled += words.Select(bands.At).Distinct().Count();
            foreach (var word in words.Where(static w => w.Figure))
            {
                (figures[bands.At(word)] ??= []).Add(word);
            }
        }

        if (data == 0 || filled * 2 < data * (bands.Count - header.Blank) || data * 2 < rows.Count)
        {
            return false;
        }

        return data >= LeastRows ? (money * 2 >= data || bands.Count >= LeastColumns) && Aligned(figures) : Few(header, figures, bands.Count);
    }

    // One or two rows are a table only below a header that names most of its columns.
    private static bool Few(HeaderGrid header, List<Word>[] figures, int columns)
    {
        var named = 0;
        for (var c = 0; c < columns; c++)
        {
            named += header.Cells.Exists(h => h.From == c && h.To == c) ? 1 : 0;
        }

        return columns >= LeastColumns && named * 4 >= columns * 3 && Array.Exists(figures, static f => f is not null && f.Exists(static w => w.Exact)) && Aligned(figures);
    }

    private static bool Aligned(List<Word>[] figures)
    {
        var (all, good) = (0, 0);
        foreach (var column in figures)
        {
            if (column is null)
            {
                continue;
            }

            all += column.Count;
            good += Math.Max(Same(column, static w => w.Right), Math.Max(Same(column, static w => w.Middle), Same(column, static w => w.Left)));
        }

        return all > 0 && good >= MostlyAligned * all;
    }

    private static int Same(List<Word> column, Func<Word, double> place)
    {
        const double Near = 0.5;
        var places = column.ConvertAll(w => place(w));
        places.Sort();
        var median = places[places.Count / 2];
        return column.Count(w => Math.Abs(place(w) - median) < Near * w.Size);
    }
}
