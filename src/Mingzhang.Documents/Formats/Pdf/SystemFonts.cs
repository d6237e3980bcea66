using Mingzhang.Pdf.Writing;

namespace Mingzhang.Documents.Formats.Pdf;

/// <summary>系统字体：the font files of Linux, Windows and macOS, and of the folder that MINGZHANG_FONTS names, which comes first.</summary>
public static class SystemFonts
{
    private const int MostFiles = 4000;

    /// <summary>找字体：nothing is read before a book is written.</summary>
    public static PdfFontLibrary Library() => new(Folders().Where(Directory.Exists).SelectMany(Files).Take(MostFiles).Select(Open));

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] folders =
        [
            Environment.GetEnvironmentVariable("MINGZHANG_FONTS"),
            Path.Combine(AppContext.BaseDirectory, "fonts"),
            Path.Combine(home, ".fonts"),
            Path.Combine(home, ".local", "share", "fonts"),
            Path.Combine(home, "Library", "Fonts"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts"),
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.Fonts) : null,
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            "/System/Library/AssetsV2/com_apple_MobileAsset_Font7",
        ];
        return folders.Where(f => !string.IsNullOrEmpty(f)).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true })
        .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF" or ".OTC")
        .Order(StringComparer.Ordinal);

    private static PdfFontFile Open(string path) => new(path, new FileInfo(path).Length, (offset, count) => Read(path, offset, count));

    /// <summary>读一段：a font that went away or may not be read is as if it were empty.</summary>
    private static ReadOnlyMemory<byte> Read(string path, long offset, int count)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var bytes = new byte[Math.Clamp(RandomAccess.GetLength(file) - offset, 0, Math.Max(0, count))];
            return bytes.AsMemory(0, RandomAccess.Read(file, bytes, offset));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return default;
        }
    }
}
