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

    /// <summary>说明与表格分开公布的，合为一份。</summary>
    public static IReadOnlyList<Loaded> Joined(IReadOnlyList<Loaded> all, Basis basis)
    {
        var byFile = all.DistinctBy(l => l.File, StringComparer.Ordinal).ToDictionary(l => l.File, StringComparer.Ordinal);
        return [.. FileCard.Joined([.. byFile.Values.Select(l => FileCard.Of(l.File, l.Disclosure))]).Select(j => byFile[j.Card.File].With([.. j.Tables.Select(t => byFile[t])], basis, ReadingChoice.None))];
    }
}
