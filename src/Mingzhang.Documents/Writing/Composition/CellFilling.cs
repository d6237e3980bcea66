using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>格子的填写：code, name or the amount of the cell's point; columns of change subtract the base that their labels name.</summary>
internal sealed class CellFilling(Library library, Draft draft, MoneyUnit unit, PrintedWords words)
{
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);

    public static CellKind Kind(FormColumn column) => column.Kind switch
    {
        ColumnKind.Amount => CellKind.Amount,
        ColumnKind.Code => CellKind.Code,
        _ => CellKind.Name,
    };

    public Meaning Meaning(string label) => _meanings.TryGetValue(label, out var known) ? known : _meanings[label] = library.Lexicon.Read(words.Fill(label));

    public Point Column(Point at, IReadOnlyList<string> path) => path.Aggregate(at, (p, label) => Change(label) is null && !label.Contains('比', StringComparison.Ordinal) ? p.Narrow(Meaning(label).Point) : p);

    public ComposedCell Cell(FormLeaf leaf, FormLine line, Point at)
    {
        if (line.Empty)
        {
            return new ComposedCell("", Kind(leaf.Leaf));
        }

        if (leaf.Leaf.Kind == ColumnKind.Code)
        {
            return new ComposedCell(Code(leaf.Leaf.Label, line.Code), CellKind.Code);
        }

        if (leaf.Leaf.Kind != ColumnKind.Amount)
        {
            return new ComposedCell(line.Label, CellKind.Name);
        }

        var point = at;
        if (line.At is not null)
        {
            point = at.Narrow(line.At);
            point = line.At.Members.FirstOrDefault(m => m.Dimension.Key == "measure") is { } measure ? point.With(measure) : point;
        }

        var otherwise = leaf.Path.Aggregate(library.Space.Everything, (p, label) => p.Narrow(Meaning(label).Else));
        foreach (var member in otherwise.Members.Where(m => point[m.Dimension] is null))
        {
            point = point.With(member);
        }

        return Change(leaf.Leaf.Label) is { } percent ? Changed(leaf, point, percent) : Money(point, draft.Cube.Cell(point));
    }

    // 类, 款 and 项 in columns of their own hold their part of the code each.
    private static string Code(string label, string code) => label switch
    {
        "类" => code.Trim() is { Length: >= 3 } c ? c[..3] : code,
        "款" => code.Length >= 5 ? code[3..5] : "",
        "项" => code.Length >= 7 ? code[5..7] : "",
        _ => code,
    };

    private bool? Change(string label) => library.Wording.ChangeColumns.FirstOrDefault(w => Fold.Label(label) == w.Word)?.Percent;

    private ComposedCell Changed(FormLeaf leaf, Point point, bool percent)
    {
        var phase = leaf.Path.Any(l => l.Contains("执行数", StringComparison.Ordinal)) ? "executed" : "budget";
        var before = point.With(library.Space.Member("year", PrintedWords.Number(draft.Year - 1))!).With(library.Space.Member("phase", phase)!);
        var (now, last) = (draft.Cube.At(point), draft.Cube.At(before));
        if (now is null && last is null)
        {
            return new ComposedCell("", CellKind.Amount);
        }

        var change = (now ?? 0) - (last ?? 0);
        if (!percent)
        {
            return Money(point, change);
        }

        return last is null or 0 ? new ComposedCell("", CellKind.Amount)
            : new ComposedCell((change / last.Value * 100).ToString("0.00", CultureInfo.InvariantCulture), CellKind.Amount) { Percent = change / last.Value * 100 };
    }

    private ComposedCell Money(Point point, decimal? yuan) => yuan is { } amount
        ? new ComposedCell(Printed(amount), CellKind.Amount) { Point = point, Yuan = amount } : new ComposedCell("", CellKind.Amount) { Point = point };

    private string Printed(decimal yuan) => (yuan / unit.Factor).ToString("N2", CultureInfo.InvariantCulture);
}
