using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Workbench.Accounts;

/// <summary>账号库：short transactions over the tables of accounts, on the database of the ledger; safe for many at once.</summary>
internal sealed class AccountRows : IDisposable
{
    /// <summary>服务器之间的钟差。</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private const int MostIdle = 8;

    // Those who write to accounts wait for each other, and not for those who write to the ledger.
    private const string Chain = "work accounts";

    private static readonly Migrations Scripts = new(Assembly.GetExecutingAssembly(), "work-", "work_migration");

    private readonly IDatabase _database;
    private readonly TimeProvider _clock;
    private readonly ConcurrentBag<Reader> _idle = [];

    private AccountRows(IDatabase database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
    }

    /// <summary>记一笔时告知：what it was, and of nobody in particular.</summary>
    public Action<string>? Heard { get; set; }

    /// <summary>现在。</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>是否在将来：written by a clock that has been set back since; what it promised is believed no more.</summary>
    public bool Ahead(DateTimeOffset at) => at > Now + Apart;

    /// <summary>打开，补上缺少的表。</summary>
    public static AccountRows Open(string address, TimeProvider clock)
    {
        var rows = new AccountRows(Store.DatabaseOf(address) ?? throw new ArgumentException(address, nameof(address)), clock);
        rows.Write(s =>
        {
            Scripts.Raise(rows._database, s, Text(rows.Now));
            return true;
        });
        return rows;
    }

    /// <summary>读：every request of whoever is signed in reads his session, so connections are kept.</summary>
    public T Read<T>(Func<Statements, T> work)
    {
        if (_idle.TryTake(out var kept))
        {
            try
            {
                return Read(kept, work);
            }
            catch (DbException)
            {
                // A server may have closed it while nobody asked; a new one tells whether there is more to it.
            }
        }

        return Read(new Reader(_database.OpenReading()), work);
    }

    /// <summary>写：one transaction.</summary>
    public T Write<T>(Func<Statements, T> work)
    {
        using var connection = _database.Open();
        using var transaction = _database.BeginWrite(connection, Chain);
        using var statements = new Statements(connection, transaction);
        var result = work(statements);
        transaction.Commit();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    /// <summary>记一笔：what was done to an account, by whom.</summary>
    public void Log(Statements statements, string who, string what, string about)
    {
        statements.Run("INSERT INTO work_log (number, at, who, what, about) SELECT COALESCE(MAX(number), 0) + 1, @at, @who, @what, @about FROM work_log", ("at", Text(Now)), ("who", who), ("what", what), ("about", about));
        Heard?.Invoke(what);
    }

    /// <summary>单独记一笔。</summary>
    public void Tell(string who, string what, string about) => Write(s =>
    {
        Log(s, who, what, about);
        return true;
    });

    /// <summary>时间的写法。</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>还原时间; null where there is none.</summary>
    public static DateTimeOffset? Time(DbDataReader r, int column) => r.IsDBNull(column) ? null : DateTimeOffset.Parse(r.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private T Read<T>(Reader reader, Func<Statements, T> work)
    {
        var sound = false;
        try
        {
            T result;
            using (var transaction = _database.BeginRead(reader.Connection))
            using (var statements = new Statements(reader.Connection, transaction, reader.Commands))
            {
                result = work(statements);
            }

            sound = true;
            return result;
        }
        finally
        {
            if (sound && _idle.Count < MostIdle)
            {
                _idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    private sealed record Reader(DbConnection Connection) : IDisposable
    {
        public PreparedCommands Commands { get; } = new();

        public void Dispose()
        {
            Commands.Dispose();
            Connection.Dispose();
        }
    }
}
