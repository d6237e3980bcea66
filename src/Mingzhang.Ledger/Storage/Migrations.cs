using System.Globalization;
using System.Reflection;

namespace Mingzhang.Ledger.Storage;

/// <summary>逐号升级：the scripts of one area (the ledger, the archive, accounts), each applied once, recorded in a table of their own, since each area may stand without the others. Numbers are given by subject, so
/// that a lower one may come later: what lacks is applied, not what is above the newest.</summary>
/// <param name="assembly">Where the scripts are embedded, as PREFIX001.sql, with PREFIX001-sqlite.sql or -postgres.sql beside it where a database needs its own.</param>
/// <param name="prefix">How their names begin.</param>
/// <param name="table">Where they are recorded.</param>
internal sealed class Migrations(Assembly assembly, string prefix, string table)
{
    private readonly IReadOnlyList<int> _numbers = [.. assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.Length == prefix.Length + "001.sql".Length && n.EndsWith(".sql", StringComparison.Ordinal))
        .Select(n => int.Parse(n.AsSpan(prefix.Length, 3), CultureInfo.InvariantCulture)).Order()];

    /// <summary>账库的。</summary>
    public static Migrations Ledger { get; } = new(Assembly.GetExecutingAssembly(), "", "migration");

    /// <summary>档案的。</summary>
    public static Migrations Archive { get; } = new(Assembly.GetExecutingAssembly(), "archive-", "archive_migration");

    /// <summary>本程序的结构版本。</summary>
    public int Newest => _numbers[^1];

    /// <summary>数据库里有哪些。</summary>
    public MigrationState Of(IDatabase database, Statements statements)
    {
        var present = statements.Rows(database.TableQuery, r => r.GetString(0), ("name", table)).Count == 0 ? [] : statements.Rows($"SELECT number FROM {table}", r => (int)r.GetInt64(0)).ToHashSet();
        return new MigrationState(present.Count == 0 ? 0 : present.Max(), [.. _numbers.Where(n => !present.Contains(n))]);
    }

    /// <summary>补上缺少的各号。</summary>
    public void Raise(IDatabase database, Statements statements, string at)
    {
        var state = Of(database, statements);
        if (state.Present == 0)
        {
            statements.Run($"CREATE TABLE IF NOT EXISTS {table} (number BIGINT PRIMARY KEY, at TEXT NOT NULL)");
        }

        foreach (var number in state.Lacking)
        {
            var name = prefix + number.ToString("000", CultureInfo.InvariantCulture);
            statements.Run(Text(name + ".sql")!);
            if (Text(name + (database is PostgresDatabase ? "-postgres.sql" : "-sqlite.sql")) is { } own)
            {
                statements.Run(own);
            }

            statements.Run($"INSERT INTO {table} (number, at) VALUES (@number, @at)", ("number", (long)number), ("at", at));
        }
    }

    /// <summary>一个语句文件; null where there is none of that name.</summary>
    public string? Text(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }
}

/// <summary>升级的状态。</summary>
/// <param name="Present">The highest number that was applied; 0 where there is none.</param>
/// <param name="Lacking">What this program knows and the database lacks, in order.</param>
internal sealed record MigrationState(int Present, IReadOnlyList<int> Lacking);
