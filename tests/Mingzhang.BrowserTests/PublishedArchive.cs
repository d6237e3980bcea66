using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.App.Commands.Demo;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.BrowserTests;

/// <summary>被查阅的档案：the fictional district and, where they are here, real documents; built once for a state of the program and kept in build/archives until the next.</summary>
internal static class PublishedArchive
{
    // What only shows the archive does not change it.
    private static readonly string[] Showing = ["Mingzhang.Portal", "Mingzhang.Charts", "Mingzhang.Workbench", "Mingzhang.BrowserTests"];

    private static string Beside => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>有没有真实文件。</summary>
    public static bool HasRealDocuments => Directory.Exists(Path.Combine(Beside, "seeds")) && Directory.Exists(Path.Combine(Beside, "corpus"));

    /// <summary>没有真实文件则跳过。</summary>
    public static void RealDocumentsNeeded() => Assert.SkipUnless(HasRealDocuments, "needs the real documents ../shared/seeds and ../shared/corpus, which are not here");

    /// <summary>档案的文件。</summary>
    public static string File()
    {
        var folder = Repository.Path("build", "archives");
        var place = Path.Combine(folder, State() + ".db");
        if (System.IO.File.Exists(place))
        {
            return place;
        }

        // Of a program that is no longer worked on; they and the files that were made of them are large.
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        // Built beside its place first, so that an archive that stands there is whole.
        Directory.CreateDirectory(folder);
        var unfinished = place + "." + Guid.NewGuid().ToString("N");
        var clock = new DemoClock();
        using (var ledger = Store.Open(unfinished, clock, create: true, out _))
        using (var archive = ArchiveStore.Open(unfinished, clock, Library.Standard.Space, create: true, out _))
        {
            Assert.Empty(DistrictArchive.Build(ledger!, archive!, clock, seed: 1, _ => { }));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (HasRealDocuments)
        {
            FileReal(unfinished);
        }

        System.IO.File.Move(unfinished, place, overwrite: true);
        return place;
    }

    // By the program's own command, as anybody would; what it cannot file it says, and that is a page of the portal too.
    private static void FileReal(string database)
    {
        var start = BuiltProgram.Start("archive", Path.Combine(Beside, "seeds"), Path.Combine(Beside, "corpus"), "--database", database);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(told.Contains("filed", StringComparison.Ordinal), "mingzhang archive: " + told + said.Result);
    }

    private static string State()
    {
        var modules = Directory.EnumerateFiles(AppContext.BaseDirectory, "*ingzhang*.dll").Where(f => !Showing.Contains(Path.GetFileNameWithoutExtension(f))).Order(StringComparer.Ordinal);
        var bytes = modules.SelectMany(System.IO.File.ReadAllBytes).ToArray();
        return Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(bytes), .. Encoding.UTF8.GetBytes(Environment.UserName + HasRealDocuments)]))[..12];
    }
}
