using System.Security.Cryptography;
using System.Text;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>文件架：the sets of files that are ready, by version. A small archive's are made when they are first asked for; a large one's by the command, since a server that answers people has no minutes to spare.</summary>
internal sealed class Shelf(ArchiveStore store, Library library, string folder)
{
    /// <summary>自动备文件的上限：documents.</summary>
    public const int MostAtOnce = 1000;

    private readonly Lock _gate = new();
    private readonly Lock _building = new();

    // Of a state of the archive, since it is made of all its documents.
    private readonly Known<string, string> _versions = new();
    private readonly Dictionary<string, DataSet> _ready = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _making = new(StringComparer.Ordinal);

    /// <summary>放文件的地方，没有另指明时：beside the file of the archive, else where temporary files are.</summary>
    public static string FolderOf(ArchiveStore store) => store.Address.Contains("://", StringComparison.Ordinal)
        ? Path.Combine(Path.GetTempPath(), "mingzhang-files-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(store.Address)))[..12]) : Path.GetFullPath(store.Address) + ".files";

    /// <summary>一个年度（或全部）备好的文件; null where they are not ready, and then they are being made if there are not too many documents.</summary>
    public DataSet? Of(IArchive archive, int? year)
    {
        var scope = DataSet.ScopeOf(year);
        var version = _versions.Of(archive.Stamp() + " " + scope, _ => ShelfBuilding.VersionOf(archive.Documents(year), scope));
        lock (_gate)
        {
            if (Known(version) is { } set)
            {
                return set;
            }

            if (!_making.ContainsKey(version) && (year is null ? archive.Counts().Documents : archive.Years().Where(y => y.Year == year).Sum(y => y.Documents)) is > 0 and <= MostAtOnce)
            {
                var documents = archive.Documents(year);
                _making[version] = Task.Factory.StartNew(() => Make(version, scope, documents), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            return null;
        }
    }

    /// <summary>一份公开文本备好的文件; null where they are not ready and the archive is too large to make them meanwhile.</summary>
    public DataSet? OfPublication(IArchive archive, ArchivedDocument document)
    {
        lock (_gate)
        {
            if (Known(ShelfBuilding.VersionOf([document], document.Key)) is { } set)
            {
                return set;
            }
        }

        return archive.Counts().Documents <= MostAtOnce ? MakePublication(document, CancellationToken.None) : null;
    }

    /// <summary>备好一份公开文本的文件; null where the place for them cannot be written.</summary>
    public DataSet? MakePublication(ArchivedDocument document, CancellationToken stop)
    {
        lock (_building)
        {
            lock (_gate)
            {
                if (Known(ShelfBuilding.VersionOf([document], document.Key)) is { } set)
                {
                    return set;
                }
            }

            try
            {
                return Build(document.Key, [document], stop);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>备好一套，等到好了; for the command.</summary>
    public DataSet Make(int? year, CancellationToken stop)
    {
        var scope = DataSet.ScopeOf(year);
        var documents = store.Read(a => a.Documents(year));
        lock (_gate)
        {
            return Known(ShelfBuilding.VersionOf(documents, scope)) ?? Build(scope, documents, stop);
        }
    }

    /// <summary>一个文件在哪里; null where there is none. A name is only ever one that a manifest lists.</summary>
    public (string Path, DataFile File)? Find(string version, string name)
    {
        if (version.Length != 16 || !version.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        lock (_gate)
        {
            return Known(version)?.Files.FirstOrDefault(f => f.Name == name) is { } file ? (Path.Combine(folder, version, file.Name), file) : null;
        }
    }

    private void Make(string version, string scope, IReadOnlyList<ArchivedDocument> documents)
    {
        try
        {
            // One set after another: the server has readers to answer meanwhile.
            lock (_building)
            {
                Build(scope, documents, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            // A disk that is full or closed: the page goes on saying that the files are not ready. Not tried again for this version until the next start.
            return;
        }

        lock (_gate)
        {
            _making.Remove(version);
        }
    }

    private DataSet Build(string scope, IReadOnlyList<ArchivedDocument> documents, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        return ShelfBuilding.Build(store, library, folder, scope, documents, stop);
    }

    private DataSet? Known(string version)
    {
        if (_ready.TryGetValue(version, out var ready))
        {
            return ready;
        }

        var manifest = Path.Combine(folder, version, DataSet.ManifestName);
        return File.Exists(manifest) && DataSetJson.Read(manifest) is { } set && set.Version == version ? _ready[version] = set : null;
    }
}
