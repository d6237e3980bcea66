using System.Data.Common;

namespace Mingzhang.Ledger.Storage;

/// <summary>待送的语句：each journey to a server costs as much as the statement itself, so what need not be answered at once waits for what does.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="locking">What takes the lock; each gives a row that nobody reads.</param>
internal sealed class StatementQueue(DbConnection connection, DbTransaction? transaction, IReadOnlyList<Parametrised> locking)
{
    // An import does not hold all its rows in memory a second time.
    private const int Most = 64;

    private readonly List<Parametrised> _waiting = [.. locking];
    private int _answered = locking.Count;

    public bool Empty => _waiting.Count == 0;

    public void Add(Parametrised statement)
    {
        _waiting.Add(statement);
        if (_waiting.Count >= Most)
        {
            Send();
        }
    }

    /// <summary>全部送出。</summary>
    public void Send()
    {
        if (!Empty)
        {
            using var batch = Batch();
            batch.ExecuteNonQuery();
        }
    }

    /// <summary>全部送出，连同一个查询: the reader of its rows.</summary>
    public DbDataReader Read(Parametrised query)
    {
        var answered = _answered;
        _waiting.Add(query);
        var reader = Batch().ExecuteReader();
        for (; answered > 0; answered--)
        {
            reader.NextResult();
        }

        return reader;
    }

    private DbBatch Batch()
    {
        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var statement in _waiting)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Text;
            foreach (var (name, value) in statement.Values)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = RowsText.Numbered(name) ? "" : "@" + name;
                parameter.DbType = Statements.TypeOf(value);
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        _waiting.Clear();
        _answered = 0;
        return batch;
    }
}
