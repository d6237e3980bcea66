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
internal sealed record FigureStep(JournalEntry Entry, long Change, long After);

/// <summary>数字的来历：every entry that changed the sum at a point, with what it became; any figure of a table or sentence can be asked.</summary>
internal static class FigureHistory
{
    public static IReadOnlyList<FigureStep> Of(Reading reading, Library library, int year, string code, Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var units = Organisations.Named(reading, year, code);
        var together = Organisations.Unit(reading, year, code) is not null ? null : units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var steps = new List<FigureStep>();
        var entries = units.SelectMany(u => JournalTable.OfKind(reading.Statements, u.Code, Kinds.Line.Key).Select(e => new UnitEntry(u, e)))
            .OrderBy(e => e.Entry.At, StringComparer.Ordinal).ThenBy(e => e.Unit.Code, StringComparer.Ordinal).ThenBy(e => e.Entry.Seq);
        var names = units.ToDictionary(u => u.Code, u => Projects.Of(reading, u).ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal), StringComparer.Ordinal);
        long sum = 0;
        foreach (var (unit, entry) in entries)
        {
            var change = Inside(entry.Became) - Inside(entry.Was);
            if (change != 0)
            {
                sum += change;
                steps.Add(new FigureStep(entry, change, sum));
            }

            long Inside(string? body)
            {
                if (body is null)
                {
                    return 0;
                }

                var line = Line.Of(new StoredRecord(Kinds.Line, entry.Id, entry.Chain, RecordText.Read(body), entry.Seq));
                return line.Year == year && ViewLines.Inside(library.Space, line, unit, names[unit.Code].GetValueOrDefault(line.Project), together, point) ? line.Fen : 0;
            }
        }

        return steps;
    }

    private sealed record UnitEntry(Unit Unit, JournalEntry Entry);
}
