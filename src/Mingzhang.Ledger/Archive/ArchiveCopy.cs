using System.Data.Common;
using Microsoft.Data.Sqlite;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>档案的搬移：everything of an archive in a file into an empty one on either database, within a transaction; the index of words is made anew.</summary>
internal static class ArchiveCopy
{
    private const int WordsAtOnce = 1000;

    // What each database keeps in its own form, or has already.
    private static readonly string[] Own = ["archive_words", "archive_migration"];

    /// <summary>文件里是否有档案。</summary>
    public static bool IsIn(string file)
    {
        using var source = Open(file);
        return Tables(source).Count > 0;
    }

    /// <summary>补到本程序的结构：so that an older archive brings every column that pages rely on.</summary>
    public static void Raise(string file, string at)
    {
        var database = new SqliteDatabase(file);
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        using var statements = new Statements(connection, transaction);
        ArchiveStructure.Raise(database, statements, at);
        transaction.Commit();
    }

    /// <summary>搬入。</summary>
    public static void Into(string file, DbConnection target, DbTransaction transaction)
    {
        using var source = Open(file);
        using var statements = new Statements(target, transaction);
        var partitioned = StatementPartitions.In(target);
        foreach (var table in Tables(source))
        {
            Copy(source, partitioned && table == "archive_statement" ? Placed(source, statements) : "SELECT * FROM " + table, table, target);
        }

        var words = new List<TextWords>();
        using var command = source.CreateCommand();
        command.CommandText = "SELECT id, said FROM archive_text ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            words.Add(new TextWords(reader.GetInt64(0), reader.GetString(1)));
            if (words.Count == WordsAtOnce)
            {
                WordIndex.Add(target, transaction, words);
                words.Clear();
            }
        }

        WordIndex.Add(target, transaction, words);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Tables(SqliteConnection source)
    {
        using var command = source.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'archive\\_%' ESCAPE '\\' ORDER BY name";
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        // The index of words stands in several tables of its own.
        return tables.FindAll(t => !Own.Any(o => t.StartsWith(o, StringComparison.Ordinal)));
    }

    // A server keeps statements by year and region of their document.
    private static string Placed(SqliteConnection source, Statements statements)
    {
        using var command = source.CreateCommand();
        command.CommandText = "SELECT DISTINCT year FROM archive_document WHERE year IS NOT NULL ORDER BY year";
        using var years = command.ExecuteReader();
        while (years.Read())
        {
            StatementPartitions.Prepare(statements, years.GetInt64(0));
        }

        return "SELECT s.*, COALESCE(d.year, 0) AS of_year, COALESCE(b.region, '') AS region FROM archive_statement s JOIN archive_document d ON d.id = s.document LEFT JOIN archive_body b ON b.id = d.body";
    }

    private static void Copy(SqliteConnection source, string query, string table, DbConnection target)
    {
        using var command = source.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        using var bulk = Bulk.Into(target, table, columns);
        var values = new object?[columns.Length];
        while (reader.Read())
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            bulk.Row(values);
        }

        bulk.Complete();
    }
}
