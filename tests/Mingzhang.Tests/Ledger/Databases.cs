using System.Diagnostics;
using System.Globalization;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger;

/// <summary>两种数据库：fresh ledgers on a file and on a PostgreSQL server of our own, started in a temporary folder on a unix socket.</summary>
internal static class Databases
{
    private static readonly string[] Folders = ["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin"];
    private static readonly Lazy<string?> Started = new(Start);
    private static int _number;

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    /// <summary>新的账库的地址。</summary>
    public static string Fresh(string kind)
    {
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        if (kind == "sqlite")
        {
            return Path.Combine(Temporary(), number + ".db");
        }

        return Create(number, "");
    }

    /// <summary>新的账库，在服务器的另一个磁盘上。</summary>
    public static string FreshOn(string folder)
    {
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        Behind(Server("postgres"), $"CREATE TABLESPACE small{number} LOCATION '{folder}'");
        return Create(number, " TABLESPACE small" + number);
    }

    /// <summary>账库的副本的地址, of one that nobody has open.</summary>
    public static string Copied(string address)
    {
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        if (address.StartsWith("postgres", StringComparison.Ordinal))
        {
            return Create(number, " TEMPLATE " + new Uri(address).AbsolutePath[1..]);
        }

        var file = Path.Combine(Temporary(), number + ".db");
        File.Copy(address, file);
        return file;
    }

    private static string Create(string number, string where)
    {
        Behind(Server("postgres"), $"CREATE DATABASE ledger{number}{where}");
        return Server("ledger" + number);
    }

    private static string Server(string database)
    {
        var socket = Started.Value;
        if (socket is null)
        {
            Assert.Skip("needs PostgreSQL's binaries (Debian: postgresql-15), and an account that is not root to run them as");
        }

        return $"postgres://mingzhang@localhost/{database}?host={socket}";
    }

    /// <summary>绕过账库的语句, as somebody with the file or the password may send.</summary>
    public static void Behind(string address, params string[] statements)
    {
        using var connection = Store.DatabaseOf(address)!.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    public static string DropGuard(string address, string guard) => address.StartsWith("postgres", StringComparison.Ordinal) ? $"DROP TRIGGER {guard} ON journal" : $"DROP TRIGGER {guard}";

    public static string Temporary()
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // A server may still hold a file of it.
            }
        };
        return folder;
    }

    // PostgreSQL refuses to run as root; its package brings an account.
    private static string? Start()
    {
        if (Array.Find(Folders, Directory.Exists) is not { } bin || (Environment.UserName == "root" && Run("id", "postgres") != 0))
        {
            return null;
        }

        // Stopped before its folder is deleted: what is asked for first is done first.
        string? data = null;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (data is not null)
            {
                As($"{bin}/pg_ctl", "-D", data, "-m", "immediate", "stop");
            }
        };
        var folder = Temporary();
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        data = folder + "/data";
        if (As($"{bin}/initdb", "-D", data, "-U", "mingzhang", "-A", "trust", "-E", "UTF8", "--no-sync") != 0
            || As($"{bin}/pg_ctl", "-D", data, "-w", "-l", folder + "/log", "-o", $"-k {folder} -c listen_addresses='' -c fsync=off", "start") != 0)
        {
            return null;
        }

        return folder;
    }

    private static int As(string program, params string[] arguments) => Environment.UserName == "root" ? Run("runuser", ["-u", "postgres", "--", program, .. arguments]) : Run(program, arguments);

    public static int Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };

        // The server keeps what it inherits, so nobody waits for the end of its output.
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process.WaitForExit(TimeSpan.FromSeconds(60)) ? process.ExitCode : -1;
    }
}
