using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>逐行落点：rows by code, by label or by project; each money cell gets the coordinates of title, column and row.</summary>
internal sealed partial class RowBinder(ReadingContext context, Form? form, string table, Point at, MoneyUnit? unit, int ordinal)
{
    private readonly Dictionary<int, int> _joined = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<BoundCell> _cells = [];
    private readonly Subject _subject = new(context);
    private readonly Dictionary<int, LabelTree> _labels = [];
    private readonly ProjectRows _projects = new(context, table);
    private readonly List<PrintedLine> _lines = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<PrintedLine> _beside = [];
    private readonly Facets _facets = new(context);
    private Meaning _group = new(context.Space.Everything, context.Space.Everything, false, false, "");
    private Header? _header;
    private IReadOnlyList<Grid> _later = [];
    private SideColumns[] _sides = [];

    /// <summary>读一个网格；<paramref name="later"/> are those of the same table on the pages that follow.</summary>
    public void Read(Grid grid, Header header, int from, IReadOnlyList<Grid> later)
    {
        _sides = ReferenceEquals(_header, header) ? _sides : SideColumns.Of(header, form, context, at);
        (_header, _later) = (header, later);

        for (var r = from; r < grid.Rows.Count; r++)
        {
            var row = grid.Rows[r];
            if (row.Empty || IsOrdinals(row))
            {
                continue;
            }

            if (context.Statements.Count + _cells.Count >= ReadingContext.MostFigures)
            {
                context.Cut(context.Source.At(row, table));
                return;
            }

            Row(grid, r);
        }
    }

    // 栏次 1 2 3: the numbers of the columns, not amounts.
    private static bool IsOrdinals(GridRow row)
    {
        var next = 0;
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var text = Fold.Label(row[c]);
            if (text is "" or "栏次" or "行次" or "类" or "款" or "项")
            {
                continue;
            }

            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) || (next > 0 && ordinal != next))
            {
                return false;
            }

            next = ordinal + 1;
        }

        return next > 2 || row.Cells.Any(c => Fold.Label(c.Text) is "栏次" or "行次");
    }

    public List<TableRow> Finish()
    {
        var precision = ReadingContext.Precision(_cells.Where(c => c.Number.Kind == CellNumberKind.Number && c.Column.Change is not { Percent: true }).Select(c => new Amount(c.Number.Value, unit ?? context.NarrativeUnit, c.Number.Digits)));
        var statements = _cells.ConvertAll(c => new BoundStatement(c.Row, c.Column.Column, c.Side, Statement(c, precision)));
        statements.ForEach(s => context.Add(s.Statement));
        _projects.Finish([.. statements.Select(s => s.Statement).OfType<AmountStatement>()]);
        var byRow = statements.ToLookup(s => s.Row);
        for (var i = 0; i < _lines.Count; i++)
        {
            // Codes that stand at the right of others are rows of their own, with the figures of their side.
            var line = _lines[i];
            var beside = _beside.Count == 0 ? [] : _beside.FindAll(b => b.Row == i);
            var own = beside.Count == 0 ? line.Raw : line.Raw.FindAll(c => !beside.Exists(b => b.Raw.Exists(r => r.Column == c.Column)));
            _rows.Add(new TableRow(line.Code, line.Label, line.Place, Cells(i, own)) { PrintedCode = line.PrintedCode });
            _rows.AddRange(beside.Select(b => new TableRow(b.Code, b.Label, b.Place, Cells(i, b.Raw)) { PrintedCode = b.PrintedCode }));
        }

        foreach (var group in statements.Where(s => s.Statement is AmountStatement).GroupBy(s => new { s.Row, s.Side }).Where(g => g.Count() > 1))
        {
            context.Listings.Add(new Listing(ListingKind.Row, table + " · " + group.First().Statement.Place.Row, [.. group.Select(s => s.Statement)]));
        }

        foreach (var group in statements.Where(s => s.Statement is not ChangeStatement { Percent: not null }).GroupBy(s => _joined.GetValueOrDefault(s.Column, s.Column)).Where(g => g.Count() > 1))
        {
            context.Listings.Add(new Listing(ListingKind.Column, table + " · " + group.First().Statement.Place.Column, [.. group.Select(s => s.Statement)], Closes: form?.Closes ?? true));
        }

        return _rows;

        TableCell[] Cells(int row, List<RawCell> raw)
        {
            var cells = new TableCell[raw.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = new TableCell(raw[i].Column, raw[i].Raw, byRow[row].FirstOrDefault(s => s.Column == raw[i].Column)?.Statement);
            }

            return cells;
        }
    }

    private void Row(Grid grid, int at)
    {
        var row = grid.Rows[at];
        var index = _lines.Count;
        _lines.Add(new PrintedLine(index, "", "", new Place(), [.. row.Cells.Select((c, i) => new RawCell(i, c.Text))]));
        for (var s = 0; s < _sides.Length; s++)
        {
            Side(grid, at, index, s);
        }

        _projects.Row(row, _header!);
        Overflow(row);
    }

    // 公用经费合计 over two groups of codes side by side, with its amount on the last: it is the sum of both.
    private void Join(int? lender, int number)
    {
        if (lender is { } from && _sides[from].Codes.Count > 0 && _sides[number].Codes.Count > 0)
        {
            foreach (var (left, right) in _sides[from].Amounts.Zip(_sides[number].Amounts))
            {
                _joined[left.Column] = right.Column;
            }
        }
    }

    private void Side(Grid grid, int at, int index, int number)
    {
        var row = grid.Rows[at];
        var side = _sides[number];
        var (code, words, printed) = side.Code(row, _codes.GetValueOrDefault(number, ""));
        var label = RowLabels.Of(grid, at, side, words);
        if (code.Length == 0 && side.Codes.Count + side.Labels.Count > 0 && Glued().Match(label) is { Success: true } glued)
        {
            (code, label) = (glued.Groups[1].Value, glued.Groups[2].Value);
        }

        if (code.Length == 0 && label.Length == 0 && number > 0)
        {
            label = RowLabels.Shared(grid, at, _sides, number);
            Join(RowLabels.Lender(grid, at, _sides, number), number);
        }

        var own = label;
        if (own.Length > 0)
        {
            _facets.Begin();
        }

        var faceted = _facets.Read(row, side.Facets);
        label = own.Length == 0 && faceted is not null ? faceted.Value.Name : label;
        _codes[number] = code.Length > 0 ? code : _codes.GetValueOrDefault(number, "");
        var project = side.Project is { } p ? Fold.Label(row[p]) : "";
        var name = project.Length > 0 ? project : code.Length > 0 ? code + (label.Length > 0 ? " " + label : "") : label;
        var place = context.Source.At(row, table) with { Row = name };
        if (number == 0 || (_lines[index].Label.Length == 0 && _lines[index].Code.Length == 0))
        {
            _lines[index] = _lines[index] with { Code = code, Label = label, Place = place, PrintedCode = printed };
        }
        else if (code.Length > 0)
        {
            _beside.Add(new PrintedLine(index, code, label, place, [.. side.Amounts.Select(a => new RawCell(a.Column, row[a.Column]))], printed));
        }

        if (label.Length > 0 && !_labels.ContainsKey(number))
        {
            _labels[number] = new LabelTree(context, _subject, form?.At ?? context.Space.Everything, label.EndsWith('计') && CarriesBelow(grid, at, side));
        }

        var (meaning, problem) = faceted is { } facet && own.Length == 0 ? (_group with { Point = _group.Point.Narrow(facet.Point) }, null) : Meaning(side, number, code, label, project);
        _group = own.Length > 0 && meaning is not null ? meaning : _group;
        if (RowLabels.Lends(grid, at, _sides, number))
        {
            return;
        }

        foreach (var amount in side.Amounts)
        {
            var (column, columnPoint, columnProblem, change) = amount;
            var raw = row[column];
            var cell = NumberText.Read(change is { Percent: true } ? raw.TrimEnd('%', '％') : raw);
            if (change is not null && cell.Kind is CellNumberKind.Blank or CellNumberKind.Dash)
            {
                continue;
            }

            var here = place.Cell(grid, at, column) with { Column = side.ColumnName(column), Start = column < row.Cells.Count ? row.Cells[column].Start : null, Length = raw.Length, Text = raw };
            if (cell.Kind is CellNumberKind.Words)
            {
                context.Fail(raw, here, "金额栏中不是数字", "a money column holds words");
                continue;
            }

            if (meaning is null || columnProblem is not null)
            {
                if (cell.Kind == CellNumberKind.Number)
                {
                    context.Fail(raw, here, problem?.Chinese ?? columnProblem!.Chinese, problem?.English ?? columnProblem!.English);
                }

                continue;
            }

            var point = _subject.Place(_labels.TryGetValue(number, out var tree) ? tree.Whole(meaning, columnPoint) : columnPoint, meaning);
            if (point[context.Measure] is null)
            {
                if (cell.Kind == CellNumberKind.Number)
                {
                    context.Fail(raw, here, "表名、栏目和行都没有说明是收入还是支出", "title, column and row do not say what is measured");
                }

                continue;
            }

            _cells.Add(new BoundCell(index, amount, number, point, cell, raw, here));
        }
    }

    private (Meaning? Meaning, Reason? Problem) Meaning(SideColumns side, int number, string code, string label, string project)
    {
        var everything = context.Space.Everything;
        if (side.Project is not null)
        {
            return project.Length == 0 ? (null, new Reason("该行没有项目名称", "the row has no project")) : (new Meaning(everything.With(context.Space.Member("project", project)!), everything, false, true, ""), null);
        }

        if (code.Length > 0)
        {
            return context.Space.Member(side.CodeDimension(form, code), code) is { } member
                ? (new Meaning(Implied(everything.With(member), code), everything, false, true, ""), null)
                : (null, new Reason($"“{code}”不是科目编码", $"'{code}' is no code"));
        }

        if (label.Length == 0)
        {
            return side.Codes.Count + side.Labels.Count == 0 ? (new Meaning(everything, everything, false, false, ""), null) : (null, new Reason("该行没有名称", "the row has no name"));
        }

        return (_labels[number].Read(label), null);
    }

    // A total that stands first names all resources where money carried in is among the lines below it.
    private bool CarriesBelow(Grid grid, int at, SideColumns side) => Carries(grid, at + 1, side) || _later.Any(g => Carries(g, 0, side));

    private bool Carries(Grid grid, int from, SideColumns side) => Enumerable.Range(from, grid.Rows.Count - from).Any(r =>
        side.Labels.Any(c => c < grid.Width && grid.Text(r, c) is { Length: > 0 } text && _subject.Read(Fold.Label(text)).Point[context.Measure]?.Key is "carried-in" or "carried-out" or "surplus-used")
        && side.Amounts.Any(a => a.Column < grid.Width && NumberText.Read(grid.Text(r, a.Column)) is { Kind: CellNumberKind.Number, Value: not 0 }));

    // A form may say what its codes imply: 301 and 303 are personnel costs where the table closes them under 人员经费合计.
    private Point Implied(Point point, string code) =>
        form?.Implied.FirstOrDefault(i => code.StartsWith(i.Code, StringComparison.Ordinal)) is { } implied ? point.Narrow(implied.Point) : point;

    // Numbers to the right of the last column that has a header belong nowhere.
    private void Overflow(GridRow row)
    {
        for (var c = _header!.Columns.Count; c < row.Cells.Count; c++)
        {
            if (NumberText.Read(row[c]).Kind == CellNumberKind.Number)
            {
                context.Fail(row[c], context.Source.At(row, table).In(row.Cells[c]) with { Text = row[c] }, "该格不在任何栏目之下", "the cell stands under no column");
            }
        }
    }

    [GeneratedRegex(@"^(\d{3}(?:\d{2}){0,2})[-_. ]?(\D.*)$")]
    private static partial Regex Glued();

    private Statement Statement(BoundCell cell, int precision)
    {
        var blank = cell.Number.Kind != CellNumberKind.Number;
        var id = string.Create(CultureInfo.InvariantCulture, $"t{ordinal}.r{cell.Row + 1}.c{cell.Column.Column + 1}");
        var amount = new Amount(cell.Number.Value, unit ?? context.NarrativeUnit, cell.Number.Digits).WithPrecision(precision);
        return cell.Column.Change is { } change ? change.Statement(id, cell.Point, cell.Place, cell.Raw, amount) : new AmountStatement
        {
            Id = id,
            Point = cell.Point,
            Place = cell.Place,
            Raw = cell.Raw,
            Amount = blank ? null : amount,
            Blank = blank,
        };
    }
}
