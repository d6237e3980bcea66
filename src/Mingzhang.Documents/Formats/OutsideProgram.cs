using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mingzhang.Documents.Formats;

/// <summary>外部程序：a process of its own in a folder of its own, which is gone afterwards; with an end to its time, and no way to the network that it would take by itself.</summary>
internal static class OutsideProgram
{
    private static readonly ConcurrentDictionary<Process, string> Running = new(ReferenceEqualityComparer.Instance);

    // Whoever is interrupted leaves neither the program nor its folder behind; whether the run itself ends is for others to say.
    private static readonly PosixSignalRegistration Interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => Clear());

    static OutsideProgram() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        Interrupted.Dispose();
        Clear();
    };

    private static void Clear()
    {
        foreach (var (process, folder) in Running)
        {
            try
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It ended by itself in this moment.
            }
        }
    }

    /// <summary>寻找程序; null where it is not installed.</summary>
    public static string? Find(IEnumerable<string> names, IEnumerable<string> folders) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(folders).SelectMany(f => names.Select(n => Path.Join(f, n))).FirstOrDefault(File.Exists);

    /// <summary>在临时文件夹中做事; null where disk or program fail.</summary>
    public static T? In<T>(Func<string, T?> work)
        where T : class
    {
        try
        {
            var folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;
            try
            {
                return work(folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>运行; false where it does not end in time, and is then killed with its children, or ends with a failure.</summary>
    public static bool Run(string program, string folder, IEnumerable<string> arguments, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, CreateNoWindow = true, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["OMP_THREAD_LIMIT"] = "1";

        // Whatever a document asks for from elsewhere is sought where nothing answers.
        foreach (var proxy in (string[])["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"])
        {
            start.Environment[proxy] = "http://127.0.0.1:9";
        }

        using var process = Process.Start(start)!;
        Running[process] = folder;
        process.StandardInput.Close();
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExit(patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Running.TryRemove(process, out _);
        return ended && process.ExitCode == 0;
    }
}
