using System.Data.Common;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;

namespace Mingzhang.Ledger.Storage;

/// <summary>账库：the ledger on its database. Every read is of one moment; every write is one transaction, done whole or not at all.</summary>
internal sealed class Store : IDisposable
{
    private readonly IDatabase _database;
    private readonly DbConnection _connection;
    private readonly TimeProvider _clock;
    private readonly PreparedCommands _prepared = new();
    private readonly Memory _memory = new();

    private readonly SealedDay _sealed;

    private Store(IDatabase database, DbConnection connection, TimeProvider clock, SealedDay sealedDay)
    {
        _sealed = sealedDay;
        _database = database;
        _connection = connection;
        _clock = clock;
    }

    public string Address => _database.Address;

    /// <summary>今天。</summary>
    public DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().Date);

    /// <summary>打开; null with the reason where it cannot be. A new one is only made where <paramref name="create"/> says so; whoever opens several on one address gives them one <paramref name="sealedDay"/>.</summary>
    public static Store? Open(string address, TimeProvider clock, bool create, out Problem? problem, SealedDay? sealedDay = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        problem = null;
        var database = DatabaseOf(address);
        if (database is null)
        {
            problem = Problem.Of("数据库地址不能识别", "the address of the database is not understood", "请写文件名，或 postgres://用户@主机/库", "give a file, or postgres://user@host/database");
            return null;
        }

        if (database is SqliteDatabase && !create && !File.Exists(address))
        {
            problem = Problem.Of($"没有账库 {address}", $"there is no ledger {address}", "先用 mingzhang init 建立，或用 --database 指明", "make one with mingzhang init, or name it with --database");
            return null;
        }

        try
        {
            var connection = database.Open();
            var store = new Store(database, connection, clock, sealedDay ?? new SealedDay());
            problem = store.Prepare(create);
            if (problem is null)
            {
                return store;
            }

            store.Dispose();
        }
        catch (DbException e)
        {
            problem = Problem.Of($"账库 {database.Address} 打不开", $"the ledger {database.Address} cannot be opened: {e.Message}", "请检查地址、权限和磁盘", "check the address, the permissions and the disk");
        }

        return null;
    }

    /// <summary>是否因为磁盘已满: SQLITE_FULL, or the server's disk_full.</summary>
    public static bool DiskIsFull(DbException e) => e is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 13 } || e.SqlState == "53100";

    /// <summary>地址所指的数据库; null where it is no address.</summary>
    public static IDatabase? DatabaseOf(string address) => address.Contains("://", StringComparison.Ordinal) ? PostgresDatabase.Of(address) : new SqliteDatabase(address);

    /// <summary>读：all that <paramref name="work"/> sees is of one moment.</summary>
    public T Read<T>(Func<Reading, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var transaction = _database.BeginRead(_connection);
        return work(new Reading(new Statements(_connection, transaction, _prepared), _memory));
    }

    /// <summary>写：committed where nothing was refused; the problems otherwise, and nothing is changed.</summary>
    public IReadOnlyList<Problem> Write(string who, string why, Action<Writing> work) => Write(who, why, work, seal: true);

    /// <summary>写入别处的日志：entries as they are, so that none of our own comes among them.</summary>
    public IReadOnlyList<Problem> Take(Action<Writing> work) => Write("", "", work, seal: false);

    /// <summary>试办：done and taken back, so that what would come of it can be shown.</summary>
    public IReadOnlyList<Problem> Try(string who, Action<Writing> work) => Write(who, "", work, seal: false, keep: false);

    /// <summary>写一个单位的链：where the database can, beside those who write to other units. Work that turns out to write to another chain is done again alone, so it may be called twice.</summary>
    public IReadOnlyList<Problem> WriteUnit(string who, string why, string unit, Action<Writing> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_database.LocksChains && Stamp()[..10] == _sealed.Day)
        {
            using var transaction = _database.BeginWrite(_connection, unit, out var locking);
            var writing = Writing(transaction, who, why, unit, locking);
            try
            {
                // Whoever is first on a new day seals the days before, alone.
                work(writing);
                if (writing.At[..10] == _sealed.Day)
                {
                    return Finish(transaction, writing, keep: true);
                }
            }
            catch (OtherChainException)
            {
                // It cannot be known before, and is rare.
            }

            transaction.Rollback();
        }

        return Write(who, why, work);
    }

    private IReadOnlyList<Problem> Write(string who, string why, Action<Writing> work, bool seal, bool keep = true)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var transaction = _database.BeginWrite(_connection, null, out var locking);
        var writing = Writing(transaction, who, why, null, locking);
        work(writing);
        var day = writing.At[..10];
        if (seal && writing.Problems.Count == 0 && day != _sealed.Day)
        {
            Sealing.SealEarlierDays(writing);
        }

        var problems = Finish(transaction, writing, keep);
        if (seal && problems.Count == 0)
        {
            _sealed.Day = day;
        }

        return problems;
    }

    private Writing Writing(DbTransaction transaction, string who, string why, string? only, IReadOnlyList<Parametrised> locking)
    {
        Writing? writing = null;
        return writing = new Writing(new Statements(_connection, transaction, _prepared, locking), _memory, who, why, Stamp, only) { Archive = () => OwnArchive.In(_database, _connection, transaction, writing!.At) };
    }

    private static IReadOnlyList<Problem> Finish(DbTransaction transaction, Writing writing, bool keep)
    {
        if (writing.Problems.Count > 0 || !keep)
        {
            transaction.Rollback();
            return writing.Problems;
        }

        writing.Statements.Send();
        transaction.Commit();
        writing.Kept();
        return [];
    }

    /// <summary>本库档案中的原件，按哈希; null where it is not here, as after a restore from text.</summary>
    public byte[]? Archived(string hash)
    {
        using var transaction = _database.BeginRead(_connection);
        using var statements = new Statements(_connection, transaction);
        return Migrations.Archive.Of(_database, statements).Present == 0 ? null
            : statements.Rows("SELECT bytes FROM archive_blob WHERE hash = @hash", r => (byte[])r.GetValue(0), ("hash", hash)).FirstOrDefault();
    }

    /// <summary>守护的缺失：names of triggers that should forbid changing the journal and are not there.</summary>
    public IReadOnlyList<string> MissingGuards() => Read(r => _database.Guards.Except(r.Statements.Rows(_database.GuardQuery, row => row.GetString(0)), StringComparer.Ordinal).ToList());

    /// <summary>联机备份; false where the journal's text is the backup.</summary>
    public bool CopyTo(string file) => _database.CopyTo(_connection, file);

    /// <inheritdoc/>
    public void Dispose()
    {
        _prepared.Dispose();
        _connection.Dispose();
    }

    private string Stamp() => _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private MigrationState Structure()
    {
        using var transaction = _database.BeginRead(_connection);
        using var statements = new Statements(_connection, transaction);
        return Migrations.Ledger.Of(_database, statements);
    }

    private Problem? Prepare(bool create)
    {
        // Whoever only reads waits for no writer.
        if (Structure() is { Lacking.Count: 0 } known && known.Present == Migrations.Ledger.Newest)
        {
            return null;
        }

        using var transaction = _database.BeginWrite(_connection);
        using var statements = new Statements(_connection, transaction);
        var (present, lacking) = Migrations.Ledger.Of(_database, statements);
        if (present > Migrations.Ledger.Newest)
        {
            return Problem.Of($"账库的结构版本是 {present}，本程序只认识到 {Migrations.Ledger.Newest}", $"the ledger has structure {present}, this program knows {Migrations.Ledger.Newest}", "请使用较新的程序", "use a newer program");
        }

        if (present == 0 && !create)
        {
            return Problem.Of($"{Address} 不是账库", $"{Address} is no ledger", "先用 mingzhang init 建立", "make one with mingzhang init");
        }

        if (lacking.Count > 0)
        {
            Migrations.Ledger.Raise(_database, statements, Stamp());
            if (present == 0)
            {
                statements.Run(Migrations.Ledger.Text(_database.GuardScript)!);
            }

            transaction.Commit();
        }

        return null;
    }
}
