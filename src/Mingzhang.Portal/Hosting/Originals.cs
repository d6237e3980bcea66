using Mingzhang.Documents;
using Mingzhang.Documents.Formats;
using Mingzhang.Paper;
using Mingzhang.Pdf;

namespace Mingzhang.Portal.Hosting;

/// <summary>原件的页面：the last few documents that somebody looked into, opened from their bytes; a document is opened by one visitor at a time.</summary>
internal sealed class Originals
{
    private const int Most = 6;

    private readonly LinkedList<Original> _kept = new();
    private readonly Lock _gate = new();

    /// <summary>打开; null where the bytes are gone or cannot be read.</summary>
    public Original? Of(string hash, string name, Func<byte[]?> bytes)
    {
        lock (_gate)
        {
            if (_kept.FirstOrDefault(o => o.Hash == hash) is { } known)
            {
                _kept.Remove(known);
                _kept.AddFirst(known);
                return known;
            }

            if (bytes() is not { } content || Opening.Bytes(name, content).Paper is not { } paper)
            {
                return null;
            }

            var original = new Original(hash, paper, DrawnRulings.Of(content));
            _kept.AddFirst(original);
            if (_kept.Count > Most)
            {
                _kept.RemoveLast();
            }

            return original;
        }
    }
}

/// <summary>打开的原件。</summary>
internal sealed record Original(string Hash, PaperDocument Paper, IReadOnlyDictionary<int, IReadOnlyList<PdfRuling>> Rulings);
