using System.Text.RegularExpressions;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Redline;

/// <summary>逐句对照：sentences that were struck, added or changed, the changed ones character by character, and numbers whole.</summary>
internal static partial class TextRedline
{
    private const int MostShown = 200, LongestLine = 3000;

    /// <summary>两版正文的不同; empty where there is none.</summary>
    public static Markup Of(Visit v, IReadOnlyList<ArchivedText> before, IReadOnlyList<ArchivedText> after)
    {
        var pieces = Difference.Of(Sentences(v, before), Sentences(v, after));
        var shown = new List<Markup>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == PieceKind.Same)
            {
                continue;
            }

            var (gone, added) = pieces[i].Kind == PieceKind.Gone && i + 1 < pieces.Count && pieces[i + 1].Kind == PieceKind.New ? (pieces[i].Items, pieces[++i].Items)
                : pieces[i].Kind == PieceKind.Gone ? (pieces[i].Items, []) : ((IReadOnlyList<string>)[], pieces[i].Items);
            for (var n = 0; n < Math.Max(gone.Count, added.Count); n++)
            {
                shown.Add(Html($"<li lang=\"zh\">{(n >= added.Count ? Html($"<del>{gone[n]}</del>") : n >= gone.Count ? Html($"<ins>{added[n]}</ins>") : Inline(gone[n], added[n]))}</li>\n"));
            }
        }

        return shown.Count == 0 ? Empty : Html($"<ul class=\"plain redline\">{shown.Take(MostShown)}</ul>{When(shown.Count > MostShown, () => Html($"<p class=\"soft\">{v.Say("more", shown.Count - MostShown)}</p>"))}");
    }

    /// <summary>一行之内的不同。</summary>
    public static Markup Inline(string before, string after) => before.Length > LongestLine || after.Length > LongestLine ? Html($"<del>{before}</del> <ins>{after}</ins>")
        : Join(Difference.Of(Parts(before), Parts(after)).Select(p => string.Concat(p.Items) is var said && p.Kind == PieceKind.Same ? Html($"{said}") : p.Kind == PieceKind.Gone ? Html($"<del>{said}</del>") : Html($"<ins>{said}</ins>")));

    /// <summary>各句，按印出的次序。</summary>
    public static IReadOnlyList<string> Sentences(Visit v, IReadOnlyList<ArchivedText> texts) => [.. texts.Where(t => t.Kind is not ("Project" or "Contents")).SelectMany(t => t.Said.Split('\n')).SelectMany(l => Cut(l, v["sentence.end"][0])).Where(s => s.Length > 0)];

    // A number is one word: 12 that became 24 is not a 1 struck, a 2 kept and a 4 added.
    private static string[] Parts(string line) => [.. Part().Matches(line).Select(m => m.Value)];

    private static IEnumerable<string> Cut(string line, char stop)
    {
        for (var from = 0; from < line.Length;)
        {
            var at = line.IndexOf(stop, from);
            var to = at < 0 ? line.Length : at + 1;
            yield return line[from..to].Trim();
            from = to;
        }
    }

    [GeneratedRegex(@"[0-9\uff10-\uff19]+(?:[,\uff0c][0-9\uff10-\uff19]{3}(?![0-9\uff10-\uff19]))*(?:[.\uff0e][0-9\uff10-\uff19]+)?\s?[%\uff05]?|.", RegexOptions.Singleline)]
    private static partial Regex Part();
}
