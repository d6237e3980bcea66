using System.Text;
using Mingzhang.Budget;

namespace Mingzhang.Documents;

/// <summary>自己写出的数据：models, open data and results are no disclosures; each kind says what to use instead.</summary>
public static class OwnData
{
    private const int Head = 200;

    // The first columns of the tables that open data are written as, and of what `read` lists.
    private static readonly string[] Headers = ["id,kind,publisher,", "classification,code,name", "table,number,title,form,", "table,row,column,", "objective,table,whole,", "objective,indicator,levels,", "check,rule,outcome,", "finding,rule,severity,", "file,id,kind,raw,"];

    /// <summary>是哪一种。</summary>
    public static OwnDataKind Kind(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = text.AsSpan(0, Math.Min(text.Length, Head)).TrimStart("\ufeff \t\r\n");
        if (Headers.Any(h => text.AsSpan().TrimStart('\ufeff').StartsWith(h, StringComparison.Ordinal)))
        {
            return OwnDataKind.Figures;
        }

        return !head.StartsWith("{") || !head.Contains("\"schema\"", StringComparison.Ordinal) || !head.Contains("\"mingzhang-", StringComparison.Ordinal) ? OwnDataKind.None
            : head.Contains("\"mingzhang-model/", StringComparison.Ordinal) ? OwnDataKind.Model
            : head.Contains("\"mingzhang-figures/", StringComparison.Ordinal) ? OwnDataKind.Figures : OwnDataKind.Result;
    }

    /// <summary>不能当作公开文本的原因和办法; null for what is none of ours.</summary>
    public static Opened? Refused(OwnDataKind kind) => kind switch
    {
        OwnDataKind.Model => new Opened(null, new Reason("是明账的底稿，不是公开文本", "is a model of Mingzhang, not a disclosure"), new Reason("请先用 mingzhang write 写成公开文本", "write it as a disclosure first, with mingzhang write")),
        OwnDataKind.Figures => new Opened(null, new Reason("是明账写出的数据，没有全文，不能当作公开文本", "is data that Mingzhang wrote, without the text, and no disclosure"), new Reason("请用写出它的文本或底稿，或用数据包（.zip），其中有全文", "use the text or model that it was written from, or the data package (.zip), which holds the text")),
        OwnDataKind.Result => new Opened(null, new Reason("是明账的结果数据，不是公开文本", "is a result of Mingzhang, not a disclosure"), new Reason("请用它所检查的文件", "use the document that it is about")),
        _ => null,
    };

    /// <summary>不能当作底稿的原因和办法: of data from which no model can be made; null for anything else.</summary>
    public static Opened? NoModel(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return IsDatabase(bytes) ? Database : Kind(Encoding.UTF8.GetString(bytes)) is (OwnDataKind.Figures or OwnDataKind.Result) and var kind ? Refused(kind) : null;
    }

    /// <summary>是否数据库文件。</summary>
    internal static bool IsDatabase(ReadOnlySpan<byte> bytes) => bytes.StartsWith("SQLite format 3\0"u8);

    /// <summary>数据库文件的说明。</summary>
    internal static Opened Database { get; } = new(null, new Reason("是数据库文件（SQLite），不是公开文本", "is a database (SQLite), not a disclosure"),
        new Reason("请用写出它的文本、底稿或数据包；账库请先用 mingzhang compose 写成文本", "use the text, model or data package that it was written from; write a ledger as a disclosure first, with mingzhang compose"));
}

/// <summary>自己写出的数据的种类。</summary>
public enum OwnDataKind
{
    /// <summary>不是。</summary>
    None,

    /// <summary>底稿。</summary>
    Model,

    /// <summary>开放数据。</summary>
    Figures,

    /// <summary>报告等结果。</summary>
    Result,
}
