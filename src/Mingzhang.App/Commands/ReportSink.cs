using System.Text;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>报告的去处：the terminal, a file, or a folder with one file each. Files appear whole or not at all.</summary>
/// <param name="output">File or folder; null: the terminal.</param>
/// <param name="frame">What stands around the reports.</param>
internal sealed class ReportSink(string? output, ReportFrame frame) : IDisposable
{
    private const string Partial = ".partial";
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private Stream? _stream;
    private string? _partial;
    private int _written;

    /// <summary>每份文件一个。</summary>
    public bool Folder { get; } = IsFolder(output);

    /// <summary>是否指文件夹: it ends like one, or is one.</summary>
    public static bool IsFolder(string? path) => path is not null && (path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(path));

    /// <summary>多份文件合为一个。</summary>
    public bool Several { get; private set; }

    /// <summary>准备写出某数目的文件。</summary>
    public void Begin(int files)
    {
        Several = files > 1 && !Folder;
        if (Folder)
        {
            Directory.CreateDirectory(output!);
            foreach (var left in Directory.EnumerateFiles(output!, "*" + frame.Extension + Partial))
            {
                File.Delete(left);
            }

            return;
        }

        var partial = output is null ? null : output + Partial;
        _stream = partial is null ? Console.OpenStandardOutput() : File.Create(partial);
        _partial = partial;
        if (Several || frame.Always)
        {
            Text(frame.Opening);
        }
    }

    /// <summary>一份的报告在文件夹中的名称: each name is given once, in the order of the files.</summary>
    public string Name(string file) => Unique(Path.GetFileNameWithoutExtension(file)) + frame.Extension;

    /// <summary>写到文件夹: beside its place first, so that a report that stands there is whole; gives its bytes.</summary>
    public long WriteAs(string name, byte[] rendered)
    {
        var path = Path.Combine(output!, name);
        byte[] whole = frame.Always ? [.. Encoding.UTF8.GetBytes(frame.Opening), .. rendered, .. Encoding.UTF8.GetBytes(frame.Closing)] : rendered;
        File.WriteAllBytes(path + Partial, whole);
        File.Move(path + Partial, path, overwrite: true);
        return whole.Length;
    }

    /// <summary>写出一份。</summary>
    public void Write(string file, byte[] rendered)
    {
        if (Folder)
        {
            WriteAs(Name(file), rendered);
            return;
        }

        if (_written++ > 0)
        {
            Text(frame.Separator);
        }

        _stream!.Write(rendered);
    }

    /// <summary>全部写完。</summary>
    public void End()
    {
        if (_stream is null)
        {
            return;
        }

        Text(Several || frame.Always ? frame.Closing : frame.End);
        _stream.Dispose();
        if (_partial is not null)
        {
            File.Move(_partial, output!, overwrite: true);
            _partial = null;
        }
    }

    /// <summary>半途而止的不留下。</summary>
    public void Dispose()
    {
        _stream?.Dispose();
        if (_partial is not null)
        {
            File.Delete(_partial);
        }
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
        {
            unique = name + "-" + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private void Text(string text) => _stream!.Write(Encoding.UTF8.GetBytes(text));
}
