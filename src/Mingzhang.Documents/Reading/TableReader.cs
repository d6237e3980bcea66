using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading.Sheets;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>表的阅读：finds the form, the columns and the rows, and binds every money cell to its point.</summary>
internal sealed partial class TableReader
{
    private readonly ReadingContext _context;
    private readonly TableRegion _region;
    private readonly Form? _form;
    private readonly MoneyUnit? _unit;

    public TableReader(ReadingContext context, TableRegion region, int ordinal)
    {
        _context = context;
        _region = region;
        Ordinal = ordinal;
        _form = FindForm();
        _unit = Unit();
    }

    private int Ordinal { get; }

    public Table Read()
    {
        var name = _region.Number.Length > 0 ? _region.Number : Fold.Label(_region.Title);
        var rows = new List<TableRow>();
        IReadOnlyList<string> columns = [];
        var unit = _unit;
        if (SheetReader.Is(_region.Grids, _context.Library.Lexicon))
        {
            var sheet = new SheetReader(_context, _form, Fold.Label(_region.Title), name, Ordinal, TablePoint(), _unit);
            (columns, rows) = sheet.Read(_region.Grids);
            unit = sheet.Unit;
        }
        else if (_form?.Layout is FormLayout.Objective || (_form is null or { Layout: FormLayout.Sheet } && Objective()))
        {
            (columns, rows) = new ObjectiveReader(_context, _form, name, TablePoint(), _unit).Read(_region.Grids, Ordinal);
        }
        else
        {
            Header? header = null;
            var binder = new RowBinder(_context, _form, name, TablePoint(), _unit ?? _form?.Unit, Ordinal);
            var whole = Whole(_region.Grids).ToList();
            for (var i = 0; i < whole.Count; i++)
            {
                var found = Header.Of(whole[i], _context.Library.Lexicon, header);
                header = found.Header;
                binder.Read(whole[i], found.Header, found.DataFrom, whole[(i + 1)..]);
            }

            columns = header?.Labels ?? [];
            rows = binder.Finish();
        }

        // A note that its own table contradicts says nothing about any other place; that it is wrong is for a rule to say.
        var filled = rows.Exists(r => r.Cells.Any(c => c.Statement is AmountStatement { Amount.Value: not 0 }));
        foreach (var note in filled ? [] : _region.Notes)
        {
            Nil(note, name);
        }

        var first = _region.Start is { } start ? _context.Source.At(start) : _context.Source.At(_region.Grids[0].Rows[0], name);
        return new Table
        {
            Number = _region.Number,
            Title = _region.Title,
            Form = _form?.Key,
            Unit = unit,
            Place = first with { Table = name },
            Unread = _context.Full,
            Columns = columns,
            Rows = rows,
            Notes = [.. _region.Notes.Select(n => new Passage(PassageKind.Note, n.Text.Trim(), _context.Source.At(n) with { Table = name, Text = n.Text.Trim() }))],
        };
    }

    // A header that the page turn cut in two is put together again.
    private IEnumerable<Grid> Whole(List<Grid> grids)
    {
        for (var i = 0; i < grids.Count; i++)
        {
            var grid = grids[i];
            while (i + 1 < grids.Count && grids[i + 1].Width == grid.Width && grid.Rows.Count < 6 && Header.Of(grid, _context.Library.Lexicon, null) is var (_, from) && from == grid.Rows.Count)
            {
                grid = grid with { Rows = [.. grid.Rows, .. grids[++i].Rows] };
            }

            yield return grid;
        }
    }

    private bool Objective() => _region.Grids.Any(g => g.Rows.Any(r => r.Cells.Any(c => _context.Library.Lexicon.Kind(Fold.Label(c.Text)) == ColumnKind.Indicator)))
        && !_region.Grids[0].Rows[0].Cells.Any(c => _context.Library.Lexicon.Kind(Fold.Label(c.Text)) == ColumnKind.Project && _region.Grids[0].Rows[0].Cells.Any(d => _context.Library.Lexicon.Kind(Fold.Label(d.Text)) == ColumnKind.Indicator));

    // The form whose name the title ends with; the longest name first, so that a basic-expenditure table is not taken for its whole.
    private Form? FindForm()
    {
        var title = Fold.Label(_region.Title);
        var bare = Captions.Bare(title);
        var own = _context.Identity.Book;
        return Find(own is null ? [] : [own]) ?? Find(_context.Library.Books.Where(b => b != own && (own is null || b.Kind == own.Kind)));

        Form? Find(IEnumerable<FormBook> books) => books.SelectMany(b => b.Forms).SelectMany(f => f.Stems.Select(s => new { Form = f, Stem = s }))
            .Where(f => title.EndsWith(f.Stem, StringComparison.Ordinal) || bare.EndsWith(f.Stem, StringComparison.Ordinal)).OrderByDescending(f => f.Stem.Length).Select(f => f.Form).FirstOrDefault();
    }

    // In a line of its own, behind the title, or in the heads of the columns.
    private MoneyUnit? Unit()
    {
        var heads = _region.Grids.Take(1).SelectMany(g => g.Rows.Take(4)).SelectMany(r => r.Cells).Select(c => Fold.Label(c.Text));
        foreach (var text in heads.Prepend(Fold.Label(_region.Title)).Prepend(_region.UnitLine))
        {
            if (Captions.UnitLine().Match(text) is { Success: true } said || (said = UnitInBrackets().Match(text)).Success)
            {
                return MoneyUnit.All.First(u => said.Value.TrimEnd(')').EndsWith(u.Name, StringComparison.Ordinal));
            }
        }

        return null;
    }

    private Point TablePoint()
    {
        var meaning = new Subject(_context).Read(_region.Title);
        var point = _context.Start.Narrow(meaning.Point);
        foreach (var member in meaning.Else.Members.Where(m => point[m.Dimension] is null))
        {
            point = point.With(member);
        }

        if (_form?.At is not { } at)
        {
            return point;
        }

        // What the form says of its measure, or by a union, counts before the words of the title.
        foreach (var member in at.Members)
        {
            point = member.Union.Count > 0 || member.Dimension == _context.Measure ? point.With(member) : point.Narrow(_context.Space.Everything.With(member));
        }

        return point;
    }

    private void Nil(TextLine note, string name)
    {
        var folded = Fold.Label(note.Text);
        var says = _context.Library.Wording.NilTables.Any(w => folded.Contains(w, StringComparison.Ordinal));
        if (!says)
        {
            return;
        }

        var subject = new Subject(_context);
        var named = folded.Split(',', '。', ':').Select(c => NilPhrases.Find(c, _context, subject)).FirstOrDefault(p => p is not null);
        var table = TablePoint();
        var point = named is null ? table : named[_context.Measure] is null ? table.Without(_context.Measure).Narrow(named) : table.Narrow(named);
        if (named is null && _form?.Layout is FormLayout.Objective or FormLayout.Projects or FormLayout.Sheet)
        {
            return;
        }

        _context.Add(new NilStatement
        {
            Id = "t" + Ordinal.ToString(CultureInfo.InvariantCulture) + ".nil" + note.Line.ToString(CultureInfo.InvariantCulture),
            Point = point,
            Place = _context.Source.At(note) with { Table = name, Text = note.Text.Trim() },
            Raw = note.Text.Trim(),
        });
    }

    [GeneratedRegex(@"\((?:万元|元|亿元)\)")]
    private static partial Regex UnitInBrackets();
}
