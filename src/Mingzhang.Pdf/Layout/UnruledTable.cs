namespace Mingzhang.Pdf.Layout;

/// <summary>缺线的表：a table whose columns or rows are not all divided by lines, made of the words in it.</summary>
internal static class UnruledTable
{
    private const double Margin = 2;

    /// <summary>成表; null where the words do not stand in columns.</summary>
    /// <param name="page">Page.</param>
    /// <param name="header">Lines of the header.</param>
    /// <param name="body">Lines below it.</param>
    /// <param name="drawn">The lines that are drawn.</param>
    public static LaidTable? Of(int page, List<PieceLine> header, List<PieceLine> body, DrawnLines drawn)
    {
        (body, var breaks) = FigureBreaks.Divide(header, body);
        var words = new List<Word>();
        foreach (var line in body)
        {
            // What stands alone in its line may be a note across the table.
            if (line.Pieces.Count > 1 || drawn.Kind == TableKind.Aligned)
            {
                words.AddRange(Word.Of(line));
            }
        }

        var bands = ColumnBands.Of(words, [.. drawn.Columns, .. breaks]);
        if (bands.Count < 2)
        {
            return null;
        }

        var closest = BodyRows.Closest([.. header.TakeLast(1), .. body]);
        var head = HeaderGrid.Of(header, bands, drawn.Inside(header), closest);
        var rows = BodyRows.Of(body, bands, drawn.Rows, closest);
        if (drawn.Kind == TableKind.Aligned && !Evidence.Suffices(head, rows, bands))
        {
            return null;
        }

        return Build(page, head, header, rows, bands, drawn);
    }

    private static LaidTable Build(int page, HeaderGrid head, List<PieceLine> header, List<List<PieceLine>> rows, ColumnBands bands, DrawnLines drawn)
    {
        var (left, right) = Sides(bands, header, rows, drawn);
        var xs = bands.Lines(left, right);
        var ys = Levels(head, header, rows, drawn);
        var cells = new LaidCell[ys.Count - 1][];
        for (var r = 0; r < cells.Length; r++)
        {
            cells[r] = new LaidCell[bands.Count];
            for (var c = 0; c < bands.Count; c++)
            {
                cells[r][c] = new LaidCell("", new Area(xs[c], ys[r], xs[c + 1], ys[r + 1]), 1, 1);
            }
        }

        foreach (var cell in head.Cells)
        {
            var text = new CellText();
            cell.Words.ForEach(text.Add);
            var area = new Area(xs[cell.From], ys[cell.Level], xs[cell.To + 1], ys[cell.Level + cell.Levels]);
            TableBuilding.Place(cells, cell.Level, cell.From, text.Cell(area, cell.To - cell.From + 1, cell.Levels));
        }

        for (var r = 0; r < rows.Count; r++)
        {
            Fill(cells[head.Levels + r], rows[r], bands);
        }

        var laid = new LaidRow[cells.Length];
        for (var r = 0; r < laid.Length; r++)
        {
            laid[r] = new LaidRow(ys[r], ys[r + 1], cells[r]);
        }

        return new LaidTable(page, new Area(left, ys[0], right, ys[^1]), xs, laid, drawn.Kind) { Bands = bands };
    }

    private static void Fill(LaidCell[] row, List<PieceLine> lines, ColumnBands bands)
    {
        var texts = new CellText?[row.Length];
        foreach (var line in lines)
        {
            foreach (var word in Word.Of(line))
            {
                (texts[word.Figure ? bands.At(word) : bands.First(word)] ??= new CellText()).Add(word);
            }
        }

        for (var c = 0; c < row.Length; c++)
        {
            row[c] = texts[c]?.Cell(row[c].Area, 1, 1) ?? row[c];
        }
    }

    private static (double Left, double Right) Sides(ColumnBands bands, List<PieceLine> header, List<List<PieceLine>> rows, DrawnLines drawn)
    {
        var (left, right) = (bands[0].Left - Margin, bands[bands.Count - 1].Right + Margin);
        foreach (var line in header.Concat(rows.SelectMany(static r => r)))
        {
            (left, right) = (Math.Min(left, line.Line.Area.Left - Margin), Math.Max(right, line.Line.Area.Right + Margin));
        }

        return drawn.Sides is var (a, b) ? (Math.Min(a, bands[0].Left), Math.Max(b, bands[bands.Count - 1].Right)) : (left, right);
    }

    // Levels of the header share its height: where their labels are wrapped or centred no line lies between all of them.
    private static List<double> Levels(HeaderGrid head, List<PieceLine> header, List<List<PieceLine>> rows, DrawnLines drawn)
    {
        var ys = new List<double>();
        var body = rows.Count > 0 ? BodyRows.Top(rows[0]) : BodyRows.Bottom(header) + Margin;
        if (head.Levels > 0)
        {
            var top = drawn.Top ?? BodyRows.Top(header) - Margin;
            var bottom = (BodyRows.Bottom(header) + body) / 2;
            for (var l = 0; l <= head.Levels; l++)
            {
                ys.Add(top + ((bottom - top) * l / head.Levels));
            }
        }
        else
        {
            ys.Add(drawn.Top ?? body - Margin);
        }

        for (var r = 1; r < rows.Count; r++)
        {
            ys.Add((BodyRows.Bottom(rows[r - 1]) + BodyRows.Top(rows[r])) / 2);
        }

        if (rows.Count > 0)
        {
            ys.Add(drawn.Bottom ?? BodyRows.Bottom(rows[^1]) + Margin);
        }

        return ys;
    }
}
