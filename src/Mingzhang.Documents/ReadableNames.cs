namespace Mingzhang.Documents;

/// <summary>可读的文件名：what may be a document by its name. In folders and archives all else is left aside, separated data as well, of which folders hold many that are no documents; a file that is named itself is always read, by its content.</summary>
public static class ReadableNames
{
    private static readonly string[] Extensions =
    [
        ".pdf", ".ofd", ".txt", ".html", ".htm", ".mht", ".mhtml", ".xhtml", ".docx", ".xlsx", ".xlsm", ".docm", ".doc", ".xls", ".wps", ".et", ".rtf", ".odt", ".ods", ".md", ".markdown",
    ];

    private static readonly string[] AboutTheFolder = ["readme", "changelog", "license", "licence", "contributing"];

    private static readonly string[] Litter = ["thumbs.db", "desktop.ini"];

    /// <summary>是否可能是文件或压缩包：what tells about a folder of a developer is none.</summary>
    public static bool Is(string name) => !IsLitter(name) && !AboutTheFolder.Contains(Path.GetFileNameWithoutExtension(name), StringComparer.OrdinalIgnoreCase) && (Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || IsArchive(name));

    /// <summary>是否压缩包。</summary>
    public static bool IsArchive(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>是否系统留下的杂物：nobody means them: of finders, explorers and of programs that hold a file open.</summary>
    public static bool IsLitter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = Path.GetFileName(name);
        return last.StartsWith('.') || last.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase) || Litter.Contains(last, StringComparer.OrdinalIgnoreCase);
    }
}
