using System.Globalization;
using System.Reflection;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>归档的表结构：numbered from 100 and recorded apart, so that an archive needs no ledger beside it and may stand in one.</summary>
internal static class ArchiveSchema
{
    private const string Prefix = "archive-";

    private static readonly IReadOnlyList<int> Numbers = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.Length == Prefix.Length + 7).Select(n => int.Parse(n.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture)).Order()];

    /// <summary>本程序的结构版本。</summary>
    public static int Newest => Numbers[^1];

    /// <summary>数据库的结构版本; 0 where there is no archive.</summary>
    public static int Of(IDatabase database, Statements statements) =>
        statements.Rows(database.TableQuery, r => r.GetString(0), ("name", "archive_migration")).Count == 0 ? 0
            : statements.Rows("SELECT number FROM archive_migration ORDER BY number DESC", r => (int)r.GetInt64(0)).FirstOrDefault();

    /// <summary>缺少的各号：numbers are given by area, so that a lower one may come later.</summary>
    public static IReadOnlyList<int> Lacking(IDatabase database, Statements statements)
    {
        var present = Of(database, statements) == 0 ? [] : statements.Rows("SELECT number FROM archive_migration", r => (int)r.GetInt64(0)).ToHashSet();
        return [.. Numbers.Where(n => !present.Contains(n))];
    }

    /// <summary>补上缺少的各号。</summary>
    public static void Raise(IDatabase database, Statements statements, string at)
    {
        var lacking = Lacking(database, statements);
        if (lacking.Count == Numbers.Count)
        {
            statements.Run("CREATE TABLE archive_migration (number BIGINT PRIMARY KEY, at TEXT NOT NULL)");
        }

        foreach (var number in lacking)
        {
            var name = Prefix + number.ToString("000", CultureInfo.InvariantCulture);
            statements.Run(Text(name + ".sql")!);
            if (Text(name + (database is PostgresDatabase ? "-postgres.sql" : "-sqlite.sql")) is { } own)
            {
                statements.Run(own);
            }

            statements.Run("INSERT INTO archive_migration (number, at) VALUES (@number, @at)", ("number", (long)number), ("at", at));
        }
    }

    private static string? Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }
}
