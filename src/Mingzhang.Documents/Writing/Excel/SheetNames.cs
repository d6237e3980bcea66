using System.Globalization;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>工作表名：short, without the marks that a name may not hold, no two alike.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> Of(IReadOnlyList<ComposedTable> tables)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "说明" };
        var names = new List<string>();
        for (var i = 0; i < tables.Count; i++)
        {
            var number = tables[i].Number.Length > 0 ? tables[i].Number : (i + 1).ToString(CultureInfo.InvariantCulture);
            var wanted = Clean(number + " " + tables[i].Title);
            var name = Cut(wanted, Longest);
            for (var n = 2; !taken.Add(name); n++)
            {
                var tail = " " + n.ToString(CultureInfo.InvariantCulture);
                name = Cut(wanted, Longest - tail.Length) + tail;
            }

            names.Add(name);
        }

        return names;
    }

    private static string Clean(string text) => new([.. Word.WordText.Clean(text).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? ' ' : c)]);

    private static string Cut(string text, int length)
    {
        var cut = text.Length <= length ? text : text[..length];
        return (cut.Length > 0 && char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).Trim();
    }
}
