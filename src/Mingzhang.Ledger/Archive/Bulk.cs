using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mingzhang.Ledger.Archive;

/// <summary>成批写入：many rows of one table. SQLite takes them by one prepared statement, PostgreSQL by its binary copy.</summary>
internal abstract class Bulk : IDisposable
{
    /// <summary>写一行; text, long, bytes or null in the order of the columns.</summary>
    public abstract void Row(params ReadOnlySpan<object?> values);

    /// <summary>写完。</summary>
    public abstract void Complete();

    public abstract void Dispose();

    /// <summary>开始写一张表。</summary>
    public static Bulk Into(DbConnection connection, DbTransaction transaction, string table, params string[] columns) => connection switch
    {
        NpgsqlConnection postgres => new PostgresBulk(postgres, table, columns),
        SqliteConnection sqlite => new SqliteBulk(sqlite, (SqliteTransaction)transaction, table, columns),
        _ => throw new NotSupportedException(connection.GetType().Name),
    };

    private static string Columns(string[] columns) => string.Join(", ", columns.Select(c => "\"" + c + "\""));

    private sealed class SqliteBulk : Bulk
    {
        private readonly SqliteCommand _command;
        private readonly SqliteParameter[] _parameters;

        public SqliteBulk(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns)
        {
            _command = connection.CreateCommand();
            _command.Transaction = transaction;
            _command.CommandText = $"INSERT INTO {table} ({Columns(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)))})";
            _parameters = [.. columns.Select((_, i) => _command.Parameters.Add("$" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), SqliteType.Text))];
            foreach (var parameter in _parameters)
            {
                parameter.ResetSqliteType();
            }
        }

        public override void Row(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _parameters[i].Value = values[i] ?? DBNull.Value;
            }

            _command.ExecuteNonQuery();
        }

        public override void Complete()
        {
        }

        public override void Dispose() => _command.Dispose();
    }

    private sealed class PostgresBulk(NpgsqlConnection connection, string table, string[] columns) : Bulk
    {
        private readonly NpgsqlBinaryImporter _importer = connection.BeginBinaryImport($"COPY {table} ({Columns(columns)}) FROM STDIN (FORMAT BINARY)");

        public override void Row(params ReadOnlySpan<object?> values)
        {
            _importer.StartRow();
            foreach (var value in values)
            {
                switch (value)
                {
                    case null:
                        _importer.WriteNull();
                        break;
                    case long whole:
                        _importer.Write(whole, NpgsqlTypes.NpgsqlDbType.Bigint);
                        break;
                    case byte[] bytes:
                        _importer.Write(bytes, NpgsqlTypes.NpgsqlDbType.Bytea);
                        break;
                    default:
                        // A zero byte is no character of a text there.
                        _importer.Write(((string)value).Replace("\0", "\ufffd", StringComparison.Ordinal), NpgsqlTypes.NpgsqlDbType.Text);
                        break;
                }
            }
        }

        public override void Complete() => _importer.Complete();

        public override void Dispose() => _importer.Dispose();
    }
}
