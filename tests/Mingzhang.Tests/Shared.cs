namespace Mingzhang.Tests;

/// <summary>真实文件：real documents beside the repository; tests that need them are skipped, visibly, where they are absent.</summary>
internal static class Shared
{
    public const string Council = "seeds/000_c7dfab66dec5c14d.txt";
    public const string Bureau = "seeds/004_5eccc108b9c624cd.txt";

    public static string File(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, "..", "shared", relative));
        if (!System.IO.File.Exists(path))
        {
            Assert.Skip($"needs the real document ../shared/{relative}, which is not here");
        }

        return path;
    }

    /// <summary>全部真实文件。</summary>
    public static IReadOnlyList<string> Corpus()
    {
        var folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, "..", "shared", "corpus"));
        if (!Directory.Exists(folder))
        {
            Assert.Skip("needs the real documents ../shared/corpus, which are not here");
        }

        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    public static string Text(string relative) => System.IO.File.ReadAllText(File(relative));
}
