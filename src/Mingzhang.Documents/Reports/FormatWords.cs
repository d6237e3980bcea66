using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>格式的写法：PDF 25 页, 网页 UTF-8, 文本 GB18030: what was read, beside how it was decoded.</summary>
internal static class FormatWords
{
    public static string Chinese(DocumentFacts facts) => facts.Format switch
    {
        "pdf" or "ofd" or "doc" or "xls" or "rtf" or "odt" or "ods" => Joined(facts.Format.ToUpperInvariant(), facts.Pages is { } pages ? Text(pages) + " 页" : "", facts.Encoding),
        "html" => Joined("网页", "", facts.Encoding),
        "docx" => "Word",
        "text" => Joined("文本", "", facts.Encoding),
        "xlsx" or "xls" => "Excel " + facts.Format,
        "csv" => Joined("CSV", "", facts.Encoding),
        "markdown" => Joined("Markdown", "", facts.Encoding),
        _ => Joined(facts.Format, "", facts.Encoding),
    };

    public static string English(DocumentFacts facts) => facts.Format switch
    {
        "pdf" or "ofd" or "doc" or "xls" or "rtf" or "odt" or "ods" => Joined(facts.Format.ToUpperInvariant(), facts.Pages is { } pages ? Text(pages) + (pages == 1 ? " page" : " pages") : "", facts.Encoding),
        "html" => Joined("web page", "", facts.Encoding),
        "docx" => "Word",
        "xlsx" or "xls" => "Excel " + facts.Format,
        "csv" => Joined("CSV", "", facts.Encoding),
        "markdown" => Joined("Markdown", "", facts.Encoding),
        _ => Joined(facts.Format, "", facts.Encoding),
    };

    private static string Joined(string format, string pages, string encoding) =>
        string.Join(' ', new[] { format, pages, encoding == format ? "" : encoding }.Where(w => w.Length > 0));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
