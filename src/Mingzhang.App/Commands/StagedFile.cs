namespace Mingzhang.App.Commands;

/// <summary>待落实的文件：written beside its place and on the disk, put in its place once what it belongs to is kept, and gone where it is not.</summary>
internal sealed class StagedFile(string path) : IDisposable
{
    private readonly string _partial = path + ".partial";

    public string Path => path;

    /// <summary>写在旁边。</summary>
    public void Write(byte[] bytes)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var stream = new FileStream(_partial, FileMode.Create);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>就位。</summary>
    public void Place()
    {
        if (File.Exists(_partial))
        {
            File.Move(_partial, path, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_partial);
}
