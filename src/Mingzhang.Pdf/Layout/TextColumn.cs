namespace Mingzhang.Pdf.Layout;

/// <summary>版心：where the lines of running text begin and end on a page.</summary>
internal sealed record TextColumn(double Left, double Right)
{
    private const double Same = 3;
    private const double WidestIndent = 45;

    // Unit lines at the right of many tables are no text column.
    private const double Narrowest = 0.4;

    public double Middle => (Left + Right) / 2;

    /// <summary>每页的版心; a page with little text takes that of the pages of its size.</summary>
    public static TextColumn[] Of(IReadOnlyList<LaidPage> pages)
    {
        var bySize = new Dictionary<(int, int), List<LaidLine>>();
        var columns = new TextColumn[pages.Count];
        for (var p = 0; p < pages.Count; p++)
        {
            var size = ((int)pages[p].Width, (int)pages[p].Height);
            bySize.TryAdd(size, []);
            bySize[size].AddRange(Body(pages[p]));
        }

        for (var p = 0; p < pages.Count; p++)
        {
            var alike = From(bySize[((int)pages[p].Width, (int)pages[p].Height)], pages[p].Width);
            var own = From(Body(pages[p]), pages[p].Width) ?? alike ?? Around(pages[p]);

            // A page that holds nothing but indented lines does not show its margin.
            columns[p] = alike is { } usual && own.Left - usual.Left is > 0 and < WidestIndent ? own with { Left = usual.Left } : own;
        }

        return columns;
    }

    private static List<LaidLine> Body(LaidPage page)
    {
        var lines = new List<LaidLine>();
        foreach (var block in page.Blocks)
        {
            if (block is LaidLine { Furniture: false, Glyphs: > 1, Column: null } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    // The right margin is the outermost place where several lines end; the left one where several of these full lines begin.
    private static TextColumn? From(List<LaidLine> lines, double width)
    {
        const int Least = 4;
        var rights = lines.ConvertAll(l => l.Area.Right);
        rights.Sort();
        var right = Outermost(rights, Math.Max(3, lines.Count / 10));
        if (lines.Count < Least || right is not { } edge)
        {
            return null;
        }

        var lefts = lines.FindAll(l => l.Area.Right >= edge - (1.5 * l.Size)).ConvertAll(l => -l.Area.Left);
        lefts.Sort();
        return Outermost(lefts, Math.Max(2, lefts.Count / 6)) is { } left && edge + left > Narrowest * width ? new TextColumn(-left, edge) : null;
    }

    private static double? Outermost(List<double> sorted, int least)
    {
        for (var i = sorted.Count - 1; i >= least - 1; i--)
        {
            if (sorted[i] - sorted[i - least + 1] <= Same)
            {
                return sorted[i];
            }
        }

        return null;
    }

    private static TextColumn Around(LaidPage page)
    {
        const double Usual = 72;
        var left = Math.Min(Usual, page.Width / 8);
        foreach (var block in page.Blocks)
        {
            left = Math.Min(left, block.Area.Left);
        }

        return new TextColumn(left, page.Width - left);
    }
}
