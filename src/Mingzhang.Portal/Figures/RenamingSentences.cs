using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Figures;

/// <summary>说到改名的句子：they are few in an archive, so they are found once for each of its states and not for every page.</summary>
internal sealed class RenamingSentences
{
    private const int Most = 2_000;

    private readonly Lock _gate = new();
    private string _stamp = "";
    private IReadOnlyList<FoundText>? _found;

    /// <summary>档案中的全部; null where there are too many to keep.</summary>
    public IReadOnlyList<FoundText>? Of(IArchive archive, string stamp, IReadOnlyList<string> words)
    {
        lock (_gate)
        {
            if (stamp != _stamp)
            {
                var found = words.Select(w => archive.Search(w, Most)).ToList();
                _found = found.Exists(f => f.Count >= Most) ? null : [.. found.SelectMany(f => f)];
                _stamp = stamp;
            }

            return _found;
        }
    }
}
