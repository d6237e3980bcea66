using System.Data.Common;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>日志表：entries are put in and read, nothing else.</summary>
internal static class JournalTable
{
    /// <summary>各列。</summary>
    public const string Columns = "chain, seq, at, who, kind, id, was, became, why, previous, hash";

    public static void Insert(Statements statements, JournalEntry e) =>
        statements.Run($"INSERT INTO journal ({Columns}) VALUES (@chain, @seq, @at, @who, @kind, @id, @was, @became, @why, @previous, @hash)",
            ("chain", e.Chain), ("seq", e.Seq), ("at", e.At), ("who", e.Who), ("kind", e.Kind), ("id", e.Id), ("was", e.Was), ("became", e.Became), ("why", e.Why), ("previous", e.Previous), ("hash", e.Hash));

    /// <summary>记入多笔。</summary>
    public static void InsertAll(Statements statements, IReadOnlyList<JournalEntry> entries) => statements.InsertRows($"INSERT INTO journal ({Columns})", entries,
        e => [e.Chain, e.Seq, e.At, e.Who, e.Kind, e.Id, e.Was, e.Became, e.Why, e.Previous, e.Hash]);

    public static ChainHead Head(Statements statements, string chain) =>
        statements.Rows("SELECT seq, hash FROM journal WHERE chain = @chain ORDER BY seq DESC LIMIT 1", r => new ChainHead(r.GetInt64(0), r.GetString(1)), ("chain", chain)).FirstOrDefault() ?? ChainHead.Empty;

    /// <summary>三条链的链头, asked for at once.</summary>
    public static IReadOnlyDictionary<string, ChainHead> Heads(Statements statements, string first, string second, string third)
    {
        const string One = "SELECT * FROM (SELECT chain, seq, hash FROM journal WHERE chain = @";
        const string Last = " ORDER BY seq DESC LIMIT 1) AS ";
        return statements.Rows($"{One}a{Last}x UNION ALL {One}b{Last}y UNION ALL {One}c{Last}z", r => KeyValuePair.Create(r.GetString(0), new ChainHead(r.GetInt64(1), r.GetString(2))), ("a", first), ("b", second), ("c", third)).ToDictionary(StringComparer.Ordinal);
    }

    public static IReadOnlyList<string> Chains(Statements statements) => statements.Rows("SELECT DISTINCT chain FROM journal ORDER BY chain", r => r.GetString(0));

    /// <summary>一条链，按次序。</summary>
    public static IReadOnlyList<JournalEntry> Chain(Statements statements, string chain) =>
        statements.Rows($"SELECT {Columns} FROM journal WHERE chain = @chain ORDER BY seq", Entry, ("chain", chain));

    /// <summary>一条记录的经过，按次序。</summary>
    public static IReadOnlyList<JournalEntry> Of(Statements statements, string kind, string id) =>
        JournalOrder.Of(statements.Rows($"SELECT {Columns} FROM journal WHERE kind = @kind AND id = @id", Entry, ("kind", kind), ("id", id)), e => e);

    /// <summary>一种记录在一条链上的经过，按次序。</summary>
    public static IReadOnlyList<JournalEntry> OfKind(Statements statements, string chain, string kind) =>
        statements.Rows($"SELECT {Columns} FROM journal WHERE chain = @chain AND kind = @kind ORDER BY seq", Entry, ("chain", chain), ("kind", kind));

    /// <summary>一笔，由各列。</summary>
    public static JournalEntry Entry(DbDataReader r) => new(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5),
        r.IsDBNull(6) ? null : r.GetString(6), r.IsDBNull(7) ? null : r.GetString(7), r.GetString(8), r.GetString(9), r.GetString(10));
}
