using Mingzhang.Forms.Codes;

namespace Mingzhang.Ledger.Lines;

/// <summary>最近的科目：what an unknown code was probably meant to be.</summary>
internal static class Nearest
{
    private const int Most = 3;

    private const int LongestWritten = 20;

    /// <summary>与所写最近的科目，至多三个: by name where it is one, else by the fewest digits to change.</summary>
    public static IReadOnlyList<CodeEntry> Of(Catalogue catalogue, string written, int year, int length)
    {
        if (written.Length > LongestWritten)
        {
            return [];
        }

        var named = catalogue.ByName(written, year, length).ToList();
        return named.Count > 0 ? named : [.. catalogue.Entries.Where(e => e.Code.Length == length && e.ValidIn(year))
            .Select(e => new Near(e, Distance(e.Code, written))).Where(n => n.Distance <= 2)
            .OrderBy(n => n.Distance).ThenBy(n => n.Entry.Code, StringComparer.Ordinal).Take(Most).Select(n => n.Entry)];
    }

    // Digits changed, dropped, added, or two neighbours exchanged.
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    private sealed record Near(CodeEntry Entry, int Distance);
}
