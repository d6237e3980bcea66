using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing;

/// <summary>表式的书写：asks the cube for the point of each cell, which title, row and column decide by the same lexicon that reads them.</summary>
internal sealed class FormPrinter(Library library, Draft draft)
{
    public IReadOnlyList<string[]> Rows(Form form)
    {
        var leaves = form.Columns.SelectMany(c => c.Leaves([])).ToList();
        var at = Start(form);
        return form.Layout switch
        {
            FormLayout.Sides => Sides(form, leaves, at),
            FormLayout.Single => [[.. leaves.Select(l => Cell(Column(at, l.Path)))]],
            _ => [.. Lines(form.Rows, at).Select(line => leaves.Select(l => Fill(l.Leaf, line, Column(at, l.Path))).ToArray())],
        };
    }

    /// <summary>栏目各行: a group stands over its first column, the others are left blank.</summary>
    public IReadOnlyList<string[]> Header(Form form)
    {
        var leaves = form.Columns.SelectMany(c => c.Leaves([])).ToList();
        var depth = leaves.Max(l => l.Path.Count);
        var rows = Enumerable.Range(0, depth).Select(_ => new string[leaves.Count]).ToList();
        for (var c = 0; c < leaves.Count; c++)
        {
            for (var r = 0; r < depth; r++)
            {
                var path = leaves[c].Path;
                var repeats = c > 0 && r < path.Count - 1 && leaves[c - 1].Path.Take(r + 1).SequenceEqual(path.Take(r + 1));
                rows[r][c] = r < path.Count && !repeats ? Year(path[r]) : "";
            }
        }

        return rows;
    }

    private List<string[]> Sides(Form form, List<FormLeaf> leaves, Point at)
    {
        var sides = leaves.GroupBy(l => l.Path[0]).Select(g => new { Columns = g.ToList(), Lines = Lines([.. form.Rows.Where(r => g.Key.Contains(r.Side, StringComparison.Ordinal))], at.Narrow(library.Lexicon.Read(Year(g.Key)).Point)).ToList() }).ToList();
        var rows = new List<string[]>();
        var height = sides.Max(s => s.Lines.Count);
        foreach (var lines in sides.Select(s => s.Lines).Where(l => l[^1].Label.EndsWith("合计", StringComparison.Ordinal)))
        {
            // Totals of both sides stand in one line, the last.
            lines.InsertRange(lines.Count - 1, Enumerable.Repeat(new Line("", "", library.Space.Everything), height - lines.Count));
        }

        for (var i = 0; i < height; i++)
        {
            var index = i;
            rows.Add([.. sides.SelectMany(s => s.Columns.Select(c => index < s.Lines.Count && s.Lines[index].Code.Length + s.Lines[index].Label.Length > 0 ? Fill(c.Leaf, s.Lines[index], Column(at, c.Path)) : ""))]);
        }

        return rows;
    }

    private IEnumerable<Line> Lines(IReadOnlyList<FormRow> rows, Point at)
    {
        foreach (var row in rows)
        {
            if (row.Codes is { } classification)
            {
                var dimension = classification == "functions" ? "function" : "economic";
                foreach (var code in draft.Cube.Codes(dimension, row.Lengths, at))
                {
                    yield return new Line(code, library.Catalogues[classification].Find(code, draft.Year)?.Name ?? "", library.Space.Everything.With(library.Space.Member(dimension, code)!));
                }

                continue;
            }

            var meaning = library.Lexicon.Read(row.Label);
            yield return new Line("", row.Label, meaning.Point);
            foreach (var below in Lines(row.Children, at.Narrow(meaning.Point)))
            {
                yield return below with { At = meaning.Point.Narrow(below.At) };
            }
        }
    }

    private string Fill(FormColumn column, Line line, Point at)
    {
        if (column.Kind != ColumnKind.Amount)
        {
            return column.Kind == ColumnKind.Code ? line.Code : line.Label;
        }

        var point = at.Narrow(line.At);
        return Cell(line.At.Members.FirstOrDefault(m => m.Dimension.Key == "measure") is { } measure ? point.With(measure) : point);
    }

    private string Cell(Point point) => draft.Cube.At(point) is { } yuan ? (yuan / 10_000m).ToString("N2", CultureInfo.InvariantCulture) : "";

    private Point Start(Form form)
    {
        var point = library.Space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={draft.Year} phase=budget entity=department"), out _)!;
        var meaning = library.Lexicon.Read(Year(form.Title));
        point = point.Narrow(meaning.Point).Narrow(meaning.Else);
        return form.At is { } at ? point.Narrow(at) : point;
    }

    private Point Column(Point at, IReadOnlyList<string> path) => path.Aggregate(at, (p, label) => p.Narrow(library.Lexicon.Read(Year(label)).Point));

    private string Year(string text) => text.Replace("{Y}", draft.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private sealed record Line(string Code, string Label, Point At);
}
