using System.Text.RegularExpressions;
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

/// <summary>划分区域：paper into lines of narrative and regions of tables, in order.</summary>
internal sealed partial class Regions
{
    private readonly IReadOnlyList<Block> _blocks;
    private readonly string[] _stems;

    private Regions(IReadOnlyList<Block> blocks, Library library)
    {
        _blocks = blocks;
        _stems = [.. library.Books.SelectMany(b => b.Forms).SelectMany(f => f.Stems).Distinct().OrderByDescending(s => s.Length)];
    }

    public List<TextLine> Narrative { get; } = [];

    public List<TableRegion> Tables { get; } = [];

    public static Regions Of(PaperDocument paper, Library library)
    {
        var regions = new Regions(paper.Blocks, library);
        regions.Divide();
        return regions;
    }

    private void Divide()
    {
        TableRegion? open = null;
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (_blocks[i] is Grid grid)
            {
                if (open is null)
                {
                    open = new TableRegion { Title = TitleAbove() };
                    Tables.Add(open);
                }

                open.Grids.Add(grid);
                continue;
            }

            var line = (TextLine)_blocks[i];
            var folded = Fold.Label(line.Text);
            if (PageNumber().IsMatch(folded))
            {
                continue;
            }

            if (TableNumber().Match(folded) is { Success: true } number && GridFollows(i))
            {
                open = Start(line, number.Groups[1].Value);
                open.Title = Fold.Label(number.Groups[2].Value);
                continue;
            }

            if (open is not null && Belongs(open, line, folded))
            {
                continue;
            }

            if (IsTitle(folded) && GridFollows(i))
            {
                open = Start(line, "");
                open.Title = line.Text.Trim();
                continue;
            }

            open = null;
            Narrative.Add(line);
        }
    }

    private TableRegion Start(TextLine line, string number)
    {
        var region = new TableRegion { Number = number, Start = line };
        region.Captions.Add(line);
        Tables.Add(region);
        return region;
    }

    // Lines that belong to the open table: its title and unit before the grid, its notes after it.
    private static bool Belongs(TableRegion open, TextLine line, string folded)
    {
        if (Note().IsMatch(folded) && open.Grids.Count > 0)
        {
            open.Notes.Add(line);
            return true;
        }

        if (open.Grids.Count > 0)
        {
            return false;
        }

        open.Captions.Add(line);
        if (UnitLine().IsMatch(folded) && open.UnitLine.Length == 0)
        {
            open.UnitLine = folded;
        }
        else if (open.Title.Length == 0)
        {
            open.Title = line.Text.Trim();
        }

        return true;
    }

    // A title stands alone, is short and ends with the name of a form; a line of the contents has a number before it.
    private bool IsTitle(string folded) =>
        folded.Length <= 60 && Numbering.Level(folded) == 0 && !folded.Contains("……", StringComparison.Ordinal)
        && _stems.Any(s => folded.EndsWith(s, StringComparison.Ordinal));

    private bool GridFollows(int at)
    {
        const int MostCaptions = 5;
        for (var i = at + 1; i < _blocks.Count && i <= at + MostCaptions; i++)
        {
            if (_blocks[i] is Grid)
            {
                return true;
            }

            var folded = Fold.Label(((TextLine)_blocks[i]).Text);
            if (folded.Length > 80 || TableNumber().IsMatch(folded))
            {
                return false;
            }
        }

        return false;
    }

    private string TitleAbove()
    {
        var last = Narrative.Count > 0 ? Narrative[^1].Text.Trim() : "";
        return last.Length <= 60 ? last : "";
    }

    [GeneratedRegex(@"^(?:附?(表(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:-\d+)?)))[::]?(.{0,60})$")]
    private static partial Regex TableNumber();

    [GeneratedRegex(@"^(?:[-—–]*\d{1,4}[-—–]*|第\d{1,4}页(?:[,/]?共\d{1,4}页)?)$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:备注|注|说明)[:：.、]")]
    private static partial Regex Note();

    [GeneratedRegex(@"单位:?(?:人民币)?(?:万元|元|亿元)")]
    internal static partial Regex UnitLine();
}
