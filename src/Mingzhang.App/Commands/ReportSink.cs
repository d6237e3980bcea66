using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>报告的去处：the terminal, a file, or a folder with one file each; text or JSON. Files appear whole or not at all.</summary>
internal sealed class ReportSink(string? output, bool json, bool english)
{
    private readonly bool _folder = output is not null && (output.EndsWith('/') || output.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(output));
    private readonly bool _colour = output is null && !json && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private Stream? _stream;
    private string? _partial;
    private bool _several;
    private int _written;

    public void Begin(int files)
    {
        _several = files > 1 && !_folder;
        if (_folder)
        {
            Directory.CreateDirectory(output!);
            return;
        }

        _partial = output is null ? null : output + ".partial";
        _stream = _partial is null ? Console.OpenStandardOutput() : File.Create(_partial);
        if (json && _several)
        {
            Text(JsonReport.Opening(Messages.Version));
        }
    }

    /// <summary>排成字节, in parallel.</summary>
    public byte[] Render(Report report)
    {
        using var memory = new MemoryStream();
        if (json)
        {
            if (_several)
            {
                JsonReport.WriteBody(memory, report);
            }
            else
            {
                JsonReport.Write(memory, report, Messages.Version);
            }
        }
        else
        {
            memory.Write(Encoding.UTF8.GetBytes(string.Concat(TextReport.Lines(report, english).Select(l => Painting.Paint(l, _colour) + "\n"))));
        }

        return memory.ToArray();
    }

    public void Write(string file, byte[] rendered)
    {
        if (_folder)
        {
            var name = Unique(Path.GetFileNameWithoutExtension(file)) + (json ? ".json" : ".txt");
            var path = Path.Combine(output!, name);
            File.WriteAllBytes(path + ".partial", rendered);
            File.Move(path + ".partial", path, overwrite: true);
            return;
        }

        if (_written++ > 0)
        {
            Text(json ? "," : "\n");
        }

        _stream!.Write(rendered);
    }

    public void End()
    {
        if (_stream is null)
        {
            return;
        }

        Text(json ? _several ? "]}\n" : "\n" : "");
        _stream.Dispose();
        if (_partial is not null)
        {
            File.Move(_partial, output!, overwrite: true);
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
