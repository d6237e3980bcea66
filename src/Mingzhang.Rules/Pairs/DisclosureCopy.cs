using Mingzhang.Budget;

namespace Mingzhang.Rules.Pairs;

/// <summary>副本：a disclosure whose figures have a prefix before their ids and whose places name the file, so that it can stand beside another.</summary>
public static class DisclosureCopy
{
    // Far beyond the lines of any document, so that the order of the first is kept before it.
    private const int Later = 10_000_000;

    /// <summary>加上前缀的副本。</summary>
    public static Disclosure Of(Disclosure disclosure, string key)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        var copies = disclosure.Statements.ToDictionary(s => s.Id, s => s with { Id = key + s.Id, Place = At(s.Place) }, StringComparer.Ordinal);
        return disclosure with
        {
            Tables = [.. disclosure.Tables.Select(t => t with { Place = At(t.Place), Rows = [.. t.Rows.Select(Row)], Notes = [.. t.Notes.Select(Passage)] })],
            Performance = [.. disclosure.Performance.Select(p => p with { Place = At(p.Place), Indicators = [.. p.Indicators.Select(i => i with { Place = At(i.Place) })], Money = p.Money is { } money ? (AmountStatement)Copy(money) : null })],
            Statements = [.. disclosure.Statements.Select(s => copies[s.Id])],
            Listings = [.. disclosure.Listings.Select(l => l with { Items = [.. l.Items.Select(Copy)] })],
            Unbound = [.. disclosure.Unbound.Select(u => u with { Place = At(u.Place) })],
            Passages = [.. disclosure.Passages.Select(Passage)],
            ReadingFindings = [.. disclosure.ReadingFindings.Select(f => f with { Places = [.. f.Places.Select(At)] })],
        };

        Statement Copy(Statement statement) => copies.GetValueOrDefault(statement.Id) ?? statement with { Id = key + statement.Id, Place = At(statement.Place) };

        TableRow Row(TableRow row) => row with { Place = At(row.Place), Cells = [.. row.Cells.Select(c => c.Statement is { } statement ? c with { Statement = Copy(statement) } : c)] };
    }

    /// <summary>合为一份: the tables of a file of their own with the document that speaks of them.</summary>
    public static Disclosure Join(Disclosure main, Disclosure tables)
    {
        ArgumentNullException.ThrowIfNull(main);
        ArgumentNullException.ThrowIfNull(tables);
        var units = new[] { main, tables }.SelectMany(d => d.Tables).Select(t => t.Unit).OfType<MoneyUnit>().Distinct().ToList();
        var better = tables.Facts.BookConfidence > main.Facts.BookConfidence ? tables.Facts : main.Facts;
        return main with
        {
            Facts = main.Facts with { Book = better.Book, BookConfidence = better.BookConfidence, MoneyUnit = units.Count == 1 ? units[0] : null },
            Tables = [.. main.Tables, .. tables.Tables],
            Performance = [.. main.Performance, .. tables.Performance],
            Contact = main.Contact ?? tables.Contact,
            Statements = [.. main.Statements, .. tables.Statements],
            Listings = [.. main.Listings, .. tables.Listings],
            Unbound = [.. main.Unbound, .. tables.Unbound],
            Passages = [.. main.Passages, .. tables.Passages.Where(p => p.Place.Table is not null)],
            ReadingFindings = [.. main.ReadingFindings, .. tables.ReadingFindings],
        };
    }

    private static Passage Passage(Passage passage) => passage with { Place = At(passage.Place) };

    private static Place At(Place place) => place.ByFile ? place : place with { ByFile = true, Order = place.Order + Later };
}
