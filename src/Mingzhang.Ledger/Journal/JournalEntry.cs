using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Ledger.Journal;

/// <summary>链头：number and hash of a chain's last entry.</summary>
internal sealed record ChainHead(long Seq, string Hash)
{
    /// <summary>空链。</summary>
    public static ChainHead Empty { get; } = new(0, new string('0', 64));
}

/// <summary>日志一笔：who changed what, when and why, from what to what; its hash covers all of it and the hash before.</summary>
internal sealed record JournalEntry(string Chain, long Seq, string At, string Who, string Kind, string Id, string? Was, string? Became, string Why, string Previous, string Hash)
{
    /// <summary>封存的种类：an entry that names the heads of the units' chains.</summary>
    public const string Seal = "seal";

    /// <summary>链上的下一笔。</summary>
    public static JournalEntry Next(string chain, ChainHead head, string at, string who, string kind, string id, string? was, string? became, string why)
    {
        var entry = new JournalEntry(chain, head.Seq + 1, at, who, kind, id, was, became, why, head.Hash, "");
        return entry with { Hash = entry.Computed() };
    }

    /// <summary>按内容算出的哈希。</summary>
    public string Computed()
    {
        // Each part with its length, so that no two entries are the same bytes; what is absent is not what is empty.
        var text = new StringBuilder();
        foreach (var part in new[] { Previous, Chain, Seq.ToString(CultureInfo.InvariantCulture), At, Who, Kind, Id, Was, Became, Why })
        {
            text.Append(part is null ? "-" : part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>日期（协调世界时）。</summary>
    public string Day => At[..10];
}
