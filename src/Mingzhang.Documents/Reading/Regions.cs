using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>表的区域：number, title, unit line, grids and notes of one table, before anything in it is understood.</summary>
internal sealed class TableRegion
{
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string UnitLine { get; set; } = "";

    public TextLine? Start { get; set; }

    public List<TextLine> Captions { get; } = [];

    public List<Grid> Grids { get; } = [];

    public List<TextLine> Notes { get; } = [];
}

/// <summary>划分区域：paper into lines of narrative and regions of tables, in order. A table's captions are looked for upward from its grid,
/// so that a table of contents, which names the same tables, is never taken for one.</summary>
internal sealed class Regions
{
    private const int MostCaptions = 8;
    private const int LongestCaption = 80;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly Captions _captions;
    private readonly Lexicon _lexicon;
    private TableRegion? _open;
    private TableRegion? _before;
    private string? _sheet;

    private Regions(PaperDocument paper, Library library)
    {
        _captions = new Captions(library);
        _blocks = [.. SheetTables.Divided(paper, _captions)];
        _lexicon = library.Lexicon;
    }

    public List<TextLine> Narrative { get; } = [];

    public List<TableRegion> Tables { get; } = [];

    public static Regions Of(PaperDocument paper, Library library)
    {
        var regions = new Regions(paper, library);
        regions.Divide();
        return regions;
    }

    private void Divide()
    {
        // Lines since the last table: captions of the next one are taken back from its end.
        var since = 0;
        foreach (var block in _blocks)
        {
            if (SheetOf(block) is { } sheet && sheet != _sheet)
            {
                // A new sheet takes no captions from the one before; only a table without a header goes on there.
                (_sheet, _before, _open, since) = (sheet, _open, null, Narrative.Count);
            }

            if (block is Grid grid)
            {
                since = Table(grid, since);
                continue;
            }

            var line = (TextLine)block;
            var folded = Fold.Label(line.Text);
            if (line.Furniture || folded.Length == 0 || Captions.IsPageNumber(folded))
            {
                continue;
            }

            if (_open is not null && since == Narrative.Count && (Captions.IsNote(folded) || (_open.Notes.Count > 0 && Captions.IsOfTable(folded))))
            {
                _open.Notes.Add(line);
                continue;
            }

            if (_open is { Notes.Count: > 0 } && since == Narrative.Count && line.Join == LineJoin.Continues)
            {
                _open.Notes[^1] = _open.Notes[^1] with { Text = _open.Notes[^1].Text + line.Text.Trim() };
                continue;
            }

            Narrative.Add(line);
        }
    }

    // Gives where the lines after this table begin.
    private int Table(Grid grid, int since)
    {
        var region = Above(since);
        var (peeled, body, notes) = PeeledGrid.Of(grid, _captions);
        if (body.Rows.Count == 0)
        {
            Narrative.AddRange(peeled.Concat(notes));
            return since;
        }

        foreach (var line in peeled)
        {
            region ??= new TableRegion();
            Caption(region, line);
        }

        if (GoesOn(body) is { } gone && (region is null || (region.Title.Length == 0 && region.Number.Length == 0)))
        {
            gone.Grids.Add(body);
            gone.Notes.AddRange(notes);
            (_open, _before) = (gone, null);
            return Narrative.Count;
        }

        _before = null;
        region = SheetTitle.Of(region, grid.Sheet, _captions, body);
        if (region is null || (region.Title.Length == 0 && region.Number.Length == 0))
        {
            // Lines at the turn of a page do not end a table of which the paper itself says that it goes on.
            if (_open is not null && (Narrative.Count == since || grid.Continues))
            {
                foreach (var caption in region?.Captions ?? [])
                {
                    _open.Captions.Add(caption);
                }

                _open.Grids.Add(body);
                _open.Notes.AddRange(notes);
                return since;
            }

            if (region is null && !Money(body))
            {
                Prose(body);
                _open = null;
                return Narrative.Count;
            }

            region ??= new TableRegion();
            region.Title = TitleAbove(since) is { Length: > 0 } above ? above : grid.Sheet?.Trim() ?? "";
        }
        else if (_open is not null && Fold.Label(_open.Title) == Fold.Label(region.Title) && region.Title.Length > 0 && Narrative.Count == since)
        {
            // The title repeated at a page turn.
            _open.Grids.Add(body);
            _open.Notes.AddRange(notes);
            return since;
        }

        region.Grids.Add(body);
        region.Notes.AddRange(notes);
        Tables.Add(region);
        _open = region;
        return Narrative.Count;
    }

    // The captions right above a grid: taken from the end of the narrative, never further than the table before.
    private TableRegion? Above(int since)
    {
        var title = -1;
        var first = Narrative.Count;
        for (var i = Narrative.Count - 1; i >= since && i >= Narrative.Count - MostCaptions; i--)
        {
            var folded = Fold.Label(Narrative[i].Text);
            if (folded.Length > LongestCaption || folded.Contains('。', StringComparison.Ordinal))
            {
                break;
            }

            if (Captions.Number(folded) is var (_, rest))
            {
                // Number and name in one line: what stands above belongs to no table.
                first = i;
                if (title >= 0 || _captions.IsTitle(rest, out var _))
                {
                    break;
                }

                continue;
            }

            if (title < 0 && _captions.IsTitle(folded, out _))
            {
                (title, first) = (i, i);
                continue;
            }

            if (title < 0 && i + 1 < Narrative.Count && _captions.IsTitle(folded + Fold.Label(Narrative[i + 1].Text), out var known) && known)
            {
                // A title wrapped over two lines.
                (title, first) = (i, i);
                Narrative[i] = Narrative[i] with { Text = Narrative[i].Text.TrimEnd() + Narrative[i + 1].Text.Trim() };
                Narrative.RemoveAt(i + 1);
                continue;
            }

            if (title >= 0 && Wrapped(i, title) is { } joined)
            {
                Narrative[i] = joined;
                Narrative.RemoveAt(title);
                (title, first) = (i, i);
                continue;
            }

            if (Captions.IsFurnishing(folded) && title < 0)
            {
                first = i;
                continue;
            }

            if (title >= 0)
            {
                break;
            }
        }

        if (first == Narrative.Count)
        {
            return null;
        }

        var region = new TableRegion { Start = Narrative[first] };
        foreach (var line in Narrative.Skip(first))
        {
            Caption(region, line);
        }

        Narrative.RemoveRange(first, Narrative.Count - first);
        return region;
    }

    // A title whose first half stands in the line above: only where both together are the name of a longer form.
    private TextLine? Wrapped(int above, int title)
    {
        var own = Fold.Label(Narrative[title].Text);
        if (title != above + 1 || Numbering.Level(own) > 0 || Captions.Number(own) is not null)
        {
            return null;
        }

        var joined = Narrative[above].Text.TrimEnd() + Narrative[title].Text.Trim();
        var whole = (!_captions.IsTitle(own, out var alone) || !alone) && _captions.IsTitle(Fold.Label(joined), out var known) && known;
        return whole ? Narrative[above] with { Text = joined } : null;
    }

    private static string? SheetOf(Block block) => block is Grid grid ? grid.Sheet : (block as TextLine)?.Cell?.Sheet;

    // The last table of the sheet before, where this one is of the same width and begins with data.
    private TableRegion? GoesOn(Grid body) =>
        _before is { } before && before.Grids[^1].Width == body.Width && Header.Of(body, _lexicon, null).DataFrom == 0 ? before : null;

    internal static void Caption(TableRegion region, TextLine line)
    {
        var folded = Fold.Label(line.Text);
        region.Captions.Add(line);
        region.Start ??= line;
        if (Captions.UnitLine().IsMatch(folded) && region.UnitLine.Length == 0)
        {
            region.UnitLine = folded;
        }

        if (region.Number.Length == 0 && Captions.Number(folded) is var (number, rest))
        {
            region.Number = number;
            region.Title = rest.Length > 0 ? rest : region.Title;
        }
        else if (region.Title.Length == 0 && !Captions.IsFurnishing(folded))
        {
            region.Title = line.Text.Trim();
        }
    }

    // A grid that names nothing which is measured, or holds no number, is a list in the text (of units, of projects).
    private bool Money(Grid grid)
    {
        var words = grid.Rows.Take(6).SelectMany(r => r.Cells).Select(c => Fold.Label(c.Text)).Where(t => t.Length > 0).ToList();
        var named = words.Any(w => w is "金额" or "金额(万元)" || _lexicon.Kind(w) is ColumnKind.Indicator || _lexicon.Read(w) is { Any: true, Understood: true });
        return named && grid.Rows.Any(r => r.Cells.Any(c => NumberText.Read(c.Text).Kind == CellNumberKind.Number));
    }

    private void Prose(Grid grid)
    {
        foreach (var row in grid.Rows.Where(r => !r.Empty))
        {
            Narrative.Add(PeeledGrid.Line(row, string.Join(" ", row.Cells.Select(c => c.Text).Where(t => t.Length > 0))));
        }
    }

    private string TitleAbove(int since) => Narrative.Count > since && Narrative[^1].Text.Trim() is { Length: <= 60 } last ? last : "";
}
