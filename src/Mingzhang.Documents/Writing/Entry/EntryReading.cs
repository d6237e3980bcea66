using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Text;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Forms;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的读取：a filled template is a draft; it is checked as the document that will be made of it: its tables where they stand, its narrative as it will be written.</summary>
public static class EntryReading
{
    // A key that somebody changed may be anything; codes are read digit by digit.
    private const int LongestKey = 300;

    /// <summary>是否填报表。</summary>
    public static bool Is(PaperDocument paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.Blocks is [TextLine { Cell.Sheet: EntryBasics.Sheet, Text: EntryBasics.Marker }, ..];
    }

    /// <summary>填报表的底稿; null where its first sheet no longer says which book and year it is of.</summary>
    public static BookedDraft? Draft(PaperDocument paper, Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var cells = new EntryCells(paper);
        var year = int.TryParse(cells.At(EntryBasics.Sheet, EntryBasics.YearRow, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : 0;
        if (!Is(paper) || year is < 2000 or > 2100 || library.Book(cells.At(EntryBasics.Sheet, EntryBasics.BookRow, 1)) is not { Print: not null } book)
        {
            return null;
        }

        var scope = book.Scope ?? (cells.At(EntryBasics.Sheet, EntryBasics.ScopeRow, 1) == "单位" ? DocumentScope.Unit : DocumentScope.Department);
        var tables = Reader.Read(paper with { Blocks = Tables(paper) }, library, new ReadingChoice(book.Key, year, book.Kind, scope));
        var entity = cells.At(EntryBasics.Sheet, EntryBasics.EntityRow, 1);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in cells.Rows(EntryBasics.WordsSheet).Where(r => r[1].Length > 0 && !r[1].StartsWith("【待填", StringComparison.Ordinal)))
        {
            if (row[2].StartsWith(EntryBasics.CountKey, StringComparison.Ordinal))
            {
                counts[row[2][EntryBasics.CountKey.Length..]] = row[1];
            }
            else
            {
                words[row[2].EndsWith('*') ? row[2][..^1] + row[0] : row[2]] = row[1];
            }
        }

        return new BookedDraft(
            new Draft
            {
                Entity = entity.Length > 0 ? entity : EntryText.NoName,
                Year = year,
                Kind = book.Kind,
                Scope = scope,
                Cube = new Cube(library.Space, [], [.. StatedFigures.Of(tables, library.Space), .. Others(cells, library)]),
                Words = words,
                Counts = counts,
                Performance = [.. tables.Performance.Where(p => p.Name.Length + p.Goal.Length > 0 && (!p.Whole || p.Goal.Length > 0)).Select(p => p with { Indicators = [.. p.Indicators.Where(i => i.Name.Length > 0)] })],
            },
            book);
    }

    /// <summary>填报表所成的公开文本，as paper: each cell of a table keeps its sheet and address.</summary>
    public static PaperDocument Document(PaperDocument paper, Library library)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (Draft(paper, library) is not { } model)
        {
            return paper with { Blocks = Tables(paper) };
        }

        var composed = Composer.Compose(library, model.Book, model.Draft);
        var first = composed.Blocks.ToList().FindIndex(b => b is ComposedTable);
        var before = composed with { Blocks = [.. composed.Blocks.Take(first < 0 ? composed.Blocks.Count : first)] };
        var after = composed.Blocks.Skip(before.Blocks.Count).Where(b => b is not ComposedTable).ToList();
        var tables = model.Draft.Cube.Totals.All(t => t.Blank || t.Yuan == 0) ? Empty(Tables(paper)) : Tables(paper);
        var blocks = Lines(before).Concat(tables).Concat(after.Count == 0 ? [] : Lines(composed with { Title = "", Blocks = after }));
        var line = 0;
        return paper with
        {
            Blocks = [.. blocks.Select(b => b switch
            {
                TextLine text => text with { Line = ++line },
                Grid grid => grid with { Rows = [.. grid.Rows.Select(r => r with { Line = ++line })] },
                _ => b,
            })],
            Faults = [.. paper.Faults.Where(f => !(f.Kind == "hidden-sheet" && f.Detail.StartsWith(EntryCodes.Name, StringComparison.Ordinal)))],
        };
    }

    // Where nobody has filled in anything, each table says so: the whole is told as a template, not as a department without money.
    private static IEnumerable<Block> Empty(List<Block> tables)
    {
        foreach (var sheet in tables.GroupBy(Sheet))
        {
            foreach (var block in sheet)
            {
                yield return block;
            }

            yield return new TextLine($"【待填：{sheet.Key}】", 0, null, true) { Join = LineJoin.New };
        }
    }

    private static IEnumerable<Block> Lines(Composed composed) => TextFormat.Read("", "", "", ComposedText.Write(composed)).Blocks;

    private static List<Block> Tables(PaperDocument paper) => [.. paper.Blocks.Where(b => Sheet(b) is not (EntryBasics.Sheet or EntryBasics.WordsSheet or EntryBasics.FiguresSheet))];

    private static string? Sheet(Block block) => block is TextLine line ? line.Cell?.Sheet : (block as Grid)?.Sheet;

    private static IEnumerable<StatedTotal> Others(EntryCells cells, Library library)
    {
        foreach (var row in cells.Rows(EntryBasics.FiguresSheet))
        {
            var key = row[2].EndsWith("=*", StringComparison.Ordinal) ? row[2][..row[2].LastIndexOf(' ')] : row[2];
            if (!decimal.TryParse(row[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) || Math.Abs(amount) >= 1e15m || key.Length is 0 or > LongestKey || row[0].Length > LongestKey || library.Space.Parse(key, out _) is not { } point)
            {
                continue;
            }

            // What stands for each code or project is named beside its amount.
            var each = key == row[2] ? null : library.Space.Member(row[2].EndsWith(EntryNeeds.EachProject, StringComparison.Ordinal) ? "project" : "function", row[0]);
            if (key == row[2] || each is not null)
            {
                yield return new StatedTotal(each is null ? point : point.With(each), amount * MoneyUnit.TenThousand.Factor);
            }
        }
    }
}
