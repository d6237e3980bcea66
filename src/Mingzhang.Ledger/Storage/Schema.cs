using System.Globalization;
using System.Reflection;

namespace Mingzhang.Ledger.Storage;

/// <summary>表结构：migrations by number, each applied once, in one transaction with its number.</summary>
internal static class Schema
{
    private static readonly IReadOnlyList<int> Numbers = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.Length == 7 && n.EndsWith(".sql", StringComparison.Ordinal)).Select(n => int.Parse(n[..3], CultureInfo.InvariantCulture)).Order()];

    /// <summary>本程序的结构版本。</summary>
    public static int Newest => Numbers[^1];

    /// <summary>数据库的结构版本; 0 where there is none yet.</summary>
    public static int Of(IDatabase database, Statements statements) =>
        statements.Rows(database.TableQuery, r => r.GetString(0), ("name", "migration")).Count == 0 ? 0
            : statements.Rows("SELECT number FROM migration ORDER BY number DESC", r => (int)r.GetInt64(0)).FirstOrDefault();

    /// <summary>补上缺少的各号。</summary>
    public static void Raise(IDatabase database, Statements statements, string at)
    {
        var present = Of(database, statements);
        if (present == 0)
        {
            statements.Run("CREATE TABLE migration (number BIGINT PRIMARY KEY, at TEXT NOT NULL)");
        }

        foreach (var number in Numbers.Where(n => n > present))
        {
            statements.Run(Text(number.ToString("000", CultureInfo.InvariantCulture) + ".sql"));
            statements.Run("INSERT INTO migration (number, at) VALUES (@number, @at)", ("number", (long)number), ("at", at));
        }

        if (present == 0)
        {
            statements.Run(Text(database.GuardScript));
        }
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
