using System.Text.RegularExpressions;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>长行：a page whose text was saved as one line is divided before the numbers of its headings and items.</summary>
internal static partial class LongLine
{
    private const int Longest = 300;

    /// <summary>分成各段; a line of usual length is one.</summary>
    public static IEnumerable<TextLine> Pieces(TextLine line)
    {
        if (line.Text.Length <= Longest || line.Join != LineJoin.Unknown)
        {
            yield return line;
            yield break;
        }

        var from = 0;
        foreach (Match match in Number().Matches(line.Text))
        {
            if (match.Index > from)
            {
                yield return line with { Text = line.Text[from..match.Index], Column = line.Column + from, Join = LineJoin.New };
                from = match.Index;
            }
        }

        yield return line with { Text = line.Text[from..], Column = line.Column + from, Join = from == 0 ? LineJoin.Unknown : LineJoin.New };
    }

    [GeneratedRegex(@"(?<=[。；;：:！]\s*|\s{1,3}|^)(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])(?![、，,])")]
    private static partial Regex Number();
}
