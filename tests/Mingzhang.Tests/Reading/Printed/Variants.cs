using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>印法：the ways in which one and the same table is printed; what it says is the same in all of them.</summary>
internal static class Variants
{
    /// <summary>Every way that applies to the sheet: its name, its blocks, and the figures that it prints.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Money)> Of(Sheet sheet)
    {
        foreach (var (name, variant) in Sheets(sheet))
        {
            yield return (name, [Drawing.Plain(variant)], variant.Money);
            yield return (name + ", merged", [Drawing.Spanned(variant)], variant.Money);
        }

        yield return ("column numbers", [Counted(Drawing.Plain(sheet), sheet)], sheet.Money);
        yield return ("column numbers, merged", [Counted(Drawing.Spanned(sheet), sheet)], sheet.Money);
        if (sheet.Rows.Count > 1)
        {
            yield return ("page turn with the header", Drawing.Turned(sheet, again: true), sheet.Money);
            yield return ("page turn with the header cut short", Cut(Drawing.Turned(sheet, again: true)), sheet.Money);
            yield return ("page turn without the header", Drawing.Turned(sheet, again: false), sheet.Money);
        }
    }

    private static IEnumerable<(string Name, Sheet Sheet)> Sheets(Sheet sheet)
    {
        yield return ("as in the book", sheet);
        yield return ("columns reversed", sheet.Ordered(Moved(sheet, [.. Enumerable.Range(0, sheet.Columns.Count)], 0, turn: false)));
        yield return ("columns turned round", sheet.Ordered(Moved(sheet, [.. Enumerable.Range(0, sheet.Columns.Count)], 0, turn: true)));
        yield return ("labels wrapped", sheet.Relabelled(l => l.Length > 4 ? l[..(l.Length / 2)] + "\n" + l[(l.Length / 2)..] : l));
        yield return ("labels spaced", sheet.Relabelled(l => string.Join(' ', l.ToCharArray())));
        yield return ("every second money column blank", Blanked(sheet, odd: true));
        yield return ("the other money columns blank", Blanked(sheet, odd: false));
        if (sheet.Columns.Any(c => c.Kind == ColumnKind.Code))
        {
            var joined = Joined(sheet);
            yield return ("codes in one column", joined);
            yield return ("codes in their parts", Parted(joined, zeros: true));
            yield return ("codes in their parts, zeros lost", Parted(joined, zeros: false));
        }

        if (sheet.Rows.Any(r => r.Total) && sheet.Form.Layout == FormLayout.Codes)
        {
            yield return ("totals first", sheet with { Rows = [.. sheet.Rows.Where(r => r.Total), .. sheet.Rows.Where(r => !r.Total)] });
            yield return ("totals last", sheet with { Rows = [.. sheet.Rows.Where(r => !r.Total), .. sheet.Rows.Where(r => r.Total)] });
        }

        if (sheet.Form.Layout is not (FormLayout.Projects or FormLayout.Single))
        {
            yield return ("row numbers", Numbered(sheet));
        }
    }

    // The room for the header is smaller on the second page: long labels lose their last line.
    private static IReadOnlyList<Block> Cut(IReadOnlyList<Block> blocks) => [blocks[0], blocks[1], (Grid)blocks[2] is var grid ? grid with
    {
        Rows = [.. grid.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c.Text.Length > 5 && c.Text.EndsWith("收入", StringComparison.Ordinal) ? c with { Text = c.Text[..^2] } : c)] })],
    } : blocks[2]];

    // Money moves among money, groups as groups and leaves within their group; names and codes stay where they are.
    private static List<int> Moved(Sheet sheet, IReadOnlyList<int> columns, int depth, bool turn)
    {
        var runs = new List<List<int>>();
        foreach (var c in columns)
        {
            var path = sheet.Columns[c].Path;
            if (runs.Count > 0 && sheet.Columns[runs[^1][0]].Path is var left && left.Count > depth + 1 && path.Count > depth + 1 && left[depth] == path[depth])
            {
                runs[^1].Add(c);
            }
            else
            {
                runs.Add([c]);
            }
        }

        var free = sheet.Form.Layout == FormLayout.Projects;
        var inner = runs.Select(r => r.Count > 1 ? Moved(sheet, r, depth + 1, turn) : r).ToList();
        var movable = inner.Select((r, i) => (Run: r, Index: i)).Where(r => free || r.Run.TrueForAll(c => sheet.Columns[c].Money)).ToList();
        var sides = movable.GroupBy(m => sheet.Columns[m.Run[0]].Side);
        foreach (var side in sides)
        {
            var from = side.ToList();
            for (var i = 0; i < from.Count; i++)
            {
                runs[from[i].Index] = from[turn ? (i + 1) % from.Count : from.Count - 1 - i].Run;
            }
        }

        return [.. runs.Select((r, i) => movable.Exists(m => m.Index == i) ? r : inner[i]).SelectMany(r => r)];
    }

    private static Sheet Blanked(Sheet sheet, bool odd)
    {
        var money = sheet.Columns.Select((c, i) => (c, i)).Where(c => c.c.Money).Select(c => c.i).ToList();
        var blank = money.Where((_, k) => k % 2 == (odd ? 1 : 0)).ToHashSet();
        return sheet with { Rows = [.. sheet.Rows.Select(r => r with { Cells = [.. r.Cells.Select((c, i) => blank.Contains(i) ? "" : c)] })] };
    }

    private static Sheet Joined(Sheet sheet)
    {
        var codes = sheet.Columns.Select((c, i) => (c, i)).Where(c => c.c.Kind == ColumnKind.Code).Select(c => c.i).ToList();
        var path = sheet.Columns[codes[0]].Path;
        var joined = sheet.Rows.Select(r => string.Concat(codes.Select(c => r.Cells[c]))).ToList();
        return sheet.Ordered(Enumerable.Range(0, sheet.Columns.Count).Except(codes))
            .With(codes[0], sheet.Columns[codes[0]] with { Path = codes.Count > 1 ? [.. path.SkipLast(1)] : path }, r => joined[r]);
    }

    private static Sheet Parted(Sheet joined, bool zeros)
    {
        var at = joined.Columns.ToList().FindIndex(c => c.Kind == ColumnKind.Code);
        var codes = joined.Rows.Select(r => r.Cells[at]).ToList();
        var parts = codes.Exists(c => c.Length == 7) ? new[] { "类", "款", "项" } : ["类", "款"];
        var sheet = joined.Ordered(Enumerable.Range(0, joined.Columns.Count).Where(c => c != at));
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            var part = i;
            sheet = sheet.With(at, joined.Columns[at] with { Path = [.. joined.Columns[at].Path, parts[i]] }, r => Printed.Sheets.Part(codes[r], part, parts.Length) is var text && !zeros ? text.TrimStart('0') : text);
        }

        return sheet;
    }

    // 行次 stands before the money of each side and counts the rows.
    private static Sheet Numbered(Sheet sheet)
    {
        for (var side = sheet.Columns.Max(c => c.Side); side >= 0; side--)
        {
            var at = sheet.Columns.ToList().FindIndex(c => c.Side == side && c.Money);
            var (from, height) = (side * sheet.Rows.Count, 1);
            sheet = sheet.With(at, new SheetColumn([.. sheet.Columns[at - 1].Path.Take(sheet.Columns[at - 1].Path.Count - 1).Where((l, i) => i < sheet.Columns[at].Path.Count - 1 && sheet.Columns[at].Path[i] == l), "行次"], ColumnKind.Index, side), r => (from + r + height).ToString(CultureInfo.InvariantCulture));
        }

        return sheet;
    }

    // 栏次 1 2 3 … below the labels of the header.
    private static Grid Counted(Grid grid, Sheet sheet)
    {
        var number = 0;
        var cells = sheet.Columns.Select((c, i) => c.Money ? (++number).ToString(CultureInfo.InvariantCulture) : i == 0 ? "栏次" : "");
        return grid with { Rows = [.. grid.Rows.Take(sheet.Depth), Drawing.Row(cells, 9), .. grid.Rows.Skip(sheet.Depth)] };
    }
}
