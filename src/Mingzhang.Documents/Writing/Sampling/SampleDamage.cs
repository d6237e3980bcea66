using System.Globalization;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Sampling;

/// <summary>抽样的损伤：one figure of a sound document misprinted as people misprint: two digits swapped, one digit wrong, the point shifted.</summary>
/// <param name="Place">Table, row and column, or the heading of the paragraph.</param>
/// <param name="Was">As it should stand.</param>
/// <param name="Now">As it stands.</param>
public sealed record SampleDamage(string Place, string Was, string Now)
{
    /// <summary>损伤一个数字; null where the document holds none. The seed decides which.</summary>
    public static (Composed Injured, SampleDamage Damage)? Of(Composed composed, int seed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var random = new Random(seed);
        var spots = Spots(composed).ToList();
        for (var tries = 0; spots.Count > 0 && tries < 100; tries++)
        {
            var spot = spots[random.Next(spots.Count)];
            if (Misprinted(spot.Text, random) is { } now)
            {
                var blocks = composed.Blocks.ToList();
                blocks[spot.Block] = spot.With(now);
                return (composed with { Blocks = blocks }, new SampleDamage(spot.Place, spot.Text, now));
            }
        }

        return null;
    }

    private static IEnumerable<Spot> Spots(Composed composed)
    {
        var section = "";
        for (var b = 0; b < composed.Blocks.Count; b++)
        {
            switch (composed.Blocks[b])
            {
                case ComposedHeading heading:
                    section = heading.Text;
                    break;
                case ComposedParagraph paragraph:
                    for (var i = 0; i < paragraph.Runs.Count; i++)
                    {
                        if (paragraph.Runs[i] is NumberRun { Yuan: not null and not 0 } run)
                        {
                            var at = i;
                            yield return new Spot(b, section, run.Text, now => paragraph with { Runs = [.. paragraph.Runs.Select((r, n) => n == at ? run with { Text = now } : r)] });
                        }
                    }

                    break;
                case ComposedTable table:
                    foreach (var spot in Cells(table, b))
                    {
                        yield return spot;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<Spot> Cells(ComposedTable table, int block)
    {
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                if (table.Rows[r].Cells[c] is { Yuan: not null and not 0 } cell)
                {
                    var (row, column) = (r, c);
                    var name = string.Join(' ', table.Rows[r].Cells.Take(c).Where(x => x.Kind is CellKind.Code or CellKind.Name && x.Text.Trim().Length > 0).Select(x => x.Text.Trim()).TakeLast(2));
                    var label = table.Header.Select(h => h[column].Text).LastOrDefault(t => t.Length > 0) ?? "";
                    yield return new Spot(block, $"{table.Heading} · {name} · {label}", cell.Text, now => table with { Rows = [.. table.Rows.Select((x, n) => n == row ? x with { Cells = [.. x.Cells.Select((y, m) => m == column ? Changed(y, now, table) : y)] } : x)] });
                }
            }
        }
    }

    private static ComposedCell Changed(ComposedCell cell, string now, ComposedTable table) =>
        cell with { Text = now, Yuan = decimal.Parse(now, NumberStyles.Number, CultureInfo.InvariantCulture) * table.Unit.Factor, Point = null };

    private static string? Misprinted(string text, Random random)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var (number, unit) = (text[..end], text[end..]);
        if (!decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var was))
        {
            return null;
        }

        var digits = was.ToString("0.00", CultureInfo.InvariantCulture).ToCharArray();
        var whole = Array.IndexOf(digits, '.');
        var at = random.Next(Math.Max(1, whole - 1));
        switch (random.Next(4))
        {
            case 0 when whole > 1 && digits[at] != digits[at + 1] && digits[at + 1] != '-':
                (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
                break;
            case 1:
                return Print(was * 10);
            default:
                if (!char.IsAsciiDigit(digits[at]))
                {
                    return null;
                }

                digits[at] = (char)('0' + ((digits[at] - '0' + 1 + random.Next(8)) % 10));
                break;
        }

        var now = decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);

        // Less than two units could be rounding.
        return Math.Abs(now - was) < 2 || now == 0 ? null : Print(now);

        string Print(decimal value) => value.ToString(number.Contains(',', StringComparison.Ordinal) || unit.Length == 0 ? "N2" : "0.00", CultureInfo.InvariantCulture) + unit;
    }

    private sealed record Spot(int Block, string Place, string Text, Func<string, ComposedBlock> With);
}
