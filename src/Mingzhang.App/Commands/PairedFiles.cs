using Mingzhang.Budget;
using Mingzhang.Rules;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.App.Commands;

/// <summary>自行配对的文件：all are read first, narratives are joined with their tables, and each is then checked with those that belong to it.</summary>
internal sealed class PairedFiles
{
    private readonly Dictionary<string, Loaded> _loaded;
    private readonly IReadOnlyList<Disclosure> _all;

    private PairedFiles(IReadOnlyList<Loaded> loaded, bool unread)
    {
        _loaded = loaded.ToDictionary(l => l.File, StringComparer.Ordinal);
        _all = [.. loaded.Select(l => l.Disclosure)];
        Unread = unread;
    }

    /// <summary>各份文件，表格已归入说明。</summary>
    public string[] Files => [.. _loaded.Keys];

    /// <summary>是否有不能读取的。</summary>
    public bool Unread { get; }

    /// <summary>读入全部文件。</summary>
    public static PairedFiles Of(string[] files, IReadOnlyDictionary<string, Basis> bases)
    {
        var read = new List<Loaded>();
        foreach (var done in Batch.Run(files, f => Loaded.Of(f, bases[f], bases[f].Choice)))
        {
            if (done.Result is { } loaded)
            {
                read.Add(loaded);
            }
        }

        return new PairedFiles(read.Count == 0 ? [] : Loaded.Joined(read, bases[read[0].File]), read.Count < files.Length);
    }

    /// <summary>检查其中一份。</summary>
    public Examined Check(string file, Basis basis)
    {
        var loaded = _loaded[file];
        return new Examined(Inspector.Check(loaded.Disclosure, basis.Library, basis.Settings, [.. loaded.Tables, .. Matching.Of(loaded.Disclosure, _all)]), Refused: false);
    }
}
