using System.Collections.Concurrent;
using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Inspecting;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>报告之外的产出：--annotate writes the checked PDF with its findings as notes, --summary one table over all documents.</summary>
internal sealed class BesideReports
{
    private readonly Option<string?> _annotate = new("--annotate") { Description = "把问题批注在原 PDF 上，写到文件，多份时写到文件夹 / the PDF with its findings as notes; a folder for several" };
    private readonly Option<string?> _summary = new("--summary") { Description = "全部文件的汇总（.html .xlsx .csv .docx .pdf .md）/ summary of all documents" };
    private readonly ConcurrentDictionary<string, SummarisedDocument> _documents = new(StringComparer.Ordinal);
    private string? _target;
    private string? _table;
    private bool _several;

    public void AddTo(Command command)
    {
        command.Options.Add(_annotate);
        command.Options.Add(_summary);
    }

    /// <summary>能否照做; false after a message.</summary>
    public bool Possible(ParseResult parsed, int files)
    {
        (_target, _table, _several) = (parsed.GetValue(_annotate), parsed.GetValue(_summary), files > 1);
        if (_table is not null && !string.Equals(Path.GetExtension(_table), ".csv", StringComparison.OrdinalIgnoreCase) && WrittenFormats.Of(_table) is not { Publication: true })
        {
            Messages.Fail($"汇总不能写成“{Path.GetExtension(_table)}”", $"a summary cannot be written as '{Path.GetExtension(_table)}'", "可用的有 .html .xlsx .csv .docx .pdf .md", "there are .html .xlsx .csv .docx .pdf .md");
            return false;
        }

        if (_target is not null && !_several && !ReportSink.IsFolder(_target) && !string.Equals(Path.GetExtension(_target), ".pdf", StringComparison.OrdinalIgnoreCase))
        {
            Messages.Fail($"批注写成 PDF，“{_target}”不是", $"annotations make a PDF, and '{_target}' is none", "请写作 --annotate 文件.pdf，或以 / 结尾的文件夹", "write --annotate FILE.pdf, or a folder that ends with /");
            return false;
        }

        return true;
    }

    /// <summary>检查过一份; may be called from several threads.</summary>
    public void Take(string file, Report report, bool english)
    {
        if (_table is not null)
        {
            _documents[file] = SummarisedDocument.From(file, report);
        }

        if (_target is not null && Sources.Bytes(file) is { } original)
        {
            var folder = _several || ReportSink.IsFolder(_target);
            OutputFile.Write(folder ? Path.Combine(_target, Path.GetFileNameWithoutExtension(file) + ".pdf") : _target, Annotations.Write(original, report, english));
        }
    }

    /// <summary>全部检查完。</summary>
    public void End(Library library, bool english)
    {
        if (_table is not null)
        {
            Summary(_table, [.. _documents.Values], library, english);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Summary(string path, IReadOnlyList<SummarisedDocument> documents, Library library, bool english) =>
        OutputFile.Write(path, WrittenFormats.Of(path) is { Publication: true } format ? format.Write(Written.Of(library, BatchSummary.Of(documents, english))) : Encoding.UTF8.GetBytes(BatchSummary.Csv(documents, english)));
}
