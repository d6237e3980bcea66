using System.Globalization;
using System.Reflection;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Workbench.Accounts;

/// <summary>账号的表结构：recorded apart from those of the ledger and the archive, since each may stand without the others.</summary>
internal static class WorkSchema
{
    private const string Prefix = "work-";

    private static readonly IReadOnlyList<int> Numbers = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal)).Select(n => int.Parse(n.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture)).Order()];

    /// <summary>补上缺少的各号。</summary>
    public static void Raise(IDatabase database, Statements statements, string at)
    {
        if (statements.Rows(database.TableQuery, r => r.GetString(0), ("name", "work_migration")).Count == 0)
        {
            statements.Run("CREATE TABLE work_migration (number BIGINT PRIMARY KEY, at TEXT NOT NULL)");
        }

        var present = statements.Rows("SELECT number FROM work_migration", r => (int)r.GetInt64(0));
        foreach (var number in Numbers.Except(present))
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + number.ToString("000", CultureInfo.InvariantCulture) + ".sql")!);
            statements.Run(reader.ReadToEnd());
            statements.Run("INSERT INTO work_migration (number, at) VALUES (@number, @at)", ("number", (long)number), ("at", at));
        }
    }
}
