using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Mingzhang.Ledger.Storage;

/// <summary>单文件数据库：SQLite with a write-ahead log; what was acknowledged is on the disk.</summary>
internal sealed class SqliteDatabase(string file) : IDatabase
{
    // How long a writer waits for another one before it gives up.
    private const int Patience = 60;

    public string Address => file;

    public string Connecting => new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = Patience }.ToString();

    public DbProviderFactory Driver => SqliteFactory.Instance;

    public bool LocksChains => false;

    public string GuardScript => "guard-sqlite.sql";

    public IReadOnlyList<string> Guards { get; } = ["journal_no_delete", "journal_no_update"];

    public string GuardQuery => "SELECT name FROM sqlite_master WHERE type = 'trigger'";

    public string TableQuery => "SELECT name FROM sqlite_master WHERE type = 'table' AND name = @name";

    // 64 MB, so that a large import changes its pages in memory and writes each once.
    public DbConnection Open() => Open("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;");

    // The system keeps the file's pages for all readers together.
    public DbConnection OpenReading() => Open("PRAGMA query_only=1; PRAGMA cache_size=-4096;");

    // At once, not when the first row is written: a transaction that read before it writes could not wait for its turn.
    public DbTransaction BeginWrite(DbConnection connection, string? chain = null) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false);

    public DbTransaction BeginWrite(DbConnection connection, string? chain, out IReadOnlyList<Parametrised> locking)
    {
        locking = [];
        return BeginWrite(connection, chain);
    }

    public DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    public bool CopyTo(DbConnection connection, string file)
    {
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        target.Open();
        ((SqliteConnection)connection).BackupDatabase(target);
        return true;
    }

    private SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = false, DefaultTimeout = Patience }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = settings;
        command.ExecuteNonQuery();
        return connection;
    }
}
