using System.Data.Common;
using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Surroundings;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Doctor;

/// <summary>账库的健康：whether it answers, whether its structure is this program's, whether the clock agrees with it. It is only read; raising it is left to whoever starts the server.</summary>
internal static class LedgerHealth
{
    // Two machines kept by a time server differ by milliseconds.
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(5);

    /// <summary>逐项查看。</summary>
    /// <param name="address">Of the ledger.</param>
    /// <param name="named">Whether somebody named it: one that nobody named and that is not there is not missed.</param>
    public static IReadOnlyList<Surrounding> Of(string address, bool named)
    {
        var what = new Reason("账库", "ledger");
        if (Store.DatabaseOf(address) is not { } database)
        {
            return [new("ledger", what, null, new Reason("数据库地址不能识别；请写文件名，或 postgres://用户@主机/库", "the address of the database is not understood; give a file, or postgres://user@host/database"), Needed: true), Clock(null)];
        }

        if (!address.Contains("://", StringComparison.Ordinal) && !File.Exists(address))
        {
            return [new("ledger", what, named ? null : "–", new Reason($"还没有 {address}；用 mingzhang init 或 serve --work 建立，或用 --database 指明", $"there is no {address} yet; make one with mingzhang init or serve --work, or name it with --database"), Needed: named), Clock(null)];
        }

        try
        {
            using var connection = database.OpenReading();
            using var transaction = database.BeginRead(connection);
            using var statements = new Statements(connection, transaction);
            return [new("ledger", what, $"{database.Address} ({connection.ServerVersion})", null, Needed: true), .. Encrypted(database, statements), Structure(database, statements), Clock(Newest(database, statements))];
        }
        catch (DbException e)
        {
            return [new("ledger", what, null, new Reason($"{database.Address} 打不开：请检查地址、口令（~/.pgpass 或 PGPASSWORD）、权限，数据库是否已启动", $"{database.Address} cannot be opened ({e.Message}); check the address, the password (~/.pgpass or PGPASSWORD), the permissions, and that the database runs"), Needed: true), Clock(null)];
        }
    }

    // A file has no way to go, so nothing is said of it.
    private static IEnumerable<Surrounding> Encrypted(IDatabase database, Statements statements)
    {
        var what = new Reason("与数据库之间的加密", "encryption on the way to the database");
        if (database is PostgresDatabase)
        {
            yield return Encryption.Holds(database, statements) ? new Surrounding("encryption", what, "✓", null)
                : new Surrounding("encryption", what, "–", new Reason("数据库在别的机器上，而连接没有加密；请在地址后写 ?sslmode=verify-full&sslrootcert=证书文件", "the database is on another machine and the connection is not encrypted; add ?sslmode=verify-full&sslrootcert=FILE to the address"));
        }
    }

    private static Surrounding Structure(IDatabase database, Statements statements)
    {
        var what = new Reason("账库和档案的结构", "structure of the ledger and the archive");
        var known = Migrations.Ledger.Newest.ToString(CultureInfo.InvariantCulture) + " / " + Migrations.Archive.Newest.ToString(CultureInfo.InvariantCulture);
        var (ledger, archive) = (Migrations.Ledger.Of(database, statements), Migrations.Archive.Of(database, statements));
        if (ledger.Present > Migrations.Ledger.Newest || archive.Present > Migrations.Archive.Newest)
        {
            return new Surrounding("structure", what, null, new Reason($"比本程序（{known}）新，请使用较新的程序", $"newer than this program ({known}); use a newer program"), Needed: true);
        }

        if (ledger.Present == 0 && archive.Present == 0)
        {
            return new Surrounding("structure", what, null, new Reason("里面既没有账库也没有档案；请用 mingzhang init 或 serve --work 建立", "neither a ledger nor an archive is in it; make one with mingzhang init or serve --work"), Needed: true);
        }

        // An archive without a ledger, or the other way round, lacks nothing.
        var lacking = (ledger.Present == 0 ? 0 : ledger.Lacking.Count) + (archive.Present == 0 ? 0 : archive.Lacking.Count);
        return lacking == 0 ? new Surrounding("structure", what, known, null)
            : new Surrounding("structure", what, $"{ledger.Present} / {archive.Present}", new Reason($"还差 {lacking} 步升级，新程序第一次打开时自动完成；请先做备份", $"{lacking} step{(lacking == 1 ? "" : "s")} behind; the program raises it when it first opens it. Make a backup first"));
    }

    // On a server its own clock, in a file the last entry that was written.
    private static (DateTimeOffset At, bool IsServer)? Newest(IDatabase database, Statements statements)
    {
        if (database is PostgresDatabase)
        {
            return (new DateTimeOffset(statements.Rows("SELECT now() AT TIME ZONE 'UTC'", r => DateTime.SpecifyKind(r.GetDateTime(0), DateTimeKind.Utc))[0]), true);
        }

        var entry = Migrations.Ledger.Of(database, statements).Present == 0 ? null : statements.Rows("SELECT MAX(at) FROM journal", r => r.IsDBNull(0) ? null : r.GetString(0))[0];
        return DateTimeOffset.TryParse(entry, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? (at, false) : null;
    }

    private static Surrounding Clock((DateTimeOffset At, bool IsServer)? known)
    {
        var what = new Reason("时钟和时区，期限按本地日期计算", "clock and time zone; deadlines are counted in local dates");
        var now = TimeProvider.System.GetLocalNow();
        var found = now.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        if (known is { } other && (other.IsServer ? (now - other.At).Duration() : other.At - now) > MostApart)
        {
            return new Surrounding("clock", what, null, other.IsServer
                ? new Reason($"本机 {found}，数据库 {other.At:yyyy-MM-dd HH:mm:ss zzz}，请对时（如 timedatectl set-ntp true）", $"{found} here, {other.At:yyyy-MM-dd HH:mm:ss zzz} at the database; set the clocks (as by timedatectl set-ntp true)")
                : new Reason($"{found} 比账库最后一笔（{other.At:yyyy-MM-dd HH:mm:ss zzz}）还早，请对时（如 timedatectl set-ntp true）", $"{found} is before the last entry of the ledger ({other.At:yyyy-MM-dd HH:mm:ss zzz}); set the clock (as by timedatectl set-ntp true)"), Needed: true);
        }

        return new Surrounding("clock", what, found, now.Offset == TimeSpan.FromHours(8) ? null
            : new Reason("不是北京时间；如在中国使用，请设置时区（timedatectl set-timezone Asia/Shanghai，容器用 TZ=Asia/Shanghai）", "not the time of Beijing; where it serves China set the zone (timedatectl set-timezone Asia/Shanghai, in a container TZ=Asia/Shanghai)"));
    }
}
