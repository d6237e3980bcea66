using System.Globalization;
using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Rules;

namespace Mingzhang.Publishing;

/// <summary>公开的一版：the bytes that are published are read back like a file from outside, filed in the archive and told in the journal.</summary>
internal static class PublishedVersion
{
    /// <summary>按格式成文; null after a refusal.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte[]? Bytes(Writing writing, Library library, Composed? composed, WrittenFormat format)
    {
        if (composed is null || writing.Problems.Count > 0)
        {
            return null;
        }

        var file = format.Write(Written.Of(library, composed));
        if (file.Bytes is null)
        {
            writing.Refuse(new Problem(file.Problem!, new Reason("换一种格式再写", "write it in another format")));
        }

        return file.Bytes;
    }

    /// <summary>归档，返回字节; null after a refusal, which takes everything back.</summary>
    public static byte[]? Keep(Writing writing, Library library, byte[]? bytes, string name, Published published)
    {
        if (bytes is null || Organisations.Owner(writing, published.Year, published.Code) is not { } owner)
        {
            return null;
        }

        if (Opening.Bytes(name, bytes).Paper is not { } paper)
        {
            writing.Refuse("写出的文件读不回来", "the file that was written cannot be read back", "换一种格式公开，并请反馈", "publish it in another format, and report this");
            return null;
        }

        var settings = CheckSettings.None with { ApprovedOn = Day(published.Replied), PublishedOn = published.Day, Term = Terms.Of(writing, published.Year) };
        PublishedFile.Keep(writing, owner, published.Account, published.Day, published.Book, new Submission(Inspector.Check(Reader.Read(paper, library), library, settings), name, bytes, []));
        return writing.Problems.Count > 0 ? null : bytes;
    }

    /// <summary>已公开的原件，供再写一次; null where nothing is public, or it is being corrected, or it is of another format.</summary>
    public static PublishedFile? Again(Store store, int year, string code, string path) => store.Read(r => Organisations.Owner(r, year, code) is { } owner
        && Stage.Of(r, owner).Report is "published" or "corrected"
        && PublishedFile.Of(r, year, code, PublishedFile.Budget) is [.., var last] && string.Equals(Path.GetExtension(last.File), Path.GetExtension(path), StringComparison.OrdinalIgnoreCase) ? last : null);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>一次公开：whose, which of the two accounts, when, and when it was replied to.</summary>
internal sealed record Published(int Year, string Code, string Account, string Book, DateOnly Day, string Replied);
