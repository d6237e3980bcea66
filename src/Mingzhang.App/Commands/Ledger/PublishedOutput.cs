using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Rules;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>公开的落实：the file is written beside its place, read back like one from outside, filed in the archive and told in the journal; it takes its place when all that is kept.</summary>
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
        if (ComposeCommand.Bytes(writing, composed, file.Path) is not { } bytes || Organisations.Owner(writing, published.Year, published.Code) is not { } owner)
        {
            return null;
        }

        var name = Path.GetFileName(file.Path);
        if (Opening.Bytes(name, bytes).Paper is not { } paper)
        {
            writing.Refuse("写出的文件读不回来", "the file that was written cannot be read back", "换一种格式公开，并请反馈", "publish it in another format, and report this");
            return null;
        }

        var settings = CheckSettings.None with { ApprovedOn = Day(published.Replied), PublishedOn = published.Day };
        PublishedFile.Keep(writing, owner, published.Account, published.Day, published.Book, new Submission(Inspector.Check(Reader.Read(paper, Library.Standard), Library.Standard, settings), name, bytes, []));
        if (writing.Problems.Count > 0)
        {
            return null;
        }

        file.Write(bytes);
        return bytes;
    }

    /// <summary>已公开的原件，供再写一次; null where nothing is public, or it is being corrected, or it is of another format.</summary>
    public static PublishedFile? Again(Store store, int year, string code, string path) => store.Read(r => Organisations.Owner(r, year, code) is { } owner
        && Mingzhang.Ledger.Process.Stage.Of(r, owner).Report is "published" or "corrected"
        && PublishedFile.Of(r, year, code, PublishedFile.Budget) is [.., var last] && string.Equals(Path.GetExtension(last.File), Path.GetExtension(path), StringComparison.OrdinalIgnoreCase) ? last : null);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>一次公开：whose, which of the two accounts, when, and when it was replied to.</summary>
internal sealed record Published(int Year, string Code, string Account, string Book, DateOnly Day, string Replied);
