using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Rules;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.App.Commands;

/// <summary>自行配对的文件：all are read first, narratives are joined with their tables, and each is then checked with those that belong to it. Of all files together only
/// what tells which belong to each other is kept.</summary>
internal sealed class PairedFiles
{
    private readonly RecentFiles _recent;
    private readonly IReadOnlyDictionary<string, Basis> _bases;
    private readonly Dictionary<string, IReadOnlyList<string>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<Disclosure, string> _cards = new(ReferenceEqualityComparer.Instance);
    private readonly List<Disclosure> _all = [];

    private PairedFiles(IReadOnlyDictionary<string, Basis> bases)
    {
        _bases = bases;
        _recent = new RecentFiles(f => Loaded.Of(f, bases[f], bases[f].Choice));
    }

    /// <summary>各份文件，表格已归入说明。</summary>
    public string[] Files => [.. _all.Select(d => _cards[d])];

    /// <summary>一份文件另行公布的表格; empty where it has none.</summary>
    public IReadOnlyList<string> TablesOf(string file) => _tables.GetValueOrDefault(file) ?? [];

    /// <summary>是否有不能读取的。</summary>
    public bool Unread { get; private set; }

    /// <summary>读入全部文件。</summary>
    public static PairedFiles Of(string[] files, IReadOnlyDictionary<string, Basis> bases, Func<Progress> progress)
    {
        var paired = new PairedFiles(bases);
        var cards = new List<FileCard>();
        using (var bar = progress())
        {
            foreach (var done in Batch.Run(files, f => paired._recent.Of(f) is { } loaded ? FileCard.Of(loaded.File, loaded.Disclosure) : null))
            {
                bar.Step(passed: false);
                if (done.Result is { } card)
                {
                    cards.Add(card);
                }
            }
        }

        paired.Unread = cards.Count < files.Length;
        foreach (var (card, tables) in FileCard.Joined(cards))
        {
            // Its tables tell of a document what its narrative may not.
            var joined = card;
            if (tables.Count > 0)
            {
                paired._tables[card.File] = tables;
                joined = paired.Load(card.File) is { } loaded ? FileCard.Of(loaded.File, loaded.Disclosure) : card;
            }

            paired._all.Add(joined.Slim);
            paired._cards[joined.Slim] = card.File;
        }

        return paired;
    }

    /// <summary>检查其中一份; null where it can no longer be read.</summary>
    public Examined? Check(string file, Basis basis)
    {
        if (Load(file) is not { } loaded)
        {
            return null;
        }

        var companions = Matching.Of(loaded.Disclosure, _all).Select(c => c.Disclosure is { } slim && Load(_cards[slim]) is { } whole ? c with { Disclosure = whole.Disclosure } : c);
        return new Examined(Inspector.Check(loaded.Disclosure, basis.Library, basis.Settings, [.. loaded.Tables, .. companions]), Refused: false);
    }

    private Loaded? Load(string file)
    {
        var loaded = _recent.Of(file);
        if (loaded is null || !_tables.TryGetValue(file, out var names))
        {
            return loaded;
        }

        var tables = names.Select(_recent.Of).OfType<Loaded>().ToList();
        return loaded.With(tables, _bases[file], ReadingChoice.None);
    }
}
