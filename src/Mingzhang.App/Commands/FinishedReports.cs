using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Rules;

namespace Mingzhang.App.Commands;

/// <summary>已完成的报告：a list in the folder of reports, a line added after each report stands there whole, so that a run that was interrupted, however rudely, can go on.
/// A report counts as finished where document, tool, rules, settings and options are the same as now.</summary>
internal sealed class FinishedReports
{
    private const string Folder = ".mingzhang";
    private const string Name = "finished.jsonl";
    private readonly string _path;
    private readonly string _with;
    private readonly Dictionary<string, FinishedReport> _known = new(StringComparer.Ordinal);

    private FinishedReports(string folder, string with)
    {
        _path = Path.Combine(folder, Folder, Name);
        _with = with;
    }

    /// <summary>打开一个文件夹的清单; begun anew where nothing is to be resumed.</summary>
    public static FinishedReports Open(string folder, bool resume, string with)
    {
        var finished = new FinishedReports(folder, with);
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        if (!resume)
        {
            File.Delete(finished._path);
        }
        else if (File.Exists(finished._path))
        {
            foreach (var line in File.ReadLines(finished._path))
            {
                if (Parse(line) is { } report && report.With == with && new FileInfo(Path.Combine(folder, report.Report)) is { Exists: true } info && info.Length == report.Bytes)
                {
                    finished._known[report.File] = report;
                }
            }

            // A line that was cut off must not swallow the next.
            File.AppendAllText(finished._path, "\n");
        }

        return finished;
    }

    /// <summary>已完成的一份; null where it is to be done.</summary>
    public FinishedReport? Of(string file) => _known.TryGetValue(file, out var report) && report.Id == Sources.Id(file) ? report : null;

    /// <summary>记下一份。</summary>
    public void Add(FinishedReport report) => File.AppendAllText(_path, Line(report) + "\n");

    /// <summary>工具、规则、设置与选项合成一个标记。</summary>
    public static string Mark(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Prepend(RuleBook.Version).Prepend(Messages.Version)))));

    // Written and read by hand: a serialiser that looks at types costs a batch a tenth of a second at its start.
    private string Line(FinishedReport report)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("file", report.File);
            json.WriteString("report", report.Report);
            json.WriteString("id", report.Id);
            json.WriteString("with", _with);
            json.WriteNumber("bytes", report.Bytes);
            json.WriteString("worst", report.Worst?.ToString());
            json.WriteBoolean("nothing", report.Nothing);
            json.WriteBoolean("refused", report.Refused);
            json.WriteStartArray("unused");
            foreach (var waiver in report.Unused)
            {
                json.WriteNumberValue(waiver);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static FinishedReport? Parse(string line)
    {
        try
        {
            if (line.Length == 0)
            {
                return null;
            }

            using var json = JsonDocument.Parse(line);
            var of = json.RootElement;
            return new FinishedReport(of.GetProperty("file").GetString()!, of.GetProperty("report").GetString()!, of.GetProperty("id").GetString()!, of.GetProperty("with").GetString()!, of.GetProperty("bytes").GetInt64(),
                of.GetProperty("worst").GetString() is { } worst ? Enum.Parse<Severity>(worst) : null, of.GetProperty("nothing").GetBoolean(), of.GetProperty("refused").GetBoolean(), [.. of.GetProperty("unused").EnumerateArray().Select(u => u.GetInt32())]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // A line that was cut off, or of another version: its document is checked again.
            return null;
        }
    }
}

/// <summary>已完成的一份。</summary>
/// <param name="File">Document.</param>
/// <param name="Report">Name of its report in the folder.</param>
/// <param name="Id">Hash of the document.</param>
/// <param name="With">Mark of what it was checked with.</param>
/// <param name="Bytes">Size of the report.</param>
/// <param name="Worst">Its worst finding.</param>
/// <param name="Nothing">Whether nothing of a disclosure was read.</param>
/// <param name="Refused">Whether a file beside it was refused.</param>
/// <param name="Unused">Lines of waivers that it did not use.</param>
internal sealed record FinishedReport(string File, string Report, string Id, string With, long Bytes, Severity? Worst, bool Nothing, bool Refused, IReadOnlyList<int> Unused);
