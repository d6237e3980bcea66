using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Mingzhang.Tests.Pdf;

/// <summary>另一读取器：the words of pdftotext, which is the oracle in tests only.</summary>
internal static class PopplerPages
{
    private const string Program = "pdftotext";

    /// <summary>在不在这台机器上。</summary>
    public static bool Present { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, Program)));

    public static IReadOnlyList<PopplerPage> Read(string path)
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (var argument in new[] { "-q", "-cropbox", "-bbox-layout", path, "-" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. XDocument.Parse(new string([.. text.Where(c => c >= ' ' || c is '\n' or '\t')])).Descendants().Where(e => e.Name.LocalName == "page").Select(Page)];
    }

    private static PopplerPage Page(XElement page) => new(Number(page, "width"), Number(page, "height"),
        [.. page.Descendants().Where(e => e.Name.LocalName == "word").Select(w => new PopplerWord(w.Value, Number(w, "xMin"), Number(w, "yMin"), Number(w, "xMax"), Number(w, "yMax")))]);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
}

internal sealed record PopplerPage(double Width, double Height, IReadOnlyList<PopplerWord> Words);

internal sealed record PopplerWord(string Text, double Left, double Top, double Right, double Bottom);
