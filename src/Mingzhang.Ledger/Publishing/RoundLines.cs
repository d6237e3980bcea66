using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>某一轮的预算行：what a unit last submitted in the first or the second round, from the journal; the ledger keeps no second copy of it.</summary>
internal static class RoundLines
{
    /// <summary>该轮最后一次送审时的各行; the present ones where no round is asked for; none where it was not submitted.</summary>
    public static IReadOnlyList<Line> Of(Reading reading, Unit unit, int? round)
    {
        if (round is null)
        {
            return LineRows.Of(reading, unit);
        }

        var submitted = "state: submitted-" + round.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n";
        var last = JournalTable.OfKind(reading.Statements, unit.Code, Kinds.Stage.Key).LastOrDefault(e => e.Id == unit.Id && e.Became is { } became && became.Contains(submitted, StringComparison.Ordinal));
        return last is null ? [] : Before(reading, unit, last.Seq);
    }

    /// <summary>上一次送审时的各行：what a reviewer saw before what he sees now; none where there was only one submission.</summary>
    public static IReadOnlyList<Line> Previous(Reading reading, Unit unit)
    {
        var submissions = JournalTable.OfKind(reading.Statements, unit.Code, Kinds.Stage.Key).Where(e => e.Id == unit.Id && Submitted(e.Became) && !Submitted(e.Was)).ToList();
        var seen = Stage.Of(reading, unit).State.StartsWith("compiling", StringComparison.Ordinal) ? submissions.Count - 1 : submissions.Count - 2;
        return seen < 0 ? [] : Before(reading, unit, submissions[seen].Seq);
    }

    private static bool Submitted(string? body) => body?.Contains("state: submitted-", StringComparison.Ordinal) == true;

    private static List<Line> Before(Reading reading, Unit unit, long seq)
    {
        var replay = new Replay();
        foreach (var entry in JournalTable.OfKind(reading.Statements, unit.Code, Kinds.Line.Key).TakeWhile(e => e.Seq < seq))
        {
            replay.Add(entry);
        }

        return [.. replay.Records.Select(Line.Of).Where(l => l.Year == unit.Year)];
    }
}
