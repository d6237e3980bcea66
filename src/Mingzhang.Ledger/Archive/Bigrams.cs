using System.Text;
using Mingzhang.Forms.Words;

namespace Mingzhang.Ledger.Archive;

/// <summary>二字词：overlapping pairs of characters, by which Chinese text is found without a dictionary; runs of letters or digits stay whole. The same pairs are stored on
/// both databases, so that both find the same.</summary>
internal static class Bigrams
{
    // A position of PostgreSQL counts no further than 16383; what lies behind is found all the same, but not as a phrase.
    private const int LastPosition = 16_000;

    /// <summary>一段文字的各词，按次序; null where a phrase ends (a mark, a space between Chinese characters does not count).</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var folded = Fold.Text(text);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (IsLatin(c))
            {
                var start = i;
                while (i + 1 < folded.Length && IsLatin(folded[i + 1]))
                {
                    i++;
                }

                words.Add(folded[start..(i + 1)].ToLowerInvariant());
            }
            else if (IsHan(c))
            {
                // The last of a run stands alone, so that a word is found also by its single last character.
                words.Add(i + 1 < folded.Length && IsHan(folded[i + 1]) ? folded.Substring(i, 2) : folded.Substring(i, 1));
            }
        }

        return words;
    }

    /// <summary>要找的词组：the pairs of a query without the lone last character, grouped by the blanks and marks that the user typed.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Phrases(string query)
    {
        var phrases = new List<IReadOnlyList<string>>();
        foreach (var part in Split(Fold.Text(query)))
        {
            var words = Of(part);
            if (words.Count > 1 && words[^1].Length == 1 && IsHan(words[^1][0]))
            {
                words.RemoveAt(words.Count - 1);
            }

            if (words.Count > 0)
            {
                phrases.Add(words);
            }
        }

        return phrases;
    }

    /// <summary>词串（SQLite）。</summary>
    public static string ForSqlite(string text) => string.Join(' ', Of(text));

    /// <summary>查询（SQLite）：every word is quoted, so that nothing of it is an operator. The last may be the beginning of one.</summary>
    public static string SqliteQuery(IReadOnlyList<IReadOnlyList<string>> phrases) => string.Join(" AND ", phrases.Select(p => "\"" + string.Join(' ', p) + "\"" + (Open(p[^1]) ? "*" : "")));

    /// <summary>词串（PostgreSQL）：with positions.</summary>
    public static string ForPostgres(string text)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var word in Of(text))
        {
            at++;
            result.Append('\'').Append(word).Append("':").Append(Math.Min(at, LastPosition)).Append(' ');
        }

        return result.ToString();
    }

    /// <summary>查询（PostgreSQL）。</summary>
    public static string PostgresQuery(IReadOnlyList<IReadOnlyList<string>> phrases) =>
        string.Join(" & ", phrases.Select(p => "(" + string.Join(" <-> ", p.Select((w, i) => "'" + w + "'" + (i == p.Count - 1 && Open(w) ? ":*" : ""))) + ")"));

    // A single character or a run of letters may go on.
    private static bool Open(string word) => word.Length == 1 || IsLatin(word[0]);

    private static IEnumerable<string> Split(string folded)
    {
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i == folded.Length || (!IsHan(folded[i]) && !IsLatin(folded[i])))
            {
                if (i > start)
                {
                    yield return folded[start..i];
                }

                start = i + 1;
            }
        }
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';
}
