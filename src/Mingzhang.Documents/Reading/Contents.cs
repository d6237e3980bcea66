using System.Text.RegularExpressions;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>目录：finds the table of contents, whose lines name sections and tables that stand elsewhere.</summary>
internal static partial class Contents
{
    private const int LongestEntry = 80;

    /// <summary>目录占用的行：first line and the line behind the last; null where the document has none.</summary>
    public static (int From, int To)? Find(IReadOnlyList<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Fold.Label(lines[i].Text) is "目录" or "目次")
            {
                return (i, End(lines, i + 1));
            }
        }

        return null;
    }

    /// <summary>目录条目的名称: leader dots and page numbers taken off.</summary>
    public static string Entry(string folded) => Leader().Replace(folded, "");

    // Entries go on until the first of them comes again as a heading, or until the last numbered or dotted line before the text.
    private static int End(IReadOnlyList<TextLine> lines, int from)
    {
        string? first = null;
        var end = from;
        for (var i = from; i < lines.Count; i++)
        {
            var folded = Fold.Label(lines[i].Text);
            var entry = Entry(folded);
            if (entry.Length > LongestEntry || folded.Contains('。', StringComparison.Ordinal) || (first is not null && entry == first))
            {
                break;
            }

            first ??= entry.Length > 0 ? entry : null;
            if (entry.Length < folded.Length || Outliner.IsPart(folded) || Numbering.Level(folded) > 0 || Captions.Number(folded) is not null)
            {
                end = i + 1;
            }
        }

        return end;
    }

    [GeneratedRegex(@"(?:[.…·‥⋯\-—]{2,}|\s{2,})\s*(?:\(?\d{1,3}\)?)?$")]
    private static partial Regex Leader();
}
