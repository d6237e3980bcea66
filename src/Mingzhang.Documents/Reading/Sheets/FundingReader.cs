using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>项目资金的阅读：lines of money, under columns of their own or as pairs of label and amount.</summary>
internal sealed class FundingReader(ReadingContext context, string table, FundingWords words, MoneyUnit? unit)
{
    private readonly List<PendingLine> _lines = [];
    private readonly Dictionary<int, (int Block, bool Lifetime, Point Phase)> _heads = [];
    private List<SheetColumn> _columns = [];
    private int _block;

    public IReadOnlyList<PendingLine> Lines => _lines;

    /// <summary>金额单位: the last one that was named.</summary>
    public MoneyUnit? Unit { get; private set; } = unit;

    /// <summary>先称的金额单位: that of the table.</summary>
    public MoneyUnit? First { get; private set; } = unit;

    /// <summary>记下所称的单位。</summary>
    public void Name(MoneyUnit? named)
    {
        Unit = named ?? Unit;
        First ??= Unit;
    }

    public void Clear()
    {
        _lines.Clear();
        _heads.Clear();
        _columns = [];
    }

    /// <summary>资金栏目: two phases, or one beside its rate or its score.</summary>
    public bool Header(IReadOnlyList<SheetCell> cells)
    {
        var columns = new List<SheetColumn>();
        var beside = 0;
        foreach (var cell in cells)
        {
            var kind = context.Library.Lexicon.Kind(cell.Label);
            var rate = words.Kind(cell.Label) == SheetLabel.Rate;
            if (rate || kind is ColumnKind.Weight or ColumnKind.Score)
            {
                beside++;
                columns.Add(new SheetColumn(rate ? ColumnKind.Value : kind, cell.Label, cell.From, cell.To, cell.Box));
            }
            else if (words.Kind(cell.Label) is null && words.Phase(cell.Label) is not null)
            {
                columns.Add(new SheetColumn(ColumnKind.Amount, cell.Label, cell.From, cell.To, cell.Box));
            }
        }

        var phases = columns.Count(c => c.Kind == ColumnKind.Amount);
        if (phases == 0 || phases + beside < 2 || cells.Any(c => FundingWords.Amount(c.Text).Number.Kind == CellNumberKind.Number))
        {
            return false;
        }

        _columns = columns;
        _block++;
        return true;
    }

    /// <summary>栏目之下的一行; false where the row is none of money.</summary>
    public bool Line(GridRow row, IReadOnlyList<SheetCell> cells, int index)
    {
        // 年度预算数 may stand over the names of the lines.
        if (_columns.FindIndex(c => c.Kind == ColumnKind.Amount) is var first && _columns.Count(c => c.Kind == ColumnKind.Amount) > 1
            && NumberText.Read(Text(row, _columns[first])).Kind == CellNumberKind.Words)
        {
            _columns.RemoveAt(first);
        }

        var from = _columns.Where(c => c.Kind == ColumnKind.Amount).Min(c => c.From);
        var label = cells.LastOrDefault(c => c.From < from && words.Money(c.Label) && words.Kind(c.Label) != SheetLabel.Funds);
        if (label is null || label.Label.Length == 0 || cells.Any(c => !words.Money(c.Label)))
        {
            return false;
        }

        var line = Begin(label.Label, _block, words.Kind(label.Label) == SheetLabel.Lifetime);
        var place = context.Source.At(row, table);
        foreach (var column in _columns)
        {
            var text = Text(row, column);
            var cell = column.From < row.Cells.Count && row.Cells[column.From] is { Address: not null } own ? place.In(own) : place;
            var at = cell with { Row = label.Label, Column = column.Label, Text = text, Length = text.Length };
            switch (column.Kind)
            {
                case ColumnKind.Amount when NumberText.Read(text).Kind == CellNumberKind.Words && FundingWords.Amount(text).Unit is null:
                    context.Fail(text, at, "金额栏中不是数字", "a money column holds words");
                    break;
                case ColumnKind.Amount:
                    var (number, unit) = FundingWords.Amount(text);
                    line.Cells.Add(new FundingCell(index, column.From, column.Label, words.Phase(column.Label)!, number, unit ?? Unit, text, at));
                    break;
                case ColumnKind.Value:
                    line.Rate = Points.Read(text, at);
                    break;
                case ColumnKind.Weight:
                    line.Weight = Points.Read(text, at);
                    break;
                default:
                    line.Score = Points.Read(text, at);
                    break;
            }
        }

        return true;
    }

    /// <summary>名称与金额相间的一行; false where there is no money in it. Only beside 项目资金 is a number money whose words are not known.</summary>
    public bool Pairs(GridRow row, IReadOnlyList<SheetCell> cells, int index, bool funds)
    {
        var found = false;
        for (var i = 0; i < cells.Count; i++)
        {
            var (label, text, at) = FundingWords.Inline(cells[i].Text) is var (inside, amount) ? (inside, amount, cells[i]) : i + 1 < cells.Count ? (cells[i].Label, cells[i + 1].Text, cells[i + 1]) : ("", "", cells[i]);
            var (number, unit) = FundingWords.Amount(text);
            var kind = words.Kind(label);
            if (label.Length == 0 || number.Kind != CellNumberKind.Number || !words.Money(label) || (kind == SheetLabel.Total && !funds))
            {
                continue;
            }

            if (words.Source(label) is var (coordinates, said) && (said || (funds && coordinates is null && !label.Any(char.IsAsciiDigit))))
            {
                var (block, lifetime, phase) = Head(label, cells[i].From, coordinates);
                var line = Begin(label, block, lifetime);
                var place = context.Source.At(row, table).In(row.Cells[at.From]) with { Row = label, Text = at.Text, Length = at.Text.Length };
                line.Cells.Add(new FundingCell(index, at.From, "", phase, number, unit ?? Unit, text, place));
                found = true;
                i += ReferenceEquals(at, cells[i]) ? 0 : 1;
            }
        }

        return found;
    }

    // A total begins a group of lines in its own column: 项目资金总额 and 年度资金总额, 预算数 and 执行数 may stand side by side, each over its sources.
    private (int Block, bool Lifetime, Point Phase) Head(string label, int column, Point? coordinates)
    {
        if (words.Kind(label) == SheetLabel.Lifetime || coordinates is { } c && !FundingWords.Narrows(c))
        {
            return _heads[column] = (++_block, words.Kind(label) == SheetLabel.Lifetime, coordinates ?? context.Space.Everything);
        }

        var above = _heads.Keys.Where(k => k <= column).DefaultIfEmpty(-1).Max();
        return above >= 0 ? _heads[above] : _heads[column] = (++_block, false, context.Space.Everything);
    }

    private PendingLine Begin(string label, int block, bool lifetime)
    {
        var (coordinates, _) = words.Source(label);
        var line = new PendingLine { Label = label, Block = block, Coordinates = coordinates, Total = !lifetime && coordinates is { } c && !FundingWords.Narrows(c), Lifetime = lifetime };
        _lines.Add(line);
        return line;
    }

    private static string Text(GridRow row, SheetColumn column) => SheetCells.Within(row, column.From, column.To).Trim();
}
