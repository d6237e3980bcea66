using System.Text;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>报告的去处：the terminal, a file, or a folder with one file each. Files appear whole or not at all.</summary>
/// <param name="output">File or folder; null: the terminal.</param>
/// <param name="frame">What stands around the reports.</param>
internal sealed class ReportSink(string? output, ReportFrame frame) : IDisposable
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private Stream? _stream;
    private string? _partial;
    private int _written;

    /// <summary>每份文件一个。</summary>
    public bool Folder { get; } = output is not null && (output.EndsWith('/') || output.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(output));

    /// <summary>多份文件合为一个。</summary>
    public bool Several { get; private set; }

    /// <summary>准备写出某数目的文件。</summary>
    public void Begin(int files)
    {
        Several = files > 1 && !Folder;
        if (Folder)
        {
            Directory.CreateDirectory(output!);
            return;
        }

        var partial = output is null ? null : output + ".partial";
        _stream = partial is null ? Console.OpenStandardOutput() : File.Create(partial);
        _partial = partial;
        if (Several || frame.Always)
        {
            Text(frame.Opening);
        }
    }

    /// <summary>写出一份。</summary>
    public void Write(string file, byte[] rendered)
    {
        if (Folder)
        {
            var path = Path.Combine(output!, Unique(Path.GetFileNameWithoutExtension(file)) + frame.Extension);
            File.WriteAllBytes(path + ".partial", frame.Always ? [.. Encoding.UTF8.GetBytes(frame.Opening), .. rendered, .. Encoding.UTF8.GetBytes(frame.Closing)] : rendered);
            File.Move(path + ".partial", path, overwrite: true);
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
