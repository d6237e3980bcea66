using System.Data.Common;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Lines;

/// <summary>预算行的读取：rows become lines at once, by the order of their columns; tables add up ten thousand of them.</summary>
internal static class LineRows
{
    private const string Select = """
        SELECT id, version, year, unit, phase, measure, fund, nature, "function", economic, government, project, fen, procurement, sme, bought, purpose, secret, transfer, details, source FROM line WHERE year = @year AND unit = @unit
        """;

    private const string Alike = """
         AND "function" = @function AND economic = @economic AND project = @project AND phase = @phase AND measure = @measure AND fund = @fund AND nature = @nature
         AND procurement = @procurement AND sme = @sme AND purpose = @purpose AND transfer = @transfer AND details = @details
        """;

    /// <summary>一个单位的各行，按行号。As they were read before, where nothing was added to the unit's chain since: the hash of its head tells all that is behind it.</summary>
    public static IReadOnlyList<Line> Of(Reading reading, Unit unit)
    {
        var head = JournalTable.Head(reading.Statements, unit.Code);
        if (reading.Memory.Find<ReadLines>("lines " + unit.Id) is { } read && read.Head == head)
        {
            return read.Lines;
        }

        // The same few codes and keys come again in every row.
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = reading.Statements.Rows(Select + " ORDER BY id", r => Row(r, words), ("year", (long)unit.Year), ("unit", unit.Code));
        reading.Memory.Keep("lines " + unit.Id, new ReadLines(head, lines), lines.Count + 1);
        return lines;
    }

    /// <summary>标志相同的行; null where there is none.</summary>
    public static Line? Same(Reading reading, Line line)
    {
        // No row holds such a character, and a server refuses to be asked for it.
        var texts = new[] { line.Function, line.Economic, line.Project, line.Phase, line.Measure, line.Fund, line.Nature, line.Procurement, line.Sme, line.Purpose, line.Transfer, line.Details };
        return Array.Exists(texts, t => t.Contains('\0', StringComparison.Ordinal)) ? null : reading.Statements.Rows(Select + Alike + " ORDER BY id", r => Row(r, []), ("year", (long)line.Year), ("unit", line.Unit),
            ("function", line.Function), ("economic", line.Economic), ("project", line.Project), ("phase", line.Phase), ("measure", line.Measure), ("fund", line.Fund), ("nature", line.Nature),
            ("procurement", line.Procurement), ("sme", line.Sme), ("purpose", line.Purpose), ("transfer", line.Transfer), ("details", line.Details)).LastOrDefault();
    }

    /// <summary>支出之和，按资金性质和支出性质: what control figures are compared with.</summary>
    public static List<Spent> Spent(Reading reading, Unit unit) => reading.Statements.Rows("SELECT fund, nature, CAST(SUM(fen) AS BIGINT) FROM line WHERE year = @year AND unit = @unit AND phase = 'budget' AND measure = 'expenditure' GROUP BY fund, nature ORDER BY MIN(id)",
        r => new Spent(r.GetString(0), Line.GroupOf(r.GetString(1)), r.GetInt64(2)), ("year", (long)unit.Year), ("unit", unit.Code));

    private static Line Row(DbDataReader r, Dictionary<string, string> words)
    {
        string Word(int column)
        {
            var text = r.GetString(column);
            if (text.Length == 0)
            {
                return "";
            }

            if (!words.TryGetValue(text, out var known))
            {
                words[text] = known = text;
            }

            return known;
        }

        return new Line
        {
            Id = r.GetString(0),
            Version = r.GetInt64(1),
            Year = (int)r.GetInt64(2),
            Unit = Word(3),
            Phase = Word(4),
            Measure = Word(5),
            Fund = Word(6),
            Nature = Word(7),
            Function = Word(8),
            Economic = Word(9),
            Government = Word(10),
            Project = Word(11),
            Fen = r.GetInt64(12),
            Procurement = Word(13),
            Sme = Word(14),
            Bought = r.GetInt64(15) != 0,
            Purpose = Word(16),
            Secret = r.GetInt64(17) != 0,
            Transfer = Word(18),
            Details = r.GetString(19),
            Source = Word(20),
        };
    }

    private sealed record ReadLines(ChainHead Head, IReadOnlyList<Line> Lines);
}
