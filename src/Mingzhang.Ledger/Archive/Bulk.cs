using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

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
    public static Bulk Into(DbConnection connection, string table, params string[] columns) => connection switch
    {
        NpgsqlConnection postgres => new PostgresBulk(postgres, table, columns),
        SqliteConnection sqlite => new SqliteBulk(sqlite, table, columns),
        _ => throw new NotSupportedException(connection.GetType().Name),
    };

    private static string Columns(string[] columns) => string.Join(", ", columns.Select(c => "\"" + c + "\""));

    // By position: the parameters of the provider look up their names for every row, which takes longer than the row.
    private sealed class SqliteBulk : Bulk
    {
        private readonly sqlite3 _connection;
        private readonly sqlite3_stmt _statement;
        private byte[] _text = new byte[4096];

        public SqliteBulk(SqliteConnection connection, string table, string[] columns)
        {
            _connection = connection.Handle!;
            Check(raw.sqlite3_prepare_v2(_connection, $"INSERT INTO {table} ({Columns(columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})", out _statement), raw.SQLITE_OK);
        }

        public override void Row(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                Check(values[i] switch
                {
                    null => raw.sqlite3_bind_null(_statement, i + 1),
                    long whole => raw.sqlite3_bind_int64(_statement, i + 1, whole),
                    byte[] bytes => raw.sqlite3_bind_blob(_statement, i + 1, bytes),
                    var text => raw.sqlite3_bind_text(_statement, i + 1, Utf8((string)text)),
                }, raw.SQLITE_OK);
            }

            Check(raw.sqlite3_step(_statement), raw.SQLITE_DONE);
            Check(raw.sqlite3_reset(_statement), raw.SQLITE_OK);
        }

        public override void Complete()
        {
        }

        public override void Dispose() => _statement.Dispose();

        // SQLite copies it, so that one buffer serves all.
        private ReadOnlySpan<byte> Utf8(string text)
        {
            if (_text.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
            {
                _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
            }

            return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
        }

        private void Check(int result, int good)
        {
            if (result != good)
            {
                throw new SqliteException(raw.sqlite3_errmsg(_connection).utf8_to_string(), result);
            }
        }
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
