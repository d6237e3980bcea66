using System.Data;
using System.Data.Common;
using Npgsql;

namespace Mingzhang.Ledger.Storage;

/// <summary>服务器数据库：PostgreSQL, for several machines.</summary>
internal sealed class PostgresDatabase(NpgsqlConnectionStringBuilder settings) : IDatabase
{
    // Any number, as long as all writers take the same.
    private const long WriterLock = 0x4D5A;
    private const int ChainLocks = 0x4D5A;

    // A node that is cut off, or stands still in the middle of a transaction, holds its locks until the server notices: within some ten seconds, or twenty-five, not within the system's hours.
    private const string Noticing = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=10000 -c idle_in_transaction_session_timeout=25000";

    public string Address => $"postgres://{settings.Host}/{settings.Database}";

    public string Connecting => new NpgsqlConnectionStringBuilder(settings.ToString()) { Pooling = true, MaxPoolSize = 8 }.ToString();

    public DbProviderFactory Driver => NpgsqlFactory.Instance;

    public string GuardScript => "guard-postgres.sql";

    public IReadOnlyList<string> Guards { get; } = ["journal_no_delete", "journal_no_truncate", "journal_no_update"];

    public string GuardQuery => "SELECT tgname FROM pg_trigger WHERE tgrelid = 'journal'::regclass AND NOT tgisinternal AND tgenabled <> 'D'";

    public string TableQuery => "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = @name";

    /// <summary>由 postgres://用户@主机:端口/库?host=套接字目录、sslmode=verify-full、sslrootcert=证书; null where it is no such address.</summary>
    public static PostgresDatabase? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.AbsolutePath.Length < 2)
        {
            return null;
        }

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]), Pooling = false, IncludeErrorDetail = false, Options = Noticing, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 };
        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
            settings.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (pair.Split('=', 2))
            {
                case ["host", var folder]:
                    settings.Host = Uri.UnescapeDataString(folder);
                    break;
                case ["sslmode", var mode] when Enum.TryParse<SslMode>(mode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var asked):
                    settings.SslMode = asked;
                    break;
                case ["sslrootcert", var file]:
                    settings.RootCertificate = Uri.UnescapeDataString(file);
                    break;
                default:
                    return null;
            }
        }

        // On this side, too; a socket in a folder is on the same machine.
        if (settings.Host?.StartsWith('/') == false)
        {
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 5, 2);
        }

        return new PostgresDatabase(settings);
    }

    public DbConnection Open() => Open(settings);

    public DbConnection OpenReading() => Open(new NpgsqlConnectionStringBuilder(settings.ToString()) { Options = (settings.Options + " -c default_transaction_read_only=on").Trim() });

    public bool LocksChains => true;

    public DbTransaction BeginWrite(DbConnection connection, string? chain = null)
    {
        var transaction = BeginWrite(connection, chain, out var locking);
        using var statements = new Statements(connection, transaction, locking: locking);
        statements.Send();
        return transaction;
    }

    public DbTransaction BeginWrite(DbConnection connection, string? chain, out IReadOnlyList<Parametrised> locking)
    {
        // Read committed: what the writer before us committed is seen once its lock is ours, by every statement after the one that took it.
        // Whoever writes to one chain shares the lock of all with those who write to others, and nobody who needs all of them comes between.
        locking = chain is null ? [new("SELECT pg_advisory_xact_lock(@lock)", [("lock", WriterLock)])]
            : [new("SELECT pg_advisory_xact_lock_shared(@lock)", [("lock", WriterLock)]), new("SELECT pg_advisory_xact_lock(@space, hashtext(@chain))", [("space", ChainLocks), ("chain", chain)])];
        return connection.BeginTransaction(IsolationLevel.ReadCommitted);
    }

    public DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public bool CopyTo(DbConnection connection, string file) => false;

    private static NpgsqlConnection Open(NpgsqlConnectionStringBuilder settings)
    {
        var connection = new NpgsqlConnection(settings.ToString());
        connection.Open();
        return connection;
    }
}
