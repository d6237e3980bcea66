using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>绩效目标表的阅读：one objective a table: lines of label and value, then the indicators in columns.</summary>
internal sealed class ObjectiveReader(ReadingContext context, Form? form, string table, Point at, MoneyUnit? unit)
{
    private readonly List<TableRow> _rows = [];
    private readonly List<Indicator> _indicators = [];
    private readonly Subject _subject = new(context);
    private AmountStatement? _money;
    private string _name = "";
    private string _goal = "";
    private Place? _place;
    private IReadOnlyList<string> _columns = [];

    public (IReadOnlyList<string> Columns, List<TableRow> Rows) Read(IReadOnlyList<Grid> grids, int ordinal)
    {
        Header? header = null;
        foreach (var row in grids.SelectMany(g => g.Rows).Where(r => !r.Empty))
        {
            if (IndicatorHeader(row) is { } found)
            {
                header = found;
                _columns = found.Labels;
            }
            else if (header is not null && Fold.Label(row[0]).Length == 0)
            {
                if (ProjectRows.Indicator(row, header, table, _name, context.Source) is { } indicator)
                {
                    _indicators.Add(indicator);
                }
            }
            else
            {
                // A new project begins a new objective: what follows has no indicators' header yet.
                header = Pairs(row, ordinal) ? null : header;
                continue;
            }

            Keep(row, "");
        }

        Deliver();
        return (_columns, _rows);
    }

    private Header? IndicatorHeader(GridRow row) =>
        row.Cells.Any(c => context.Library.Lexicon.Kind(Fold.Label(c.Text)) == ColumnKind.Indicator)
            ? Header.Of(new Grid([row]), context.Library.Lexicon, null).Header : null;

    // Label and value alternate; a blank first cell means that the group of the row above goes on (当年预算: 市级支出, 补助区县).
    private bool Pairs(GridRow row, int ordinal)
    {
        var begins = false;
        var filled = row.Cells.Select((c, i) => (c.Text, Column: i)).Where(c => c.Text.Length > 0).ToList();
        var label = Fold.Label(filled[0].Text);
        var value = filled.Count > 1 ? filled[^1].Text : "";
        if (label.Contains("绩效目标", StringComparison.Ordinal))
        {
            _goal = ProjectRows.Words(value);
            _place = context.Source.At(row, table) with { Row = label };
        }
        else if (label is "项目名称" || label.Contains("名称", StringComparison.Ordinal))
        {
            Deliver();
            begins = true;
            _name = filled.Count > 1 && context.Library.Lexicon.Kind(Fold.Label(filled[1].Text)) == ColumnKind.Amount && Fold.Label(filled[1].Text) != "主管部门" ? Fold.Label(filled[1].Text) : "";
        }
        else if (Money(row, filled, ordinal) is { } statement)
        {
            _money = statement;
            Keep(row, label, statement);
            return false;
        }

        Keep(row, label);
        return begins;
    }

    private AmountStatement? Money(GridRow row, List<(string Text, int Column)> filled, int ordinal)
    {
        var (text, column) = filled[^1];
        var number = NumberText.Read(text);
        if (filled.Count < 2 || number.Kind != CellNumberKind.Number)
        {
            return null;
        }

        var label = filled[^2].Text;
        var place = context.Source.At(row, table).In(row.Cells[column]) with { Row = _name, Column = Fold.Label(label), Text = text };
        var meaning = _subject.Read(label);
        if (!meaning.Understood)
        {
            context.Fail(text, place, $"未读懂“{meaning.Residue}”", $"'{meaning.Residue}' is not understood");
            return null;
        }

        var point = _subject.Place(_name.Length > 0 ? at.With(context.Space.Member("project", _name)!) : at, meaning);
        var statement = new AmountStatement
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"t{ordinal}.r{_rows.Count + 1}.c{column + 1}"),
            Point = point,
            Place = place,
            Raw = text,
            Amount = new Amount(number.Value, unit ?? context.NarrativeUnit, number.Digits),
        };
        context.Add(statement);
        return statement;
    }

    private void Keep(GridRow row, string label, Statement? statement = null) => _rows.Add(new TableRow(
        "", label, context.Source.At(row, table) with { Row = label },
        [.. row.Cells.Select((c, i) => new TableCell(i, c.Text, statement is not null && i == row.Cells.Count - 1 ? statement : null))]));

    private void Deliver()
    {
        var whole = form?.Number == "十" || (form is null && _money is null);
        if (_goal.Length > 0 || _indicators.Count > 0)
        {
            context.Performance.Add(new PerformanceObject
            {
                Table = table,
                Name = _name,
                Whole = whole,
                Money = _money,
                Goal = _goal,
                Place = _place ?? new Place { File = context.Source.File, Table = table },
                Indicators = [.. _indicators],
            });
        }

        _indicators.Clear();
        (_goal, _money, _place) = ("", null, null);
    }
}
