using Microsoft.Data.Sqlite;

namespace Mingzhang.Workbench.Accounts;

/// <summary>账号的恢复：the accounts of a backup into a ledger that has none, with the keys that their secrets are encrypted with. Sessions and invitations are left behind, so that no cookie of before opens anything; whoever stole the backup itself still has its keys.</summary>
internal static class AccountCopy
{
    private static readonly string[] Tables = ["work_key", "work_account", "work_recovery", "work_passkey", "work_login"];

    /// <summary>备份里是否有账号; false where it is no copy of a database.</summary>
    public static bool IsIn(string file)
    {
        try
        {
            using var source = Open(file);
            return Has(source, "work_account") && Rows(source, "work_account").Count > 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>搬入，返回账号的个数; 0 where the ledger has accounts already, and then nothing is changed.</summary>
    public static int Into(string file, string address, TimeProvider clock)
    {
        using var source = Open(file);
        using var rows = AccountRows.Open(address, clock);
        return rows.Write(s =>
        {
            if (s.Rows("SELECT id FROM work_account LIMIT 1", _ => true).Count > 0)
            {
                return 0;
            }

            foreach (var table in Tables.Where(t => Has(source, t)))
            {
                foreach (var row in Rows(source, table))
                {
                    s.Run($"INSERT INTO {table} ({string.Join(", ", row.Select(c => c.Name))}) VALUES ({string.Join(", ", row.Select(c => "@" + c.Name))}) ON CONFLICT DO NOTHING", [.. row.Select(c => (c.Name, c.Value))]);
                }
            }

            var number = s.Rows("SELECT id FROM work_account", _ => true).Count;
            rows.Log(s, Environment.UserName, "restored", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return number;
        });
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static bool Has(SqliteConnection source, string table)
    {
        using var command = source.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = @name";
        command.Parameters.AddWithValue("name", table);
        return command.ExecuteScalar() is not null;
    }

    private static List<List<Cell>> Rows(SqliteConnection source, string table)
    {
        using var command = source.CreateCommand();

        // The name is one of the five above.
#pragma warning disable CA2100
        command.CommandText = "SELECT * FROM " + table;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<List<Cell>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => new Cell(reader.GetName(i), reader.IsDBNull(i) ? null : reader.GetValue(i)))]);
        }

        return rows;
    }

    private sealed record Cell(string Name, object? Value);
}
