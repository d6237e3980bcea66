using System.Data.Common;
using System.Globalization;
using Mingzhang.Ledger.Storage;
using Npgsql;

namespace Mingzhang.Ledger.Archive;

/// <summary>陈述的分区：on a server statements stand by the year and the region of their document; a file has one table, and none of this.</summary>
internal static class StatementPartitions
{
    private const string Before = "archive_statement_before";

    private const int Earliest = 1990, Latest = 2100, Parts = 4;

    /// <summary>分区的列，只在服务器上有。</summary>
    public static readonly string[] Columns = ["of_year", "region"];

    /// <summary>是否分区。</summary>
    public static bool In(DbConnection connection) => connection is NpgsqlConnection;

    /// <summary>备好一个年度的分区；a year that no budget has stays with those that state none.</summary>
    public static void Prepare(Statements statements, long year)
    {
        if (year is < Earliest or > Latest)
        {
            return;
        }

        var name = "archive_statement_" + year.ToString(CultureInfo.InvariantCulture);
        if (Exists(statements, name))
        {
            return;
        }

        statements.Run($"CREATE TABLE {name} PARTITION OF archive_statement FOR VALUES IN ({year.ToString(CultureInfo.InvariantCulture)}) PARTITION BY HASH (region)");
        for (var part = 0; part < Parts; part++)
        {
            statements.Run(string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE {name}_{part} PARTITION OF {name} FOR VALUES WITH (MODULUS {Parts}, REMAINDER {part})"));
        }
    }

    /// <summary>搬入分区以前的陈述。</summary>
    public static void Take(Statements statements)
    {
        if (!Exists(statements, Before))
        {
            return;
        }

        foreach (var year in statements.Rows("SELECT DISTINCT year FROM archive_document WHERE year IS NOT NULL ORDER BY year", r => r.GetInt64(0)))
        {
            Prepare(statements, year);
        }

        statements.Run($"""
            INSERT INTO archive_statement SELECT s.*, COALESCE(d.year, 0), COALESCE(b.region, '') FROM {Before} s JOIN archive_document d ON d.id = s.document LEFT JOIN archive_body b ON b.id = d.body;
            DROP TABLE {Before}
            """);
    }

    private static bool Exists(Statements statements, string table) => statements.Rows("SELECT 1 FROM pg_class WHERE relname = @name AND relnamespace = current_schema()::regnamespace", _ => true, ("name", table)).Count > 0;
}
