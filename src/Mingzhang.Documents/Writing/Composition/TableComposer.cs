using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>表的构成：a form filled from the draft: asks the cube for the point of each cell, which title, row and column decide by the same lexicon that reads them.</summary>
internal sealed class TableComposer(Library library, FormBook book, BookPrint print, Draft draft)
{
    private readonly PrintedWords _words = new(draft);

    public ComposedTable Table(Form form)
    {
        var title = _words.Fill(Title(form));
        var dated = form.Title.Contains("{Y}", StringComparison.Ordinal);
        var unit = form.Unit ?? book.Unit;
        var table = form.Layout switch
        {
            FormLayout.Objective => ObjectiveComposer.Objective(form, draft, _words),
            FormLayout.Projects => ObjectiveComposer.Projects(form, draft, _words),
            _ => Money(form, unit),
        };
        var money = form.Layout != FormLayout.Objective || form.At is not null;
        return table with
        {
            Number = print.Number.Replace("{n}", form.Number, StringComparison.Ordinal),
            Title = print.Names && !dated ? draft.Entity + title : title,
            EntityLine = _words.Fill(print.Entity),
            UnitLine = money ? print.Unit.Replace("{U}", unit.Name, StringComparison.Ordinal) : "",
            Unit = unit,
            Notes = Empty(form, table) && form.Nil is { } nil ? [_words.Fill(nil)] : [],
        };
    }

    // A unit's form bears the alias that speaks of the unit, so that it is read as the same form.
    private string Title(Form form) => draft.Scope == DocumentScope.Unit && !form.Title.Contains('{', StringComparison.Ordinal)
        && form.Aliases.FirstOrDefault(a => a == _words.Scoped(form.Title)) is { } alias ? alias : form.Title;

    private bool Empty(Form form, ComposedTable table) => form.Layout switch
    {
        FormLayout.Objective => form.At is not null || !draft.Performance.Any(p => p.Whole),
        FormLayout.Projects => !draft.Performance.Any(p => !p.Whole),
        _ => !table.Rows.Any(r => r.Cells.Any(c => c.Yuan is not null)),
    };

    private ComposedTable Money(Form form, MoneyUnit unit)
    {
        var groups = Groups(form);
        IReadOnlyList<FormColumn> columns = [.. Enumerable.Repeat(form.Columns, groups.Count).SelectMany(c => c)];
        var leaves = columns.SelectMany(c => c.Leaves([])).ToList();
        var at = Start(form);
        var filling = new CellFilling(library, draft, unit, _words);
        var lines = new FormLines(library, draft, _words);
        var rows = form.Layout switch
        {
            FormLayout.Sides => Sides(form, leaves, at, filling, lines),
            FormLayout.Single => [new ComposedRow([.. leaves.Select(l => filling.Cell(l, FormLine.None, filling.Column(at, l.Path)))], false)],
            _ when groups.Count > 1 => Beside(form, groups, at, filling, lines),
            _ => [.. lines.Of(form, form.Rows, at).Select(line => Row([.. leaves.Select(l => filling.Cell(l, line, filling.Column(at, l.Path)))], line.Total))],
        };
        return new ComposedTable
        {
            Number = "",
            Title = "",
            Form = form.Key,
            EntityLine = "",
            UnitLine = "",
            Unit = unit,
            Columns = [.. leaves.Select(l => CellFilling.Kind(l.Leaf))],
            Header = HeaderCells.Of(columns, _words),
            Rows = rows,
            Notes = [],
        };
    }

    // 人员经费合计 and 公用经费合计 stand beside each other, each below its own codes.
    private List<FormRow> Groups(Form form)
    {
        List<FormRow> totals = [.. form.Rows.Where(r => r.Codes is null)];
        return form.Layout == FormLayout.Codes && totals.Count > 1 && totals.TrueForAll(r => library.Lexicon.Read(r.Label).Any) ? totals : [new FormRow("", "", null, [], [])];
    }

    private List<ComposedRow> Beside(Form form, List<FormRow> groups, Point at, CellFilling filling, FormLines lines)
    {
        var leaves = form.Columns.SelectMany(c => c.Leaves([])).ToList();
        var all = lines.Of(form, form.Rows, at).ToList();
        var sides = groups.ConvertAll(g => new Side(leaves, [.. all.Where(l => library.Lexicon.Read(g.Label).Point.Contains(at.Narrow(l.At!)))]));
        Level(sides);
        return Rows(sides, at, filling);
    }

    private static List<ComposedRow> Rows(List<Side> sides, Point at, CellFilling filling) =>
        [.. Enumerable.Range(0, sides[0].Lines.Count).Select(i => Row([.. sides.SelectMany(s => s.Columns.Select(c => filling.Cell(c, s.Lines[i], filling.Column(at, c.Path))))], sides.TrueForAll(s => s.Lines[i].Total)))];

    private static ComposedRow Row(IReadOnlyList<ComposedCell> cells, bool total) => new(cells, total);

    private static List<ComposedRow> Sides(Form form, List<FormLeaf> leaves, Point at, CellFilling filling, FormLines lines)
    {
        var sides = leaves.GroupBy(l => l.Path[0]).Select(g => new Side([.. g],
            lines.Of(form, [.. form.Rows.Where(r => g.Key.Contains(r.Side, StringComparison.Ordinal))], at.Narrow(filling.Meaning(g.Key).Point)).ToList())).ToList();
        Level(sides);
        return Rows(sides, at, filling);
    }

    // Totals of both sides stand in one line: the lines from one total to the next take as much room on both.
    private static void Level(List<Side> sides)
    {
        var parts = sides.ConvertAll(s => Parts(s.Lines));
        var count = parts.TrueForAll(p => p.Count == parts[0].Count) ? parts[0].Count : 1;
        for (var i = 0; i < sides.Count; i++)
        {
            sides[i].Lines.Clear();
            for (var n = 0; n < count; n++)
            {
                List<FormLine> own = count == 1 ? [.. parts[i].SelectMany(p => p)] : parts[i][n];
                var height = count == 1 ? parts.Max(p => p.Sum(x => x.Count)) : parts.Max(p => p[n].Count);
                sides[i].Lines.AddRange(own);
                sides[i].Lines.AddRange(Enumerable.Repeat(FormLine.Blank, height - own.Count));
            }
        }
    }

    private static List<List<FormLine>> Parts(List<FormLine> lines)
    {
        var parts = new List<List<FormLine>> { new() };
        foreach (var line in lines)
        {
            if (line.Total)
            {
                parts.Add([]);
            }

            parts[^1].Add(line);
        }

        return parts;
    }

    private Point Start(Form form)
    {
        var meaning = library.Lexicon.Read(form.Title.Replace("{Y}", draft.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var point = draft.Start(library.Space).Narrow(meaning.Point);
        point = meaning.Else.Members.Where(m => point[m.Dimension] is null).Aggregate(point, (p, m) => p.With(m));

        // What the form says of its measure, or by a union, counts before the words of the title, as in reading.
        return (form.At?.Members ?? []).Aggregate(point, (p, m) => m.Union.Count > 0 || m.Dimension.Key == "measure" ? p.With(m) : p.Narrow(library.Space.Everything.With(m)));
    }

    private sealed record Side(IReadOnlyList<FormLeaf> Columns, List<FormLine> Lines);
}
