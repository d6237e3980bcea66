using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Formats.Markdown;

/// <summary>是否 Markdown：a table with its line of dashes, or headings marked by #. Plain text has neither.</summary>
internal static partial class MarkdownSigns
{
    private const int Sample = 3000;
    private const int FewHeadings = 2;
    private const int MostTabbed = 2;

    public static bool Recognise(IReadOnlyList<string> lines)
    {
        var (headings, tabbed, first) = (0, 0, true);
        for (var i = 0; i < lines.Count && i < Sample; i++)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (i > 0 && IsDelimiter(line) && lines[i - 1].Contains('|', StringComparison.Ordinal))
            {
                return true;
            }

            if (Heading().IsMatch(line))
            {
                headings += first ? FewHeadings : 1;
            }

            tabbed += line.TrimEnd().Contains('\t', StringComparison.Ordinal) ? 1 : 0;
            first = false;
        }

        return headings >= FewHeadings && tabbed <= MostTabbed;
    }

    /// <summary>是否表头下的横线：| --- | :--: |.</summary>
    public static bool IsDelimiter(string line) => line.Contains('|', StringComparison.Ordinal) && line.Contains('-', StringComparison.Ordinal) && Delimiter().IsMatch(line);

    [GeneratedRegex(@"^ {0,3}#{1,6} +\S", RegexOptions.CultureInvariant)]
    public static partial Regex Heading();

    [GeneratedRegex(@"^[ |:\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Delimiter();
}
