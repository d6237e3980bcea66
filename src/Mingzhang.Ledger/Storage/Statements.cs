using System.Data.Common;
using System.Globalization;

namespace Mingzhang.Ledger.Storage;

/// <summary>语句：parameterised statements inside one transaction. Names of tables and columns come from the kinds, never from outside.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="kept">What earlier transactions of the connection have prepared: the same few texts come again in each. Without it they are prepared for this one alone.</param>
/// <param name="locking">What takes the lock, sent with whatever is asked first.</param>
internal sealed class Statements(DbConnection connection, DbTransaction? transaction, PreparedCommands? kept = null, IReadOnlyList<Parametrised>? locking = null) : IDisposable
{
    private readonly PreparedCommands _commands = kept ?? new();
    private readonly bool _own = kept is null;
    private readonly StatementQueue _queue = new(connection, transaction, locking ?? []);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_own)
        {
            _commands.Dispose();
        }
    }

    /// <summary>执行，返回所改行数。</summary>
    public int Run(string text, params (string Name, object? Value)[] parameters)
    {
        Send();
        return Command(text, parameters).ExecuteNonQuery();
    }

    /// <summary>执行，不必马上: what nobody waits for goes to a server together with the rest, in its order, and at the latest by <see cref="Send"/>.</summary>
    public void Later(string text, params (string Name, object? Value)[] parameters)
    {
        if (connection.CanCreateBatch)
        {
            _queue.Add(new Parametrised(text, parameters));
        }
        else
        {
            Run(text, parameters);
        }
    }

    /// <summary>送出还没有送出的; a fault of one of them is told here.</summary>
    public void Send() => _queue.Send();

    /// <summary>查询，逐行取值。</summary>
    public List<T> Rows<T>(string text, Func<DbDataReader, T> row, params (string Name, object? Value)[] parameters)
    {
        using var reader = _queue.Empty ? Command(text, parameters).ExecuteReader() : _queue.Read(new Parametrised(text, parameters));
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>记录，按条件。</summary>
    public List<StoredRecord> Records(RecordKind kind, params (string Field, object Value)[] where)
    {
        var condition = where.Length == 0 ? "" : " WHERE " + string.Join(" AND ", where.Select(w => $"\"{w.Field}\" = @{w.Field}"));
        return Rows($"SELECT id, chain, version{string.Concat(kind.Fields.Select(f => $", \"{f.Key}\""))} FROM {kind.Key}{condition} ORDER BY id",
            r => Record(kind, r), [.. where.Select(w => (w.Field, (object?)w.Value))]);
    }

    /// <summary>写入记录, as new or in place of the version that was read; false where another version is there.</summary>
    public bool Store(StoredRecord record, long version)
    {
        var kind = record.Kind;
        var command = _commands.Of((record.Version == 0 ? "+" : "~") + kind.Key, transaction, () => Storing(kind, record.Version == 0));
        command.Parameters[0].Value = record.Id;
        command.Parameters[1].Value = record.Chain;
        command.Parameters[2].Value = version;
        for (var i = 0; i < kind.Fields.Count; i++)
        {
            var field = kind.Fields[i];
            command.Parameters[i + 3].Value = field.Whole ? record.Whole(field.Key) : record[field.Key];
        }

        if (record.Version != 0)
        {
            command.Parameters[command.Parameters.Count - 1].Value = record.Version;
        }

        Send();
        return command.ExecuteNonQuery() == 1;
    }

    private DbCommand Storing(RecordKind kind, bool added)
    {
        var command = connection.CreateCommand();
        command.CommandText = added
            ? $"INSERT INTO {kind.Key} (id, chain, version{string.Concat(kind.Fields.Select(f => $", \"{f.Key}\""))}) VALUES (@id, @chain, @next{string.Concat(kind.Fields.Select(f => $", @f_{f.Key}"))}) ON CONFLICT (id) DO NOTHING"
            : $"UPDATE {kind.Key} SET chain = @chain, version = @next{string.Concat(kind.Fields.Select(f => $", \"{f.Key}\" = @f_{f.Key}"))} WHERE id = @id AND version = @seen";
        Parameter(command, "id", whole: false);
        Parameter(command, "chain", whole: false);
        Parameter(command, "next", whole: true);
        foreach (var field in kind.Fields)
        {
            Parameter(command, "f_" + field.Key, field.Whole);
        }

        if (!added)
        {
            Parameter(command, "seen", whole: true);
        }

        return command;
    }

    private static void Parameter(DbCommand command, string name, bool whole)
    {
        var parameter = command.CreateParameter();

        // With its sign, or SQLite is asked for every other sign first, for every value of every row.
        parameter.ParameterName = "@" + name;
        parameter.DbType = whole ? System.Data.DbType.Int64 : System.Data.DbType.String;
        command.Parameters.Add(parameter);
    }

    /// <summary>写入多条新记录 of one kind, many in one statement; each keeps the version that it has.</summary>
    public void Insert(IReadOnlyList<StoredRecord> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        var kind = records[0].Kind;
        InsertRows($"INSERT INTO {kind.Key} (id, chain, version{string.Concat(kind.Fields.Select(f => $", \"{f.Key}\""))})",
            records, r => [r.Id, r.Chain, r.Version, .. kind.Fields.Select(f => f.Whole ? (object?)r.Whole(f.Key) : r[f.Key])]);
    }

    /// <summary>写入多行, a few in one statement.</summary>
    public void InsertRows<T>(string into, IReadOnlyList<T> rows, Func<T, IReadOnlyList<object?>> values)
    {
        // SQLite looks every parameter up by its name, so the cost of a statement grows with their square.
        const int Most = 8;
        for (var from = 0; from < rows.Count; from += Most)
        {
            var count = Math.Min(Most, rows.Count - from);
            var given = new List<(string Name, object? Value)>();
            for (var i = 0; i < count; i++)
            {
                foreach (var value in values(rows[from + i]))
                {
                    given.Add((RowsText.Parameter(given.Count), value));
                }
            }

            Later(RowsText.Of(into, count, given.Count / count), [.. given]);
        }
    }

    /// <summary>删除记录; false where another version is there.</summary>
    public bool Delete(StoredRecord record) => Run($"DELETE FROM {record.Kind.Key} WHERE id = @id AND version = @seen", ("id", record.Id), ("seen", record.Version)) == 1;

    private static StoredRecord Record(RecordKind kind, DbDataReader reader)
    {
        var values = new RecordValues();
        for (var i = 0; i < kind.Fields.Count; i++)
        {
            var field = kind.Fields[i];
            _ = field.Whole ? values.Set(field.Key, reader.GetInt64(i + 3)) : values.Set(field.Key, Convert.ToString(reader.GetValue(i + 3), CultureInfo.InvariantCulture) ?? "");
        }

        return values.As(kind, reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
    }

    /// <summary>值的类型。</summary>
    public static System.Data.DbType TypeOf(object? value) => value switch { long => System.Data.DbType.Int64, int => System.Data.DbType.Int32, byte[] => System.Data.DbType.Binary, _ => System.Data.DbType.String };

    private DbCommand Command(string text, (string Name, object? Value)[] parameters)
    {
        var command = _commands.Of(text, transaction, () =>
        {
            var made = connection.CreateCommand();
            made.CommandText = text;
            foreach (var (name, _) in parameters)
            {
                var parameter = made.CreateParameter();
                parameter.ParameterName = RowsText.Numbered(name) ? name : "@" + name;
                made.Parameters.Add(parameter);
            }

            return made;
        });
        for (var i = 0; i < parameters.Length; i++)
        {
            var value = parameters[i].Value;
            var type = TypeOf(value);
            if (command.Parameters[i].DbType != type)
            {
                command.Parameters[i].DbType = type;
            }

            command.Parameters[i].Value = value ?? DBNull.Value;
        }

        return command;
    }
}
