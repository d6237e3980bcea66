using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>绩效表的阅读：project sheets of labels beside values: name, unit, money, objectives, indicators by level and, once the year is over, what
/// came of them. One table may hold many sheets; each begins with its 项目名称.</summary>
internal sealed class SheetReader
{
    private readonly ReadingContext _context;
    private readonly string _table;
    private readonly int _ordinal;
    private readonly Point _at;
    private readonly bool _whole;
    private readonly bool _apart;
    private readonly FundingWords _words;
    private readonly FundingReader _funding;
    private readonly IndicatorRows _indicators;
    private readonly List<(GridRow Row, string Label)> _rows = [];
    private readonly Dictionary<(int Row, int Column), Statement> _bound = [];
    private readonly List<string> _columns = [];
    private SheetSubject _subject = new();
    private Part _part;
    private bool _funds;
    private SheetHeader? _goals;

    public SheetReader(ReadingContext context, Form? form, string title, string table, int ordinal, Point at, MoneyUnit? unit)
    {
        _context = context;
        (_table, _ordinal) = (table, ordinal);
        _words = new FundingWords(context);
        _funding = new FundingReader(context, table, _words, unit);
        _indicators = new IndicatorRows(context.Source, table, context.Library.Lexicon);
        _whole = title.Contains("整体", StringComparison.Ordinal);

        // Money for others (转移支付, 专项资金) and the account of a whole department are not part of what the department's own tables count.
        _apart = _whole || title.Contains("转移支付", StringComparison.Ordinal) || title.Contains("专项", StringComparison.Ordinal);
        _at = At(form, at);
    }

    private enum Part
    {
        Lines,
        Funds,
        Goals,
        Indicators,
    }

    /// <summary>所印的金额单位; null where none is printed.</summary>
    public MoneyUnit? Unit => _funding.First;

    /// <summary>是否绩效表的网格: it has columns for indicators by level, and is no list with one project a row.</summary>
    public static bool Is(IReadOnlyList<Grid> grids, Lexicon lexicon) =>
        grids.Any(g => g.Rows.Any(r => r.Cells.Any(MayBeLevel) && SheetHeader.Indicators(g, SheetCells.Of(g, r), lexicon) is { } h && h.Columns.Any(c => c.Kind == ColumnKind.Level) && h.Columns.All(c => c.Kind != ColumnKind.Project)));

    // 一级指标, with or without blanks: looked at first, since this is asked of every row of every table.
    private static bool MayBeLevel(GridCell cell) => cell.Text.Length is > 3 and < 12 && cell.Text.Contains('级', StringComparison.Ordinal) && cell.Text.Contains('标', StringComparison.Ordinal);

    public (IReadOnlyList<string> Columns, List<TableRow> Rows) Read(IReadOnlyList<Grid> grids)
    {
        foreach (var grid in grids)
        {
            foreach (var row in grid.Rows.Where(r => !r.Empty))
            {
                if (_context.Full)
                {
                    _context.Cut(_context.Source.At(row, _table));
                    break;
                }

                var cells = SheetCells.Of(grid, row);
                _rows.Add((row, cells.Count == 0 ? "" : cells[0].Label));
                Row(grid, row, cells);
            }
        }

        Deliver();
        return (_columns, [.. _rows.Select((r, i) => new TableRow("", r.Label, _context.Source.At(r.Row, _table) with { Row = r.Label },
            [.. r.Row.Cells.Select((c, j) => new TableCell(j, c.Text, _bound.GetValueOrDefault((i, j))))]))]);
    }

    private Point At(Form? form, Point at)
    {
        var space = _context.Space;
        var point = at[_context.Measure] is null || form is null ? at.With(space.Member("measure", "expenditure")!) : at;
        point = point.With(space.Member("phase", "budget")!);
        return _whole ? point.Without(space.Dimension("nature")!) : point.With(space.Member("nature", "project")!);
    }

    private void Row(Grid grid, GridRow row, List<SheetCell> cells)
    {
        if (cells.Count == 0)
        {
            return;
        }

        foreach (var cell in cells.Where(c => c.Label.Length > 0))
        {
            _funding.Name(FundingWords.Unit(cell.Text));
        }

        var named = cells.FindIndex(c => _words.Kind(c.Label) is SheetLabel.Project or SheetLabel.Department);
        if (SheetHeader.Indicators(grid, cells, _context.Library.Lexicon) is { } header && !header.Columns.Any(c => c.Kind == ColumnKind.Project))
        {
            if (_columns.Count == 0)
            {
                _columns.AddRange(header.Columns.Select(c => c.Label));
            }

            var above = _rows.Count > 1 ? SheetCells.Of(grid, _rows[^2].Row) : [];
            _part = Part.Indicators;
            _indicators.Begin(header, grid, (column, several) => Midterm(above, cells, column, several));
            return;
        }

        if (named >= 0)
        {
            if (_subject.Name.Length > 0 || _indicators.Indicators.Count > 0)
            {
                Deliver();
            }

            _part = Part.Lines;
            _subject.Name = named + 1 < cells.Count && _words.Kind(cells[named + 1].Label) is null ? Fold.Label(cells[named + 1].Text) : "";
            _subject.Department = _words.Kind(cells[named].Label) == SheetLabel.Department;
        }

        if (_part != Part.Indicators && _funding.Header(cells))
        {
            (_part, _funds) = (Part.Funds, true);
            return;
        }

        var done = _part switch
        {
            Part.Indicators => Indicators(grid, row, cells),
            Part.Funds => _funding.Line(row, cells, _rows.Count - 1),
            Part.Goals => Goals(row, cells),
            _ => false,
        };
        if (!done)
        {
            _part = Part.Lines;
            Lines(grid, row, cells);
        }
    }

    // Indicators beyond the year: named so above them or at their left, or, where there are two groups, below the objective beyond the year.
    private bool Midterm(List<SheetCell> above, List<SheetCell> header, SheetColumn column, bool several) =>
        (_words.Kind(header[0].Label) == SheetLabel.Midterm)
        || above.Exists(c => _words.Kind(c.Label) == SheetLabel.Midterm && c.From <= column.From && column.From <= c.To)
        || (several && _goals is not null && _goals.Columns.Any(c => c.Kind == ColumnKind.Text && c.From <= column.From && column.From <= c.To));

    // A row under the indicators' header; the total and what is said behind it end them.
    private bool Indicators(Grid grid, GridRow row, List<SheetCell> cells)
    {
        var kind = _words.Kind(cells[0].Label);
        if (kind == SheetLabel.Total)
        {
            var (weight, score) = _indicators.Marks(row);
            _subject.Total(_context.Source.At(row, _table) with { Row = cells[0].Label }, weight, score, [.. cells.Skip(1).Select(c => c.Text)]);
            Grade(row, cells);
            _part = Part.Lines;
            return true;
        }

        if (kind is not (null or SheetLabel.Subtotal))
        {
            return false;
        }

        _indicators.Read(grid, row, _subject.Name);
        return true;
    }

    private bool Goals(GridRow row, List<SheetCell> cells)
    {
        if (cells.Exists(c => _words.Kind(c.Label) is not (null or SheetLabel.Goal)))
        {
            return false;
        }

        foreach (var column in _goals!.Columns)
        {
            Told(column.Kind == ColumnKind.Goal ? SheetLabel.Goal : column.Kind == ColumnKind.Actual ? SheetLabel.Outcome : SheetLabel.Midterm, row, column.Label, SheetCells.Within(row, column.From, column.To));
        }

        return true;
    }

    private void Lines(Grid grid, GridRow row, List<SheetCell> cells)
    {
        var kinds = cells.ConvertAll(c => _words.Kind(c.Label));
        var first = kinds.FindIndex(k => k is SheetLabel.Goal or SheetLabel.Midterm or SheetLabel.Outcome);
        if (first >= 0 && cells.Count - first > 1 && kinds.Skip(first).All(k => k is SheetLabel.Goal or SheetLabel.Midterm or SheetLabel.Outcome))
        {
            _goals = SheetHeader.Of(grid, cells.Skip(first).Select((c, i) => new SheetColumn(kinds[first + i] switch
            {
                SheetLabel.Goal => ColumnKind.Goal,
                SheetLabel.Outcome => ColumnKind.Actual,
                _ => ColumnKind.Text,
            }, c.Label, c.From, c.To, c.Box)));
            (_part, _funds) = (Part.Goals, false);
            return;
        }

        _funds = kinds.Contains(SheetLabel.Funds) || (_funds && _words.Money(cells[0].Label));
        for (var i = 0; i + 1 < cells.Count; i++)
        {
            if (kinds[i] is { } kind && kinds[i + 1] is null)
            {
                Told(kind, row, cells[i].Label, cells[i + 1].Text);
            }
        }

        if (!_funding.Pairs(row, cells, _rows.Count - 1, _funds) && !_funds && kinds[0] == SheetLabel.Total)
        {
            _subject.Total(_context.Source.At(row, _table) with { Row = cells[0].Label }, "", "", [.. cells.Skip(1).TakeWhile((_, i) => kinds[i + 1] is null).Select(c => c.Text)]);
        }

        Grade(row, cells);
    }

    private void Told(SheetLabel kind, GridRow row, string label, string text)
    {
        var place = _context.Source.At(row, _table) with { Row = label };
        _subject.Told(kind, place, kind == SheetLabel.Unit ? Fold.Label(text) : ProjectRows.Words(text));
    }

    private void Grade(GridRow row, List<SheetCell> cells)
    {
        var at = cells.FindIndex(c => _words.Kind(c.Label) == SheetLabel.Grade);
        if (at >= 0 && at + 1 < cells.Count)
        {
            _subject.Told(SheetLabel.Grade, _context.Source.At(row, _table) with { Row = cells[at].Label, Text = cells[at + 1].Text }, SheetSubject.Ticked(Fold.Label(cells[at + 1].Text)));
        }
    }

    private void Deliver()
    {
        var whole = _whole || _subject.Department;
        if (_funding.Lines.Count + _indicators.Indicators.Count + _subject.Goal.Length > 0 || _indicators.Unread)
        {
            var at = _apart || whole ? _at.Without(_context.Space.Dimension("entity")!) : _at;
            var lines = new FundingPoints(_context, _table, _ordinal, whole ? at.Without(_context.Space.Dimension("nature")!) : at)
                .Of(_funding.Lines, _context.Project(_subject.Owner(whole, _context.Identity.Entity)), _bound);
            var scored = _subject.Scored || _indicators.Indicators.Any(i => i.Score is not null || i.Actual.Length > 0) || lines.Any(l => l.Score is not null);
            _context.Performance.Add(new PerformanceObject
            {
                Table = _table,
                Name = whole ? "" : _subject.Name,
                Whole = whole,
                Tiered = true,
                Money = lines.FirstOrDefault(l => l.Total && l.Amounts.Count > 0) is { } total ? total.Of("revised") ?? total.Of("budget") : null,
                Funding = lines,
                Goal = _subject.Goal,
                Place = _subject.Place ?? new Place { File = _context.Source.File, Table = _table },
                Indicators = [.. _indicators.Indicators],
                Evaluation = scored ? _subject.Evaluation() : null,

                // Printed sheets end with a total or with words: one that breaks off among its indicators was not read to its end.
                Unread = _indicators.Unread || (scored && _part == Part.Indicators && !_subject.Totalled && _rows[^1].Row.Page is not null),
            });
        }

        (_subject, _goals) = (new SheetSubject(), null);
        _funding.Clear();
        _indicators.Clear();
        (_part, _funds) = (Part.Lines, false);
    }
}
