using System.Globalization;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>公开的文件：a version that was published, in the journal by its hash and in the archive of the same database with its bytes and all that was understood of it; both come in the
/// transaction that publishes, or neither.</summary>
internal sealed record PublishedFile(int Number, string Day, string Book, string File, string Hash)
{
    /// <summary>预算。</summary>
    public const string Budget = "budget";

    /// <summary>决算。</summary>
    public const string Final = "final";

    /// <summary>公开过的各版本，旧的在前。</summary>
    public static IReadOnlyList<PublishedFile> Of(Reading reading, int year, string owner, string account) =>
        [.. reading.All(Kinds.Publication, ("year", (long)year), ("owner", owner), ("account", account)).Select(Of).OrderBy(p => p.Number)];

    /// <summary>归档并记入日志; what is published once more is the next version, and the same bytes once more are none.</summary>
    public static void Keep(Writing writing, Unit owner, string account, DateOnly day, string book, Submission submission)
    {
        if (writing.Archive() is not { } archive)
        {
            writing.Refuse("数据库里的档案是较新的程序建立的", "the archive in the database was made by a newer program", "请使用较新的程序", "use a newer program");
            return;
        }

        using (archive)
        {
            archive.Filing.Add(submission);
            archive.Filing.Tell(Successors.Of(writing));
        }

        var facts = submission.Report.Disclosure.Facts;
        var before = Of(writing, owner.Year, owner.Code, account);
        if (before is [.., var last] && last.Hash == facts.Id)
        {
            return;
        }

        var number = before.Count + 1;
        writing.Put(new RecordValues().Set("year", owner.Year).Set("owner", owner.Code).Set("account", account).Set("number", number).Set("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Set("book", book).Set("file", facts.Name).Set("hash", facts.Id)
            .As(Kinds.Publication, string.Create(CultureInfo.InvariantCulture, $"{owner.Year}/{owner.Code}/{account}/{number}"), owner.Whole ? Sealing.DepartmentChain(owner.Code) : owner.Code, 0));
    }

    private static PublishedFile Of(StoredRecord r) => new((int)r.Whole("number"), r["day"], r["book"], r["file"], r["hash"]);
}
