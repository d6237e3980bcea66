using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger;

/// <summary>日志为准：what a ledger's journal says as text, and the ledger that is made of nothing but that text.</summary>
internal static class Journals
{
    public static string Text(Store store)
    {
        using var text = new StringWriter();
        store.Read(r =>
        {
            JournalText.Write(r, text);
            return 0;
        });
        return text.ToString();
    }

    /// <summary>Read into an empty ledger.</summary>
    public static Store Again(Hands hands)
    {
        var again = Store.Open(Databases.Fresh("sqlite"), hands.Clock, create: true, out _)!;
        Assert.Empty(Recovery.Import(again, JournalText.Read(new StringReader(Text(hands.Store)), out _)!));
        return again;
    }

    /// <summary>Every printed cell is the sum at its point.</summary>
    public static void PrintsEveryCell(Mingzhang.Documents.Writing.Cube cube, Composed composed)
    {
        var cells = composed.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(c => c is { Point: not null, Yuan: not null }).ToList();
        Assert.InRange(cells.Count, 30, 10_000);
        Assert.All(cells, c => Assert.Equal(cube.At(c.Point!) ?? 0, c.Yuan));
    }
}
