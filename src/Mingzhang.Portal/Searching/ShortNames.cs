using System.Text.RegularExpressions;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Searching;

/// <summary>简称：a department found by the short name that its own document gives itself; nothing is guessed from letters.</summary>
internal static class ShortNames
{
    private const int Texts = 60, Longest = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>以此为简称的部门。</summary>
    public static List<Body> Of(IArchive archive, string words)
    {
        if (words.Length is < 2 or > Longest)
        {
            return [];
        }

        var declared = new Regex("简称[为：:]?[“\"「《][^”\"」》]{0,10}" + Regex.Escape(words) + "[”\"」》]", RegexOptions.CultureInvariant, Patience);
        return [.. archive.Search(words, Texts).Where(f => f.Document.Body is not null && declared.IsMatch(f.Text.Said)).Select(f => f.Document.Body!).DistinctBy(b => b.Id)];
    }
}
