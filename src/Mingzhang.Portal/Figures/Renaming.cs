using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Figures;

/// <summary>改名：bodies that are one, because a document says so in a sentence; nothing is guessed from likeness.</summary>
internal sealed record Renaming(IReadOnlyList<Body> Former, IReadOnlyList<Body> Later)
{
    private const int MostFound = 40, Shortest = 4;

    /// <summary>同一部门的其他名称，旧的在前。</summary>
    public IEnumerable<Body> Others => Former.Concat(Later);

    /// <summary>一个部门的：by the texts of its own document, and by those of others that name it.</summary>
    public static Renaming Of(Site site, IArchive archive, Body body, IReadOnlyList<ArchivedText> texts)
    {
        var words = Words.Standard.Say(false, "renamed.words").Split(' ');
        var elsewhere = site.Renamings.Of(archive, site.Stamp(), words)?.Where(f => f.Text.Said.Contains(body.Name, StringComparison.Ordinal)) ?? words.SelectMany(w => archive.Search(body.Name + " " + w, MostFound));
        var said = texts.Where(t => t.Kind == "Paragraph").Select(t => t.Said).Concat(elsewhere.Where(f => f.Document.Body is not null && f.Document.Body.Id != body.Id).Select(f => f.Text.Said))
            .Select(s => new Said(Fold.Label(s), words)).Where(s => s.At >= 0).DistinctBy(s => s.Text).ToList();
        if (said.Count == 0)
        {
            return new Renaming([], []);
        }

        var others = archive.Bodies().Where(b => b.Body.Id != body.Id && b.Body.Name.Length >= Shortest).ToList();
        var own = Fold.Label(body.Name);
        return new Renaming([.. others.Where(b => said.Exists(s => s.Names(own, former: false) && s.Names(b.Folded, former: true))).Select(b => b.Body)], [.. others.Where(b => said.Exists(s => s.Names(own, former: true) && s.Names(b.Folded, former: false))).Select(b => b.Body)]);
    }

    // 甲更名为乙: what stands right before the word was, what stands right behind it is.
    private sealed record Said(string Text, string[] Words)
    {
        public int At { get; } = Words.Select(w => Text.IndexOf(w, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();

        public bool Names(string name, bool former) => Words.Any(w => Text.Contains(former ? name + w : w + name, StringComparison.Ordinal));
    }
}
