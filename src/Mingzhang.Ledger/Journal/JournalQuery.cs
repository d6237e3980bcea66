using System.Globalization;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Journal;

/// <summary>日志的查找：newest first; an empty text, or no kind, asks for nothing in particular.</summary>
internal sealed record JournalQuery
{
    /// <summary>链; empty for all.</summary>
    public string Chain { get; init; } = "";

    /// <summary>何人。</summary>
    public string Who { get; init; } = "";

    /// <summary>自哪一天。</summary>
    public string From { get; init; } = "";

    /// <summary>至哪一天，含。</summary>
    public string To { get; init; } = "";

    /// <summary>对象的种类; none for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>对象：part of its key, or of what was written about it.</summary>
    public string About { get; init; } = "";

    /// <summary>一页。</summary>
    public IReadOnlyList<JournalEntry> Page(Statements statements, int most, int after) => Rows(statements, most, after, null);

    /// <summary>接着某一笔的若干笔: what is added meanwhile stands before it and is not met, so a long export needs no transaction of its own.</summary>
    public IReadOnlyList<JournalEntry> After(Statements statements, int most, JournalEntry? last) => Rows(statements, most, 0, last);

    /// <summary>有几笔，至多数到 <paramref name="most"/>。</summary>
    public long Count(Statements statements, int most)
    {
        var (conditions, given) = Conditions(null);
        return statements.Rows($"SELECT COUNT(*) FROM (SELECT 1 FROM journal{conditions} LIMIT @most) AS found", r => r.GetInt64(0), [.. given, ("most", (long)most)])[0];
    }

    private List<JournalEntry> Rows(Statements statements, int most, int after, JournalEntry? last)
    {
        var (conditions, given) = Conditions(last);
        return statements.Rows($"SELECT {JournalTable.Columns} FROM journal{conditions} ORDER BY at DESC, chain, seq DESC LIMIT @most OFFSET @after", JournalTable.Entry, [.. given, ("most", (long)most), ("after", (long)after)]);
    }

    // Only what is asked for is in the statement, so that the database can use its indexes.
    private Condition Conditions(JournalEntry? last)
    {
        var conditions = new List<string>();
        var given = new List<(string Name, object? Value)>();
        Add(Chain, "chain = @chain", "chain", Chain);
        Add(Who, "who = @who", "who", Who);
        Add(From, "at >= @first", "first", From);
        Add(To, "at < @end", "end", To + "~");
        Add(About, @"(LOWER(id) LIKE @about ESCAPE '\' OR LOWER(was) LIKE @about ESCAPE '\' OR LOWER(became) LIKE @about ESCAPE '\')", "about", Pattern(About));
        if (Kinds.Count > 0)
        {
            conditions.Add($"kind IN ({string.Join(", ", Kinds.Select((_, i) => "@" + Kind(i)))})");
            given.AddRange(Kinds.Select((k, i) => (Kind(i), (object?)k)));
        }

        if (last is not null)
        {
            conditions.Add("at <= @at AND (at < @at OR chain > @after_chain OR (chain = @after_chain AND seq < @seq))");
            given.AddRange([("at", last.At), ("after_chain", last.Chain), ("seq", last.Seq)]);
        }

        return new Condition(conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions), [.. given]);

        void Add(string asked, string condition, string name, string value)
        {
            if (asked.Length > 0)
            {
                conditions.Add(condition);
                given.Add((name, value));
            }
        }
    }

    private static string Kind(int number) => "kind_" + number.ToString(CultureInfo.InvariantCulture);

    // Bodies keep line ends and backslashes escaped, so what is looked for is written the same way before signs of the pattern are taken for letters.
    private static string Pattern(string text) => "%" + RecordText.Escape(text).ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";

    private sealed record Condition(string Text, (string Name, object? Value)[] Given);
}
