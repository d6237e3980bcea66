using Mingzhang.Budget;
using Mingzhang.Forms.Codes;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>分栏说明的坐标：in tables of procurement the earmark, the economic category and the thing bought stand in columns of their own, each
/// holding for the rows below it until the next.</summary>
internal sealed class Facets(ReadingContext context)
{
    private readonly Catalogue? _economics = context.Library.Catalogues.GetValueOrDefault("economic-department");
    private Member? _project;
    private Member? _economic;

    /// <summary>大类换行: what stood below the one before is over.</summary>
    public void Begin() => (_project, _economic) = (null, null);

    /// <summary>一行所加的坐标，连同其名称; null where the columns say nothing.</summary>
    public (Point Point, string Name)? Read(GridRow row, IReadOnlyList<FacetColumn> columns)
    {
        if (columns.Count == 0)
        {
            return null;
        }

        var names = new List<string>();
        Member? item = null;
        foreach (var (column, kind) in columns)
        {
            var text = Fold.Label(row[column]);
            if (text.Length == 0)
            {
                continue;
            }

            names.Add(text);
            switch (kind)
            {
                case ColumnKind.Earmark:
                    (_project, _economic) = (context.Space.Member("project", text), Economic(text, 3));
                    break;
                case ColumnKind.Category:
                    _economic = Economic(text, 5) ?? Economic(text, 3) ?? _economic;
                    break;
                default:
                    item = context.Space.Member("item", text);
                    break;
            }
        }

        if (names.Count == 0)
        {
            return null;
        }

        var point = context.Space.Everything;
        foreach (var member in new[] { _project, _economic, item }.OfType<Member>())
        {
            point = point.With(member);
        }

        return (point, string.Join(' ', names));
    }

    // 309 repeats the names of 310 for capital spending out of the planning commission's money: rare, so the other is meant.
    private Member? Economic(string name, int length) =>
        _economics?.ByName(name, context.Identity.Year ?? 0, length).Concat(_economics.ByName(name, length)).OrderBy(e => e.Code.StartsWith("309", StringComparison.Ordinal)).FirstOrDefault() is { } entry ? context.Space.Member("economic", entry.Code) : null;
}

/// <summary>分栏说明：a column of words that adds coordinates.</summary>
internal sealed record FacetColumn(int Column, ColumnKind Kind);
