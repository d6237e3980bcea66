namespace Mingzhang.Documents.Reports;

/// <summary>报告的外框：what stands around and between the reports of several documents in one file, and around one where the format asks for it.</summary>
/// <param name="Extension">Of the file.</param>
/// <param name="Opening">Before the first report.</param>
/// <param name="Separator">Between two.</param>
/// <param name="Closing">Behind the last.</param>
public sealed record ReportFrame(string Extension, string Opening, string Separator, string Closing)
{
    /// <summary>单独一份是否也要外框: without it a report alone is whole by itself.</summary>
    public bool Always { get; init; }

    /// <summary>单独一份之后。</summary>
    public string End { get; init; } = "";

    /// <summary>外框（JSON）：several reports are the items of a list that the opening begins.</summary>
    public static ReportFrame Json(string opening) => new(".json", opening, ",", "]}\n") { End = "\n" };

    /// <summary>没有外框的文件。</summary>
    public static ReportFrame Bare(string kind) => new(kind == "text" ? ".txt" : "." + kind, "", "", "");

    /// <summary>文字报告。</summary>
    public static ReportFrame Text { get; } = new(".txt", "", "\n", "");
}
