using System.Data.Common;
using Npgsql;

namespace Mingzhang.Ledger.Archive;

/// <summary>词的索引：of passages and names of projects, by which they are found; each database keeps it in its own form.</summary>
internal static class WordIndex
{
    /// <summary>加入若干段。</summary>
    public static void Add(DbConnection connection, DbTransaction transaction, IReadOnlyList<TextWords> words)
    {
        if (connection is NpgsqlConnection postgres)
        {
            using var command = new NpgsqlCommand("INSERT INTO archive_words (id, tokens) SELECT x.id, x.tokens::tsvector FROM unnest(@ids, @tokens) AS x (id, tokens)", postgres, (NpgsqlTransaction)transaction);
            command.Parameters.AddWithValue("ids", words.Select(w => w.Id).ToArray());
            command.Parameters.AddWithValue("tokens", words.Select(w => Bigrams.ForPostgres(w.Said)).ToArray());
            command.ExecuteNonQuery();
            return;
        }

        using var index = Bulk.Into(connection, "archive_words", "rowid", "tokens");
        foreach (var word in words)
        {
            index.Row(word.Id, Bigrams.ForSqlite(word.Said));
        }
    }
}

/// <summary>一段文字，待索引。</summary>
internal sealed record TextWords(long Id, string Said);
