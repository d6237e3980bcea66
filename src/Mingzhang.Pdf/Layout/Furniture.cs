using System.Text.RegularExpressions;

namespace Mingzhang.Pdf.Layout;

/// <summary>书眉页脚：page numbers, and lines that stand at the edge of several pages with the same words.</summary>
internal static partial class Furniture
{
    private const double EdgeShare = 0.12;
    private const double HeadZone = 62;
    private const double SamePlace = 4;
    private const int LeastPages = 3;
    private const int LongestNumber = 40;

    public static void Mark(IReadOnlyList<LaidPage> pages)
    {
        var heads = new Dictionary<string, List<(LaidLine Line, double FromEdge)>>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var (line, top) in Outermost(page.Blocks))
            {
                var fromEdge = top ? line.Area.Bottom : page.Height - line.Area.Top;
                if (fromEdge <= Math.Max(HeadZone, EdgeShare * page.Height) && line.Text.Length <= LongestNumber && PageNumber().IsMatch(line.Text))
                {
                    line.Furniture = true;
                }
                else if (fromEdge <= HeadZone)
                {
                    // A count in it differs from page to page; at the top other numbers may tell the titles of tables apart.
                    var counted = !top || line.Text.AsSpan().IndexOfAny('页', '/') >= 0;
                    var key = (top ? "^" : "_") + (counted ? Digits().Replace(line.Text, "#") : line.Text);
                    heads.TryAdd(key, []);
                    heads[key].Add((line, fromEdge));
                }
            }
        }

        foreach (var group in heads.Values)
        {
            foreach (var (line, at) in group)
            {
                line.Furniture |= group.Where(o => Math.Abs(o.FromEdge - at) <= SamePlace).Skip(LeastPages - 1).Any();
            }
        }
    }

    // The two lines nearest to the upper and to the lower edge, as long as no table stands outside of them. A head may have two lines.
    private static IEnumerable<(LaidLine Line, bool Top)> Outermost(IReadOnlyList<LaidBlock> blocks)
    {
        const int Deep = 2;
        for (var i = 0; i < blocks.Count && i < Deep && blocks[i] is LaidLine line; i++)
        {
            yield return (line, true);
        }

        for (var i = blocks.Count - 1; i >= 0 && i >= blocks.Count - Deep && blocks[i] is LaidLine line; i--)
        {
            yield return (line, false);
        }
    }

    [GeneratedRegex(@"^\s*(?:[-—–－―─~·•\s]*[0-9０-９]{1,4}[-—–－―─~·•\s]*|第\s*[0-9０-９]{1,4}\s*页\s*[,，/]?\s*(?:共\s*[0-9０-９]{1,4}\s*页)?|[0-9]{1,4}\s*/\s*[0-9]{1,4}|[ivxIVXⅠ-Ⅻ]{1,5}|Page\s*\d+(?:\s*of\s*\d+)?)\s*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
