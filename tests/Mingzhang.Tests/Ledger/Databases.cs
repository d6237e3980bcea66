using System.Diagnostics;
using System.Globalization;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger;

/// <summary>两种数据库：fresh ledgers on a file and on a PostgreSQL server of our own, started in a temporary folder on a unix socket.</summary>
internal static class Databases
{
    private static readonly string[] Folders = ["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin"];
    private static readonly Lazy<string?> Started = new(Start);
    private static readonly Lazy<string> Place = new(Begin);
    private static string[]? _stop;
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
        var folder = Path.Combine(Place.Value, Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture));
        return Directory.CreateDirectory(folder).FullName;
    }

    // One folder for all; the server in it is stopped before it is deleted. Whoever ends may take ten seconds at most, and there may be gigabytes: where there is somebody to do it, it is done afterwards.
    private static string Begin()
    {
        var place = Directory.CreateTempSubdirectory("mingzhang-").FullName;
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
        {
            // The server is of another account, and goes through it to its own.
            File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (_stop is { } stop)
            {
                As(stop[0], stop[1..]);
            }

            if (File.Exists("/bin/rm"))
            {
                Process.Start(new ProcessStartInfo("/bin/rm", ["-rf", place]) { WorkingDirectory = "/" })?.Dispose();
            }
            else
            {
                try
                {
                    Directory.Delete(place, recursive: true);
                }
                catch (IOException)
                {
                    // A server may still hold a file of it.
                }
            }
        };
        return place;
    }

    // PostgreSQL refuses to run as root; its package brings an account.
    private static string? Start()
    {
        if (Array.Find(Folders, Directory.Exists) is not { } bin || (Environment.UserName == "root" && Run("id", "postgres") != 0))
        {
            return null;
        }

        var folder = Temporary();
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        var data = folder + "/data";
        _stop = [$"{bin}/pg_ctl", "-D", data, "-m", "immediate", "stop"];
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
