using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Redline;

/// <summary>逐格对照：rows of the tables of two versions, of changed rows the cells that changed.</summary>
internal static class TableRedline
{
    private const int MostShown = 200;

    /// <summary>两版各表的不同; empty where there is none.</summary>
    public static Markup Of(Visit v, IReadOnlyList<Table> before, IReadOnlyList<Table> after)
    {
        var shown = new List<Markup>();
        foreach (var name in before.Concat(after).Select(Name).Distinct(StringComparer.Ordinal))
        {
            var (old, now) = (before.FirstOrDefault(t => Name(t) == name), after.FirstOrDefault(t => Name(t) == name));
            if (old is null || now is null)
            {
                shown.Add(Html($"<tr><th scope=\"row\" lang=\"zh\">{name}</th><td colspan=\"3\">{v[old is null ? "redline.newtable" : "redline.gonetable"]}</td></tr>\n"));
                continue;
            }

            shown.AddRange(Rows(v, name, now, Difference.Of(Lines(old), Lines(now))));
        }

        return shown.Count == 0 ? Empty : Html($"""
            <div class="scroll"><table class="list redline"><thead><tr><th scope="col">{v["redline.table"]}</th><th scope="col">{v["redline.row"]}</th><th scope="col">{v["redline.column"]}</th><th scope="col">{v["redline.cell"]}</th></tr></thead><tbody>{shown.Take(MostShown)}</tbody></table></div>{When(shown.Count > MostShown, () => Html($"<p class=\"soft\">{v.Say("more", shown.Count - MostShown)}</p>"))}
            """);
    }

    private static IEnumerable<Markup> Rows(Visit v, string name, Table now, IReadOnlyList<Piece<string>> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == PieceKind.Same)
            {
                continue;
            }

            var paired = pieces[i].Kind == PieceKind.Gone && i + 1 < pieces.Count && pieces[i + 1].Kind == PieceKind.New && pieces[i].Items.Count == pieces[i + 1].Items.Count;
            if (!paired)
            {
                foreach (var row in pieces[i].Items)
                {
                    var said = string.Join(" · ", row.Split('\t').Where(c => c.Length > 0));
                    yield return Html($"<tr><th scope=\"row\" lang=\"zh\">{name}</th><td colspan=\"3\" lang=\"zh\">{(pieces[i].Kind == PieceKind.Gone ? Html($"<del>{said}</del>") : Html($"<ins>{said}</ins>"))}</td></tr>\n");
                }

                continue;
            }

            for (var n = 0; n < pieces[i].Items.Count; n++)
            {
                var (old, other) = (pieces[i].Items[n].Split('\t'), pieces[i + 1].Items[n].Split('\t'));
                var label = other.FirstOrDefault(c => c.Any(char.IsLetter)) ?? "";
                for (var c = 0; c < Math.Min(old.Length, other.Length); c++)
                {
                    if (old[c] != other[c])
                    {
                        yield return Html($"<tr><th scope=\"row\" lang=\"zh\">{name}</th><td lang=\"zh\">{label}</td><td lang=\"zh\">{(c < now.Columns.Count ? now.Columns[c] : "")}</td><td><del>{(old[c].Length == 0 ? v["cell.empty"] : old[c])}</del> <ins>{(other[c].Length == 0 ? v["cell.empty"] : other[c])}</ins></td></tr>\n");
                    }
                }
            }

            i++;
        }
    }

    private static List<string> Lines(Table table) => [.. table.Rows.Select(r => string.Join('\t', Enumerable.Range(0, table.Columns.Count).Select(c => r.Cells.FirstOrDefault(x => x.Column == c)?.Raw.Trim() ?? "")))];

    private static string Name(Table table) => string.Join(' ', new[] { table.Number, table.Title }.Where(t => t.Length > 0)) is { Length: > 0 } title ? title : table.Name;
}
