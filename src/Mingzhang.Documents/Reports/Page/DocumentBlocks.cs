using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports.Page;

/// <summary>正文各块，按原文次序：passages and tables of a disclosure, each with the findings that point into it, so that a page can show the document
/// beside its report.</summary>
internal sealed class DocumentBlocks
{
    private readonly List<DocumentBlock> _blocks = [];
    private readonly List<int> _orders = [];
    private readonly Dictionary<int, List<Mark>> _marks = [];

    public DocumentBlocks(Report report)
    {
        var disclosure = report.Disclosure;
        _blocks.AddRange(disclosure.Passages.Select(p => new DocumentBlock(p.Place.Order ?? 0, p, null)));
        _blocks.AddRange(disclosure.Tables.Select(t => new DocumentBlock(t.Place.Order ?? (t.Rows.Count > 0 ? t.Rows[0].Place.Order : null) ?? 0, null, t)));
        var sorted = _blocks.Select((b, i) => (b, i)).OrderBy(x => x.b.Order).ThenBy(x => x.b.Table is not null).ThenBy(x => x.i).Select(x => x.b).ToList();
        (_blocks, _orders) = (sorted, sorted.ConvertAll(b => b.Order));
        foreach (var finding in report.Findings)
        {
            foreach (var place in finding.Places.Where(p => p.Order is not null && !p.ByFile))
            {
                var at = Block(place);
                if (at >= 0)
                {
                    Marks(at).Add(new Mark(finding, place));
                }
            }
        }
    }

    /// <summary>各块及其所涉问题。</summary>
    public IEnumerable<MarkedBlock> All => _blocks.Select((b, i) => new MarkedBlock(i, b, _marks.GetValueOrDefault(i) ?? []));

    /// <summary>某处所在的块; -1 where the document shows none.</summary>
    public int Block(Place place)
    {
        if (place.Table is not null)
        {
            var table = _blocks.FindLastIndex(b => b.Table is { } t && (t.Name == place.Table || t.Title == place.Table || t.Number == place.Table) && b.Order <= place.Order);
            if (table >= 0)
            {
                return table;
            }
        }

        var found = _orders.BinarySearch(place.Order!.Value);
        found = found >= 0 ? found : ~found - 1;
        while (found > 0 && _orders[found - 1] == place.Order)
        {
            found--;
        }

        return found;
    }

    private List<Mark> Marks(int block)
    {
        if (!_marks.TryGetValue(block, out var list))
        {
            _marks[block] = list = [];
        }

        return list;
    }
}

/// <summary>一块：a passage or a table.</summary>
internal sealed record DocumentBlock(int Order, Passage? Passage, Table? Table);

/// <summary>一块及其所涉问题。</summary>
internal sealed record MarkedBlock(int Index, DocumentBlock Block, IReadOnlyList<Mark> Marks);

/// <summary>标记：a finding at a place.</summary>
internal sealed record Mark(Finding Finding, Place Place);
