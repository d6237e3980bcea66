using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>数字变动的一步：an entry that changed the figure.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Change">By how much, in 分.</param>
/// <param name="After">What the figure was then, in 分.</param>
/// <param name="With">The other unit, where the entry is about money that passes between two units of the department and is left out on both sides.</param>
/// <param name="LeftOut">How much of it is left out, in 分.</param>
internal sealed record FigureStep(JournalEntry Entry, long Change, long After, string With = "", long LeftOut = 0);

/// <summary>数字的来历：every entry that changed the sum at a point, with what it became; any figure of a table or sentence can be asked.</summary>
internal static class FigureHistory
{
    public static IReadOnlyList<FigureStep> Of(Reading reading, Library library, int year, string code, Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var units = Organisations.Named(reading, year, code);
        var together = Organisations.Unit(reading, year, code) is not null ? null : units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var steps = new List<FigureStep>();
        var entries = JournalOrder.Of(units.SelectMany(u => JournalTable.OfKind(reading.Statements, u.Code, Kinds.Line.Key).Select(e => new UnitEntry(u, e))), e => e.Entry);
        var names = units.ToDictionary(u => u.Code, u => Projects.Of(reading, u).ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal), StringComparer.Ordinal);
        long sum = 0;
        foreach (var (unit, entry) in entries)
        {
            var (was, became) = (Of(entry.Was), Of(entry.Became));
            var change = Inside(became, together) - Inside(was, together);
            var passed = (became ?? was) is { Transfer.Length: > 0 } line && together?.Contains(line.Transfer) == true ? line.Transfer : "";
            var leftOut = passed.Length == 0 ? 0 : Inside(became, Apart) - Inside(was, Apart) - change;
            if (change != 0 || leftOut != 0)
            {
                sum += change;
                steps.Add(new FigureStep(entry, change, sum, leftOut == 0 ? "" : passed, leftOut));
            }

            Line? Of(string? body) => body is null ? null : Line.Of(new StoredRecord(Kinds.Line, entry.Id, entry.Chain, RecordText.Read(body), entry.Seq));

            long Inside(Line? line, IReadOnlySet<string>? of) => line?.Year == year && ViewLines.Inside(library.Space, line, unit, names[unit.Code].GetValueOrDefault(line.Project), of, point) ? line.Fen : 0;
        }

        return steps;
    }

    // As many units as there are, and none that pays another.
    private static readonly HashSet<string> Apart = [];

    private sealed record UnitEntry(Unit Unit, JournalEntry Entry);
}
