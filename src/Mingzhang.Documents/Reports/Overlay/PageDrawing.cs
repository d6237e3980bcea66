using System.Globalization;
using Mingzhang.Paper;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Reports.Overlay;

/// <summary>页面的图：one page as SVG: the lines that the file draws, the cells that were made of them, the text, and every figure under a tint of its kind.</summary>
internal sealed class PageDrawing(Markup svg, FigureIndex figures)
{
    private const double Largest = 11;

    /// <summary>画一页, in its own coordinates.</summary>
    public void Draw(PaperPage page, IEnumerable<Block> blocks, IReadOnlyList<PdfRuling> rulings)
    {
        svg.Raw($"<rect class=\"{(page.Content == PageContent.Picture ? "sheet picture" : "sheet")}\" width=\"{N(page.Width)}\" height=\"{N(page.Height)}\"/>\n");
        foreach (var rule in rulings)
        {
            svg.Raw($"<path class=\"rule\" d=\"M{N(rule.X1)} {N(rule.Y1)}L{N(rule.X2)} {N(rule.Y2)}\"/>");
        }

        foreach (var block in blocks)
        {
            if (block is Grid grid)
            {
                Cells(grid);
            }
            else if (block is TextLine { Box: { } box } line)
            {
                Line(line, box);
            }
        }
    }

    /// <summary>文字的宽度，以字为单位: of narrow characters half.</summary>
    public static double Ems(ReadOnlySpan<char> text)
    {
        var ems = 0.0;
        foreach (var c in text)
        {
            ems += c < 0x2000 ? 0.5 : 1;
        }

        return ems;
    }

    // A line is written in pieces, each as wide as its part of the line, so that figures stand within their tints whatever font is at hand.
    private void Line(TextLine line, PaperBox box)
    {
        svg.Raw("<g>");
        if (box.Height > 2 * box.Width && line.Text.Length > 2)
        {
            Write(line, line.Text, $"transform=\"translate({N(box.Left + (0.88 * box.Width))} {N(box.Bottom)}) rotate(-90)\"", box.Width, box.Height);
            svg.Raw("</g>\n");
            return;
        }

        svg.Raw($"<rect class=\"line\" x=\"{N(box.Left)}\" y=\"{N(box.Top)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\"/>");
        var em = box.Width / Math.Max(0.5, Ems(line.Text));
        var at = 0;
        foreach (var span in figures.Spans(line))
        {
            Piece(at, span.Start);
            Open(span);
            svg.Raw($"<rect x=\"{N(Left(span.Start) - 1)}\" y=\"{N(box.Top - 1)}\" width=\"{N((em * Ems(line.Text.AsSpan(span.Start, span.Length))) + 2)}\" height=\"{N(box.Height + 2)}\"/></g>");
            Piece(span.Start, at = span.Start + span.Length);
        }

        Piece(at, line.Text.Length);
        svg.Raw("</g>\n");

        double Left(int position) => box.Left + (em * Ems(line.Text.AsSpan(0, position)));

        void Piece(int from, int to)
        {
            if (to > from)
            {
                Write(line, line.Text[from..to], $"x=\"{N(Left(from))}\" y=\"{N(box.Top + (0.88 * box.Height))}\"", box.Height, em * Ems(line.Text.AsSpan(from, to - from)));
            }
        }
    }

    private void Write(TextLine line, string text, string at, double size, double length) =>
        svg.Raw($"<text class=\"{(line.Furniture ? "furniture" : line.Prominent ? "head" : "")}\" {at} font-size=\"{N(size)}\" textLength=\"{N(length)}\" lengthAdjust=\"{(length > 1.4 * size * Ems(text) ? "spacing" : "spacingAndGlyphs")}\" pointer-events=\"none\">").Text(text).Raw("</text>");

    private void Cells(Grid grid)
    {
        foreach (var row in grid.Rows)
        {
            for (var c = 0; c < row.Cells.Count; c++)
            {
                if (row.Cells[c] is { CoveredFrom: null, Box: { } box } cell)
                {
                    svg.Raw($"<rect class=\"{(grid.Guessed ? "cell guess" : "cell")}\" x=\"{N(box.Left)}\" y=\"{N(box.Top)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\"/>");
                    Cell(cell, box, figures.Cell(row, c));
                }
            }
        }

        svg.Raw("\n");
    }

    private void Cell(GridCell cell, PaperBox box, Span? figure)
    {
        if (cell.Text.Length == 0)
        {
            return;
        }

        if (figure is not null)
        {
            Open(figure);
            svg.Raw($"<rect x=\"{N(box.Left + 1)}\" y=\"{N(box.Top + 1)}\" width=\"{N(Math.Max(1, box.Width - 2))}\" height=\"{N(Math.Max(1, box.Height - 2))}\"/></g>");
        }

        var lines = cell.Text.Split('\n');
        var widest = Math.Max(1, lines.Max(l => Ems(l)));
        var size = Math.Max(1, Math.Min(Largest, Math.Min((box.Width - 3) / widest, (box.Height - 1) / (1.15 * lines.Length))));
        var top = box.Top + ((box.Height - (1.15 * size * lines.Length)) / 2);
        var number = figure is not null && figure.Kind != Figure.Unknown;
        svg.Raw($"<text font-size=\"{N(size)}\" text-anchor=\"{(number ? "end" : "middle")}\" pointer-events=\"none\">");
        for (var i = 0; i < lines.Length; i++)
        {
            svg.Raw($"<tspan x=\"{N(number ? box.Right - 2.5 : box.Left + (box.Width / 2))}\" y=\"{N(top + (((1.15 * i) + 0.95) * size))}\">").Text(lines[i]).Raw("</tspan>");
        }

        svg.Raw("</text>");
    }

    private void Open(Span span) => svg.Raw(string.Create(CultureInfo.InvariantCulture, $"<g class=\"f {span.Kind}\"><title>")).Text(span.Words).Raw("</title>");

    private static string N(double value) => Markup.Number(value);
}
