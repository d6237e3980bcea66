using Mingzhang.Budget;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>读不出的原因：why an archive or a part of it cannot be read.</summary>
public enum ArchiveProblem
{
    /// <summary>损坏：the directory, a header, the compressed data or the XML inside.</summary>
    Damaged,

    /// <summary>已加密。</summary>
    Encrypted,

    /// <summary>不支持的压缩方式。</summary>
    UnsupportedMethod,

    /// <summary>成员过多。</summary>
    TooManyEntries,

    /// <summary>解压后过大：also what is compressed beyond all measure.</summary>
    TooLarge,

    /// <summary>成员相互重叠：made to unpack to more than it holds.</summary>
    Overlapping,

    /// <summary>同名的成员：which of them is meant cannot be known.</summary>
    Ambiguous,

    /// <summary>嵌套过深：archives within archives, or XML elements within elements.</summary>
    TooDeep,
}

/// <summary>读取失败：the only exception that an archive, its parts and their XML throw for what they contain.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>原因不明的损坏。</summary>
    public ArchiveException()
        : this(ArchiveProblem.Damaged)
    {
    }

    /// <summary>损坏。</summary>
    public ArchiveException(string message)
        : base(message)
    {
    }

    /// <summary>损坏，附原因。</summary>
    public ArchiveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>某种原因。</summary>
    public ArchiveException(ArchiveProblem problem)
        : base(problem.ToString()) => Problem = problem;

    /// <summary>原因。</summary>
    public ArchiveProblem Problem { get; }
}

/// <summary>读不出的说明：why, and what to do, for each problem.</summary>
public static class ArchiveProblems
{
    /// <summary>打开的结果：a failure in both languages.</summary>
    public static Opened Of(ArchiveProblem problem) => problem switch
    {
        ArchiveProblem.Encrypted => Failed("已加密，需要口令才能打开", "is encrypted and needs a password", "请去掉口令后另存；公开的文件不应加密", "save it without the password; what is disclosed should not be encrypted"),
        ArchiveProblem.UnsupportedMethod => Failed("使用了不支持的压缩方式", "is compressed in a way that is not supported", "请解压后重新打包为普通 zip，或直接给出其中的文件", "unpack it and pack it as a plain zip, or name the files in it"),
        ArchiveProblem.TooManyEntries => Failed("内含的成员过多，超过上限", "holds more parts than the limit", "请检查是否选错了文件，或分批检查", "check that it is the right file, or check it in portions"),
        ArchiveProblem.TooLarge => Failed("解压后的内容超过上限", "unpacks to more than the limit", "请检查是否选错了文件，或重新导出", "check that it is the right file, or export it again"),
        ArchiveProblem.Overlapping => Failed("压缩结构有意重叠，不予解压", "has overlapping parts, as no program makes them, and is not unpacked", "请检查文件来源，或重新导出", "check where it comes from, or export it again"),
        ArchiveProblem.Ambiguous => Failed("内含同名的成员，无法确定以哪个为准", "holds parts of the same name; which of them counts cannot be known", "请重新导出", "export it again"),
        ArchiveProblem.TooDeep => Failed("内容嵌套过深，超过上限", "is nested deeper than the limit", "请检查文件来源，或解压后再检查", "check where it comes from, or unpack it first"),
        _ => Failed("文件已损坏，无法解开", "is damaged and cannot be unpacked", "请重新下载或重新导出", "download or export it again"),
    };

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
