using System.Reflection;
using System.Text;

namespace Mingzhang.Forms.Loading;

/// <summary>数据来源：the embedded files, any of them replaced or joined by files of a folder the user names.</summary>
public sealed class DataSource
{
    private readonly Dictionary<string, Func<string>> _files = new(StringComparer.Ordinal);

    private DataSource()
    {
    }

    /// <summary>全部文件名，按次序，以 / 分隔。</summary>
    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>内置数据。</summary>
    public static DataSource Embedded(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var source = new DataSource();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            source._files[name.Replace('\\', '/')] = () =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var reader = new StreamReader(stream, Encoding.UTF8);
                return reader.ReadToEnd();
            };
        }

        return source;
    }

    /// <summary>加上一个文件夹: a file of the same relative name replaces the embedded one.</summary>
    public DataSource With(string folder)
    {
        var source = new DataSource();
        foreach (var (name, open) in _files)
        {
            source._files[name] = open;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith(".txt", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal))
            {
                source._files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = () => File.ReadAllText(path, Encoding.UTF8);
            }
        }

        return source;
    }

    /// <summary>替换或增加一个文件的内容。</summary>
    public DataSource With(string name, string text)
    {
        var source = new DataSource();
        foreach (var (known, open) in _files)
        {
            source._files[known] = open;
        }

        source._files[name] = () => text;
        return source;
    }

    /// <summary>文件内容; null where there is no such file.</summary>
    public string? Text(string name) => _files.TryGetValue(name, out var open) ? open() : null;
}
