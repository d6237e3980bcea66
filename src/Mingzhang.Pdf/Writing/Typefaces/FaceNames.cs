using System.Text;

namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>字体名：families, full and PostScript names of a face, in every language that it gives.</summary>
internal static class FaceNames
{
    private const int Most = 400;

    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> table)
    {
        var names = new List<string>();
        var count = Math.Min(FontTables.UInt16(table, 2), Most);
        var strings = FontTables.UInt16(table, 4);
        for (var i = 0; i < count; i++)
        {
            var at = 6 + (12 * i);
            var platform = FontTables.UInt16(table, at);
            var kind = FontTables.UInt16(table, at + 6);
            var length = FontTables.UInt16(table, at + 8);
            var start = strings + FontTables.UInt16(table, at + 10);
            if (kind is 1 or 4 or 6 or 16 && length is > 0 and <= 200 && start + length <= table.Length)
            {
                var bytes = table.Slice(start, length);
                var name = platform is 0 or 3 ? Encoding.BigEndianUnicode.GetString(bytes) : Encoding.Latin1.GetString(bytes);
                if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    /// <summary>内部名：PostScript names, only letters that a PDF name takes without escape.</summary>
    public static string PostScript(IReadOnlyList<string> names)
    {
        var plain = names.FirstOrDefault(n => n.All(char.IsAscii) && n.Any(char.IsAsciiLetter)) ?? "Font";
        return new string([.. plain.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(60)]) is { Length: > 0 } name ? name : "Font";
    }
}
