using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.App.Commands;

/// <summary>读入的文件：paper and what was understood of it, with the files that hold its tables.</summary>
internal sealed record Loaded(string File, PaperDocument Paper, Disclosure Disclosure)
{
    /// <summary>另行公布的表格，作为配对写进报告。</summary>
    public IReadOnlyList<Companion> Tables { get; private init; } = [];

    /// <summary>打开并读懂; null after a message where it cannot be opened.</summary>
    public static Loaded? Of(string file, Basis basis, ReadingChoice choice) =>
        Batch.Open(file) is { } paper ? new Loaded(file, paper, Reader.Read(paper, basis.Library, choice)) : null;

    /// <summary>与表格合为一份。</summary>
    public Loaded With(IReadOnlyList<Loaded> tables, Basis basis, ReadingChoice choice) => tables.Count == 0 ? this
        : this with
        {
            Disclosure = JoinedReader.Read(Paper, [.. tables.Select(t => t.Paper)], basis.Library, choice),
            Tables = [.. tables.Select((t, i) => new Companion(new PairedFile(PairRole.Tables, t.Disclosure.Facts.Name, t.Disclosure.Facts, Fitting.Of(PairRole.Tables, Disclosure, t.Disclosure).Why,
                "tables" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "."), null))],
        };

    /// <summary>说明与表格分开公布的，合为一份; the tables go to the narrative of the same entity, year and kind whose name is most like theirs.</summary>
    public static IReadOnlyList<Loaded> Joined(IReadOnlyList<Loaded> all, Basis basis)
    {
        var owned = new Dictionary<Loaded, List<Loaded>>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<Loaded>(ReferenceEqualityComparer.Instance);
        foreach (var tables in all.Where(l => JoinedReader.IsTables(l.Disclosure)))
        {
            var owner = all.Where(n => JoinedReader.IsNarrative(n.Disclosure) && EntityNames.Tables(tables.Disclosure, n.Disclosure) && Fitting.Of(PairRole.Tables, n.Disclosure, tables.Disclosure).Fits)
                .MaxBy(n => Path.GetFileName(n.File).Zip(Path.GetFileName(tables.File)).TakeWhile(p => p.First == p.Second).Count());
            if (owner is not null)
            {
                taken.Add(tables);
                if (!owned.TryGetValue(owner, out var list))
                {
                    owned[owner] = list = [];
                }

                list.Add(tables);
            }
        }

        return [.. all.Where(l => !taken.Contains(l)).Select(l => owned.TryGetValue(l, out var tables) ? l.With(tables, basis, ReadingChoice.None) : l)];
    }
}
