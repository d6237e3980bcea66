using System.Globalization;

namespace Mingzhang.Documents.Certificates;

/// <summary>示人的文字：words of a package that nobody vouches for, without what steers a terminal or turns the direction of writing; short.</summary>
internal static class PlainText
{
    private const int Longest = 400;

    public static string Of(string text)
    {
        var plain = string.Concat(text.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));
        return plain.Length > Longest ? plain[..Longest] + "…" : plain;
    }
}
