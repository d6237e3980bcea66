using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive.Analytics;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>档案库：all that was read and published, on one file or a server. Filed by one writer, read by many at once.</summary>
internal sealed partial class ArchiveStore : IDisposable
{
    private readonly IDatabase _database;
    private readonly ArchiveSql _sql;
    private readonly TimeProvider _clock;
    private readonly PointCache _points;
    private readonly BodyNames _names = new();
    private readonly ConcurrentBag<Line> _writers = [], _readers = [];

    private ArchiveStore(IDatabase database, TimeProvider clock, Space space)
    {
        _database = database;
        _sql = new ArchiveSql(database is PostgresDatabase);
        _clock = clock;
        _points = new PointCache(space);
    }

    /// <summary>地址，不含口令。</summary>
    public string Address => _database.Address;

    /// <summary>分析库, which answers in place of the archive what grows with it; null where there is none.</summary>
    public ColumnStore? Analytics { get; set; }

    /// <summary>打开; null with the reason where it cannot be. A new one is only made where <paramref name="create"/> says so.</summary>
    public static ArchiveStore? Open(string address, TimeProvider clock, Space space, bool create, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(address);
        problem = null;
        var database = Store.DatabaseOf(address);
        if (database is null)
        {
            problem = Problem.Of("数据库地址不能识别", "the address of the database is not understood", "请写文件名，或 postgres://用户@主机/库", "give a file, or postgres://user@host/database");
            return null;
        }

        if (database is SqliteDatabase && !create && !System.IO.File.Exists(address))
        {
            problem = Problem.Of($"没有档案库 {address}", $"there is no archive {address}", "先用 mingzhang archive 归入文件，或用 --database 指明", "file documents with mingzhang archive, or name it with --database");
            return null;
        }

        var store = new ArchiveStore(database, clock, space);
        try
        {
            problem = store.Prepare(create);
            if (problem is null)
            {
                return store;
            }
        }
        catch (DbException e)
        {
            problem = Problem.Of($"档案库 {database.Address} 打不开", $"the archive {database.Address} cannot be opened: {e.Message}", "请检查地址、权限和磁盘", "check the address, the permissions and the disk");
        }

        store.Dispose();
        return null;
    }

    /// <summary>归入一批：all or none.</summary>
    public void File(Action<Filing> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        With(_writers, _database.Open, line =>
        {
            using var transaction = _database.BeginWrite(line.Connection);
            using var statements = new Statements(line.Connection, transaction);
            work(new Filing(line.Connection, transaction, statements, Stamp()));
            transaction.Commit();
            return true;
        });
    }

    /// <summary>读：all that <paramref name="work"/> sees is of one moment.</summary>
    public T Read<T>(Func<IArchive, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return With(_readers, _database.OpenReading, line =>
        {
            using var transaction = _database.BeginRead(line.Connection);
            using var statements = new Statements(line.Connection, transaction, line.Commands);
            var own = new SqlYearFigures(statements, _sql);
            return work(new ArchiveReader(statements, _points, _names, _sql, Analytics?.Figures(own) ?? own));
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_writers.TryTake(out var line) || _readers.TryTake(out line))
        {
            line.Dispose();
        }
    }

    // A connection that failed is not used again.
    private static T With<T>(ConcurrentBag<Line> idle, Func<DbConnection> open, Func<Line, T> work)
    {
        var line = idle.TryTake(out var kept) ? kept : new Line(open());
        var sound = false;
        try
        {
            var result = work(line);
            sound = true;
            return result;
        }
        finally
        {
            if (sound)
            {
                idle.Add(line);
            }
            else
            {
                line.Dispose();
            }
        }
    }

    private string Stamp() => _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private MigrationState Structure() => With(_writers, _database.Open, line =>
    {
        using var transaction = _database.BeginRead(line.Connection);
        using var statements = new Statements(line.Connection, transaction);
        return Migrations.Archive.Of(_database, statements);
    });

    private Problem? Prepare(bool create)
    {
        var (present, lacking) = Structure();
        if (present > Migrations.Archive.Newest)
        {
            return Problem.Of($"档案库的结构版本是 {present}，本程序只认识到 {Migrations.Archive.Newest}", $"the archive has structure {present}, this program knows {Migrations.Archive.Newest}", "请使用较新的程序", "use a newer program");
        }

        if (present == 0 && !create)
        {
            return Problem.Of($"{Address} 中没有档案", $"{Address} holds no archive", "先用 mingzhang archive 归入文件", "file documents with mingzhang archive");
        }

        if (lacking.Count > 0)
        {
            With(_writers, _database.Open, line =>
            {
                using var transaction = _database.BeginWrite(line.Connection);
                using var statements = new Statements(line.Connection, transaction);
                ArchiveStructure.Raise(_database, statements, Stamp());
                transaction.Commit();
                return true;
            });
        }

        return null;
    }

    // A connection with what it has prepared: the same few questions come again for every page.
    private sealed class Line(DbConnection connection) : IDisposable
    {
        public DbConnection Connection => connection;

        public PreparedCommands Commands { get; } = new();

        public void Dispose()
        {
            Commands.Dispose();
            connection.Dispose();
        }
    }
}
