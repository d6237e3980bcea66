using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>公开的落实：the file is written beside its place, filed in the archive and told in the journal; it takes its place when all that is kept.</summary>
internal static class PublishedOutput
{
    /// <summary>可否公开为此种文件; false after a message. Figures alone are no disclosure.</summary>
    public static bool Ready(string path)
    {
        if (WriteCommand.Format(path) is not { } format)
        {
            return false;
        }

        if (!format.Publication)
        {
            Messages.Fail($"公开的要是文本，{format.Extension} 只有数据", $"what is published is a text, {format.Extension} holds figures only", "请写成 .docx、.pdf、.html、.xlsx、.md 或 .txt；数据用 mingzhang convert 由公开的文件得出", "write one of .docx, .pdf, .html, .xlsx, .md, .txt; mingzhang convert makes the figures of it");
        }

        return format.Publication;
    }

    /// <summary>写出并归档，返回字节; null after a refusal, which takes everything back.</summary>
    public static byte[]? Keep(Writing writing, Composed? composed, StagedFile file, Published published)
    {
        var bytes = PublishedVersion.Keep(writing, Library.Standard, ComposeCommand.Bytes(writing, composed, file.Path), Path.GetFileName(file.Path), published);
        if (bytes is not null)
        {
            file.Write(bytes);
        }

        return bytes;
    }
}
