using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>分级指标行：the rows under 一级指标、二级指标、三级指标. Names of groups go on over the rows that they span.</summary>
internal sealed partial class IndicatorRows(Source source, string table, Lexicon lexicon)
{
    private readonly List<Indicator> _indicators = [];
    private readonly List<(SheetColumn Column, string Text)> _levels = [];
    private SheetHeader? _header;
    private Grid? _grid;
    private List<List<SheetColumn>> _groups = [];

    public IReadOnlyList<Indicator> Indicators => _indicators;

    /// <summary>是否有没有读到的行。</summary>
    public bool Unread { get; private set; }

    /// <summary>开始一组指标; the same header after a page turn goes on with the one before. What is meant beyond the year (中期指标) is left out:
    /// the form prints the year's indicators beside it or below it.</summary>
    public void Begin(SheetHeader header, Grid grid, Func<SheetColumn, bool, bool> midterm)
    {
        (_header, _grid) = (header, grid);
        _levels.Clear();
        var groups = Groups(header).ToList();
        _groups = groups.FindAll(g => !midterm(g[0], groups.Count > 1));
    }

    /// <summary>清空: a new object begins.</summary>
    public void Clear()
    {
        _indicators.Clear();
        (_header, _grid, Unread) = (null, null, false);
    }

    /// <summary>满分、得分两栏在一行中的文字（总分行）。</summary>
    public (string Weight, string Score) Marks(GridRow row) => _groups.Count == 0 ? ("", "") : (Text(row, _groups[^1], ColumnKind.Weight), Text(row, _groups[^1], ColumnKind.Score));

    public void Read(Grid grid, GridRow row, string owner)
    {
        if (!ReferenceEquals(grid, _grid))
        {
            if (_header?.In(grid) is not { } moved)
            {
                Unread = true;
                return;
            }

            _grid = grid;
            if (!ReferenceEquals(moved, _header))
            {
                var kept = _groups.ConvertAll(g => g.ConvertAll(c => moved.Columns.FirstOrDefault(m => m.Box == c.Box && m.Label == c.Label)).FindAll(c => c is not null));
                (_header, _groups) = (moved, kept.ConvertAll(g => g.ConvertAll(c => c!)));
                _levels.Clear();
            }
        }

        foreach (var group in _groups)
        {
            Read(row, group, owner);
        }
    }

    private void Read(GridRow row, List<SheetColumn> group, string owner)
    {
        var own = "";
        foreach (var level in group.Where(c => c.Kind == ColumnKind.Level))
        {
            var text = Fold.Label(SheetCells.Within(row, level.From, level.To));
            if (text.Length > 0)
            {
                _levels.RemoveAll(l => l.Column.From >= level.From && l.Column.From <= group[^1].To);
                _levels.Add((level, text));
                own = text;
            }
        }

        var value = Text(row, group, ColumnKind.Value);
        var weight = Blank(Text(row, group, ColumnKind.Weight));
        var actual = Text(row, group, ColumnKind.Actual);
        var score = Blank(Text(row, group, ColumnKind.Score));
        var name = Ordinal().Replace(Fold.Label(Text(row, group, ColumnKind.Indicator)), "");
        var promises = value.Length + weight.Length + actual.Length + score.Length > 0;
        if (name.Trim('…', '.').Length == 0)
        {
            // A group without indicators below it, or one whose second level is the indicator.
            name = promises && value.Length + weight.Length > 0 ? own : "";
        }

        if (lexicon.Labels.GetValueOrDefault(name.Length > 0 ? name : own) == SheetLabel.Subtotal)
        {
            return;
        }

        if (name.Length == 0)
        {
            Unread |= weight.Length > 0;
            return;
        }

        // A row that the page turn cut in two says its rest on the next page.
        if (_indicators.Count > 0 && _indicators[^1] is var before && before.Place.Page != row.Page && !promises && own.Length == 0)
        {
            _indicators[^1] = before with { Name = before.Name + name, Place = before.Place with { Row = before.Place.Row + name } };
            return;
        }

        var place = source.At(row, table) with { Row = owner.Length > 0 ? owner + " / " + name : name };
        var (nature, number, unit) = IndicatorValue.Read(value);
        var printedNature = Fold.Label(Text(row, group, ColumnKind.Nature));
        var printedUnit = Fold.Label(Text(row, group, ColumnKind.Unit));
        var core = Fold.Label(Text(row, group, ColumnKind.Core));
        var scored = group.Exists(c => c.Kind == ColumnKind.Score);
        _indicators.Add(new Indicator
        {
            Name = name,
            Nature = printedNature.Length > 0 ? printedNature : nature,
            Value = value,
            Number = number,
            Unit = printedUnit.Length > 0 ? printedUnit : unit,
            WeightText = weight,
            Weight = Points.Read(weight, place).Value,
            Core = core is "是" or "否" ? core == "是" : null,
            Levels = [.. _levels.Where(l => group.Contains(l.Column)).Select(l => l.Text)],
            Actual = actual,
            Score = scored ? Points.Read(score, place) : null,
            Place = place,
        });
    }

    // Where a form sets two of one kind (weights of groups and of indicators), the one behind the name counts.
    private static string Text(GridRow row, List<SheetColumn> group, ColumnKind kind)
    {
        var name = group.FindIndex(c => c.Kind == ColumnKind.Indicator);
        var column = group.Where((c, i) => c.Kind == kind && i >= name).FirstOrDefault() ?? group.Find(c => c.Kind == kind);
        return column is null ? "" : SheetCells.Within(row, column.From, column.To).Trim();
    }

    private static string Blank(string text) => NumberText.Read(text).Kind == CellNumberKind.Dash ? "" : text;

    // Two groups side by side: names begin again behind values.
    private static IEnumerable<List<SheetColumn>> Groups(SheetHeader header)
    {
        var group = new List<SheetColumn>();
        var valued = false;
        foreach (var column in header.Columns.Where(c => c.Kind != ColumnKind.Amount))
        {
            if (valued && column.Kind is ColumnKind.Level or ColumnKind.Indicator && group.Exists(c => c.Kind == ColumnKind.Indicator))
            {
                yield return group;
                (group, valued) = ([], false);
            }

            group.Add(column);
            valued |= column.Kind == ColumnKind.Value;
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    // 指标1：修缮展厅数量.
    [GeneratedRegex(@"^指标\d{1,2}(?:[::.、]|$)")]
    private static partial Regex Ordinal();
}
