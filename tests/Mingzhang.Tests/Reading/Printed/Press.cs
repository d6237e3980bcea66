using System.Diagnostics;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>印刷机：programs of the system that print web pages as PDF; where one is absent the test is skipped and says what to install.</summary>
internal static class Press
{
    private const int Patience = 120_000;

    public static byte[] Chromium(string html) => In(folder =>
    {
        Browse(folder, html, ["--no-pdf-header-footer", "--print-to-pdf=" + Path.Combine(folder, "page.pdf")]);
        return File.ReadAllBytes(Path.Combine(folder, "page.pdf"));
    });

    /// <summary>The page after its scripts have run.</summary>
    public static string Dom(string html) => In(folder => Browse(folder, html, ["--virtual-time-budget=20000", "--dump-dom"]));

    private static string Browse(string folder, string html, string[] arguments)
    {
        Need("chromium", "chromium");
        File.WriteAllText(Path.Combine(folder, "page.html"), html);
        return Run(folder, "chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--user-data-dir=" + Path.Combine(folder, "profile"), .. arguments, new Uri(Path.Combine(folder, "page.html")).AbsoluteUri]);
    }

    /// <summary>The page opened as a document for print, not as one for the screen.</summary>
    public static IReadOnlyDictionary<string, byte[]> LibreOffice(IReadOnlyDictionary<string, string> pages, string target = "pdf:writer_pdf_Export")
    {
        Need("soffice", "libreoffice-writer-nogui");
        return In(folder =>
        {
            foreach (var (name, html) in pages)
            {
                File.WriteAllText(Path.Combine(folder, name + ".html"), html);
            }

            Run(folder, "soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--infilter=HTML (StarWriter)", "--convert-to", target, "--outdir", folder,
                .. pages.Keys.Select(n => Path.Combine(folder, n + ".html"))]);
            return pages.Keys.ToDictionary(n => n, n => File.ReadAllBytes(Path.Combine(folder, n + "." + target.Split(':')[0])), StringComparer.Ordinal);
        });
    }

    /// <summary>The page opened as a spreadsheet and saved as a workbook: xlsx or xls.</summary>
    public static IReadOnlyDictionary<string, byte[]> Calc(IReadOnlyDictionary<string, string> pages, string format)
    {
        Need("soffice", "libreoffice-calc-nogui");
        return In(folder =>
        {
            foreach (var (name, html) in pages)
            {
                File.WriteAllText(Path.Combine(folder, name + ".html"), html);
            }

            Run(folder, "soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--infilter=HTML (StarCalc)", "--convert-to", format, "--outdir", folder,
                .. pages.Keys.Select(n => Path.Combine(folder, n + ".html"))]);
            return pages.Keys.ToDictionary(n => n, n => File.ReadAllBytes(Path.Combine(folder, n + "." + format)), StringComparer.Ordinal);
        });
    }

    /// <summary>Workbooks opened, their formulas computed, and saved again.</summary>
    public static IReadOnlyDictionary<string, byte[]> Recalculated(IReadOnlyDictionary<string, byte[]> books)
    {
        Need("soffice", "libreoffice-calc-nogui");
        return In(folder =>
        {
            foreach (var (name, bytes) in books)
            {
                File.WriteAllBytes(Path.Combine(folder, name + ".xlsx"), bytes);
            }

            var computed = Path.Combine(folder, "computed");
            Run(folder, "soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--convert-to", "xlsx", "--outdir", computed, .. books.Keys.Select(n => Path.Combine(folder, n + ".xlsx"))]);
            return books.Keys.ToDictionary(n => n, n => File.ReadAllBytes(Path.Combine(computed, n + ".xlsx")), StringComparer.Ordinal);
        });
    }

    private static void Need(string program, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => p.Length > 0 && File.Exists(Path.Combine(p, program)));
        if (!found)
        {
            Assert.Skip($"needs {program}, which is not here: apt-get install {package} fonts-noto-cjk");
        }
    }

    private static T In<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-press-");
        try
        {
            return work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {Patience / 1000} s");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}\n{output.Result}\n{errors.Result}");
        return output.Result;
    }
}
