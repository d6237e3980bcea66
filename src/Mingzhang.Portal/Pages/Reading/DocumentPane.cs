using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Reading;

/// <summary>正文：paragraphs and tables in their order; each figure leads to its page, and each place of a finding back to it.</summary>
internal sealed class DocumentPane
{
    private const int MostRows = 4000;

    private readonly Visit _v;
    private readonly ArchivedDocument _document;
    private readonly List<Block> _blocks;
    private readonly List<int> _orders;
    private readonly ILookup<int, ArchivedStatement> _byOrder;
    private readonly Dictionary<int, List<Finding>> _found = [];

    public DocumentPane(Visit v, ArchivedDocument document, IReadOnlyList<ArchivedStatement> statements, IReadOnlyList<ArchivedFinding> findings, IReadOnlyList<ArchivedText> texts, IReadOnlyList<Table> tables)
    {
        (_v, _document) = (v, document);
        _byOrder = statements.Where(s => s.Statement.Place is { Order: not null, Table: null }).ToLookup(s => s.Statement.Place.Order!.Value);
        _blocks = [.. texts.Where(t => t.Kind is not "Project").Select(t => new Block(t.Place.Order ?? 0, t, null)).Concat(tables.Select(t => new Block(t.Place.Order ?? 0, null, t))).OrderBy(b => b.Order).ThenBy(b => b.Table is not null)];
        _orders = _blocks.ConvertAll(b => b.Order);
        foreach (var finding in findings)
        {
            foreach (var at in finding.Finding.Places.Select(At).OfType<int>().Distinct())
            {
                (_found.TryGetValue(at, out var list) ? list : _found[at] = []).Add(finding.Finding);
            }
        }
    }

    /// <summary>某处的锚; null where it is not shown.</summary>
    public string? Anchor(Place place) => At(place) is { } at ? "b" + at.ToString(CultureInfo.InvariantCulture) : null;

    public Markup Write() => Join(_blocks.Select((b, i) => b.Table is { } table ? Table(i, table) : Text(i, b.Text!)));

    private int? At(Place place)
    {
        if (place.Order is not { } order || place.ByFile || _blocks.Count == 0)
        {
            return null;
        }

        if (place.Table is { } name)
        {
            var table = _blocks.FindLastIndex(b => b.Table is { } t && (t.Name == name || t.Title == name || t.Number == name) && b.Order <= order);
            if (table >= 0)
            {
                return table;
            }
        }

        var found = _orders.BinarySearch(order);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }

    private Markup Text(int at, ArchivedText text)
    {
        // Searches know the line, not the block.
        var line = Html($"<span id=\"o{_orders[at]}\"></span>");
        var body = Linked(at, text);
        var tag = text.Kind switch { "Heading" => text.Level <= 1 ? "h2" : "h3", _ => "p" };
        return new Markup($"<{tag} id=\"b{at.ToString(CultureInfo.InvariantCulture)}\" class=\"{text.Kind.ToLowerInvariant()}{Tone(at)}\">{line.Value}{body.Value}{Back(at).Value}</{tag}>\n");
    }

    // The figures of the lines that belong to the paragraph, in order; one that stands inside another's words is taken once.
    private Markup Linked(int at, ArchivedText text)
    {
        var until = at + 1 < _orders.Count ? _orders[at + 1] : int.MaxValue;
        var last = Math.Min(until - 1, _orders[at] + text.Said.Count(c => c == '\n') + 200);
        var parts = new List<Markup>();
        var done = 0;
        for (var order = _orders[at]; order <= last; order++)
        {
            foreach (var statement in _byOrder[order].OrderBy(s => s.Statement.Place.Start ?? 0))
            {
                var start = statement.Statement.Raw.Length == 0 ? -1 : text.Said.IndexOf(statement.Statement.Raw, done, StringComparison.Ordinal);
                if (start >= 0)
                {
                    parts.Add(Html($"{text.Said[done..start]}<a class=\"fig\" href=\"{Money.Address(_v, _document, statement.Statement.Id)}\">{statement.Statement.Raw}</a>"));
                    done = start + statement.Statement.Raw.Length;
                }
            }
        }

        parts.Add(Html($"{text.Said[done..]}"));
        return Join(parts);
    }

    private Markup Table(int at, Table table) => Html($"""
        <div class="scroll" role="region" tabindex="0" aria-label="{table.Name}"><table id="b{at}" class="printed{Tone(at)}"><caption>{string.Join(' ', new[] { table.Number, table.Title }.Where(t => t.Length > 0))}{Back(at)}{When(table.Unit is not null, () => Html($" <small>{_v.Say("unit.of", table.Unit!.Name)}</small>"))}</caption>
        <thead><tr>{table.Columns.Select(c => Html($"<th scope=\"col\">{c}</th>"))}</tr></thead><tbody>
        {table.Rows.Take(MostRows).Select(r => Html($"<tr>{Enumerable.Range(0, table.Columns.Count).Select(c => Cell(r.Cells.FirstOrDefault(x => x.Column == c)))}</tr>\n"))}</tbody></table></div>{table.Notes.Select(n => Html($"<p class=\"note\">{n.Text}</p>"))}

        """);

    private Markup Cell(TableCell? cell) => cell?.Statement is { } statement && cell.Raw.Length > 0 ? Html($"<td class=\"n\"><a class=\"fig\" href=\"{Money.Address(_v, _document, statement.Id)}\">{cell.Raw}</a></td>") : Html($"<td>{cell?.Raw}</td>");

    private string Tone(int at) => _found.TryGetValue(at, out var list) ? " at-" + FindingList.Tone(list.Max(f => f.Severity)) : "";

    private Markup Back(int at) => _found.TryGetValue(at, out var list)
        ? Join(list.DistinctBy(f => f.Id).Select(f => Html($" <a class=\"back {FindingList.Tone(f.Severity)}\" href=\"#f-{f.Id}\" title=\"{_v.Say(f.Message)}\">{f.Rule}</a>"))) : Empty;

    private sealed record Block(int Order, ArchivedText? Text, Table? Table);
}
