using System.Text;
using Mingzhang.Documents.Formats;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reports.Overlay;

namespace Mingzhang.App.Commands;

/// <summary>阅读图的写出：one document to one SVG or HTML file.</summary>
internal static class OverlayRun
{
    /// <summary>写出; gives the exit code.</summary>
    public static int Write(string[] files, string target, Func<string, Basis> basis, Func<string, bool> english)
    {
        var svg = Path.GetExtension(target).Equals(".svg", StringComparison.OrdinalIgnoreCase);
        if (files is not [var file])
        {
            Messages.Fail("--overlay 只用于一份文件", "--overlay is for one document", "请只指明一份文件", "name one document");
            return ExitCodes.Unusable;
        }

        if (!svg && !Path.GetExtension(target).Equals(".html", StringComparison.OrdinalIgnoreCase))
        {
            Messages.Fail($"“{target}”不是 .svg 或 .html", $"'{target}' is neither .svg nor .html", "请以 .svg 或 .html 结尾", "let it end in .svg or .html");
            return ExitCodes.Unusable;
        }

        if (Batch.Open(file) is not { } paper)
        {
            return ExitCodes.Unusable;
        }

        if (svg && paper.Pages.Count == 0)
        {
            Messages.Fail("该格式没有页面，画不成 .svg", "the format has no pages to be drawn as .svg", "请改用 .html", "use .html");
            return ExitCodes.Unusable;
        }

        var disclosure = Reader.Read(paper, basis(file).Library, basis(file).Choice);
        var report = new OverlayReport(paper, disclosure, Sources.Bytes(file) is { } bytes ? DrawnRulings.Of(bytes) : DrawnRulings.Of([]), english(file));
        File.WriteAllText(target + ".partial", svg ? report.Svg() : report.Html(), new UTF8Encoding(false));
        File.Move(target + ".partial", target, overwrite: true);
        return Batch.IsNothing(disclosure) ? ExitCodes.Unusable : ExitCodes.Clean;
    }
}
