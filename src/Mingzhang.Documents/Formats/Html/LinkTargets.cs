namespace Mingzhang.Documents.Formats.Html;

/// <summary>链接的去处：files to download, places in the same page, other pages.</summary>
internal static class LinkTargets
{
    private static readonly string[] Endings = [".pdf", ".xls", ".xlsx", ".et", ".doc", ".docx", ".wps", ".ofd", ".zip", ".rar", ".7z", ".csv", ".ppt", ".pptx"];

    public static bool IsFile(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? address.AsSpan() : address.AsSpan(0, end)).TrimEnd();
        foreach (var ending in Endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        // Content systems hand out files by number: downfile.jsp?filename=…xls.
        return end >= 0 && Endings.Any(e => address.AsSpan(end).TrimEnd().EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    public static bool IsInside(string address) => address.AsSpan().TrimStart().StartsWith("#", StringComparison.Ordinal)
        && address.AsSpan().Trim().Length > 1;
}
