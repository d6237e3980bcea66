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

    // What many lines have in common as one text, because every value asked for costs as much as a row: known once, it is not taken apart again.
    private const string Together = """
        SELECT id, version, fen, details, concat_ws(@cut, phase, measure, fund, nature, "function", economic, government, project, procurement, sme, bought, purpose, secret, transfer, source)
        FROM line WHERE year = @year AND unit = @unit
        """;

    private const char Cut = '\u001F';

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

        var alike = new Dictionary<string, Line?>(StringComparer.Ordinal);
        var lines = reading.Statements.Rows(Together, r => Row(r, unit, alike), ("cut", Cut.ToString()), ("year", (long)unit.Year), ("unit", unit.Code)).OfType<Line>().ToList();
        if (alike.ContainsValue(null))
        {
            // A text holds the very character that parts them.
            lines = reading.Statements.Rows(Select, Row, ("year", (long)unit.Year), ("unit", unit.Code));
        }

        // Here, not there: a database sorts whole rows, and each by an order of its own.
        lines.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));

        reading.Memory.Keep("lines " + unit.Id, new ReadLines(head, lines), lines.Count + 1);
        return lines;
    }

    /// <summary>标志相同的行; null where there is none.</summary>
    public static Line? Same(Reading reading, Line line)
    {
        // No row holds such a character, and a server refuses to be asked for it.
        var texts = new[] { line.Function, line.Economic, line.Project, line.Phase, line.Measure, line.Fund, line.Nature, line.Procurement, line.Sme, line.Purpose, line.Transfer, line.Details };
        return Array.Exists(texts, t => t.Contains('\0', StringComparison.Ordinal)) ? null : reading.Statements.Rows(Select + Alike + " ORDER BY id", Row, ("year", (long)line.Year), ("unit", line.Unit),
            ("function", line.Function), ("economic", line.Economic), ("project", line.Project), ("phase", line.Phase), ("measure", line.Measure), ("fund", line.Fund), ("nature", line.Nature),
            ("procurement", line.Procurement), ("sme", line.Sme), ("purpose", line.Purpose), ("transfer", line.Transfer), ("details", line.Details)).LastOrDefault();
    }

    /// <summary>支出之和，按资金性质和支出性质: what control figures are compared with.</summary>
    public static List<Spent> Spent(Reading reading, Unit unit) => reading.Statements.Rows("SELECT fund, nature, CAST(SUM(fen) AS BIGINT) FROM line WHERE year = @year AND unit = @unit AND phase = 'budget' AND measure = 'expenditure' GROUP BY fund, nature ORDER BY MIN(id)",
        r => new Spent(r.GetString(0), Line.GroupOf(r.GetString(1)), r.GetInt64(2)), ("year", (long)unit.Year), ("unit", unit.Code));

    /// <summary>年初预算各口径之和，按资金性质和支出性质: what the foot of a table shows, without reading its lines.</summary>
    public static List<Summed> Sums(Reading reading, Unit unit) => [.. reading.Statements.Rows("SELECT measure, fund, nature, CAST(SUM(fen) AS BIGINT) FROM line WHERE year = @year AND unit = @unit AND phase = 'budget' GROUP BY measure, fund, nature",
        r => new Summed(r.GetString(0), r.GetString(1), Line.GroupOf(r.GetString(2)), r.GetInt64(3)), ("year", (long)unit.Year), ("unit", unit.Code))
        .GroupBy(s => (s.Measure, s.Fund, s.Group)).Select(g => g.First() with { Fen = g.Sum(s => s.Fen) }).OrderBy(s => s.Measure, StringComparer.Ordinal).ThenBy(s => s.Fund, StringComparer.Ordinal).ThenBy(s => s.Group, StringComparer.Ordinal)];

    private static Line? Row(DbDataReader r, Unit unit, Dictionary<string, Line?> alike)
    {
        var text = r.GetString(4);
        if (!alike.TryGetValue(text, out var line))
        {
            alike[text] = line = Parted(text.Split(Cut), unit);
        }

        return line is null ? null : line with { Id = r.GetString(0), Version = r.GetInt64(1), Fen = r.GetInt64(2), Details = r.GetString(3) };
    }

    private static Line? Parted(string[] parts, Unit unit) => parts is not [var phase, var measure, var fund, var nature, var function, var economic, var government, var project, var procurement, var sme, var bought, var purpose, var secret, var transfer, var source]
        ? null
        : new Line
        {
            Year = unit.Year,
            Unit = unit.Code,
            Phase = phase,
            Measure = measure,
            Fund = fund,
            Nature = nature,
            Function = function,
            Economic = economic,
            Government = government,
            Project = project,
            Fen = 0,
            Procurement = procurement,
            Sme = sme,
            Bought = bought != "0",
            Purpose = purpose,
            Secret = secret != "0",
            Transfer = transfer,
            Source = source,
        };

    private static Line Row(DbDataReader r) => new()
    {
        Id = r.GetString(0),
        Version = r.GetInt64(1),
        Year = (int)r.GetInt64(2),
        Unit = r.GetString(3),
        Phase = r.GetString(4),
        Measure = r.GetString(5),
        Fund = r.GetString(6),
        Nature = r.GetString(7),
        Function = r.GetString(8),
        Economic = r.GetString(9),
        Government = r.GetString(10),
        Project = r.GetString(11),
        Fen = r.GetInt64(12),
        Procurement = r.GetString(13),
        Sme = r.GetString(14),
        Bought = r.GetInt64(15) != 0,
        Purpose = r.GetString(16),
        Secret = r.GetInt64(17) != 0,
        Transfer = r.GetString(18),
        Details = r.GetString(19),
        Source = r.GetString(20),
    };

    private sealed record ReadLines(ChainHead Head, IReadOnlyList<Line> Lines);
}

/// <summary>一部分预算行之和: of a measure, a fund, basic or project.</summary>
internal sealed record Summed(string Measure, string Fund, string Group, long Fen);
