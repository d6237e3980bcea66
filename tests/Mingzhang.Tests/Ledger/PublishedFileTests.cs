using Mingzhang.App.Commands;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Publishing;
using Mingzhang.Tests.Ledger.Execution;

namespace Mingzhang.Tests.Ledger;

using Writing = Mingzhang.Ledger.Storage.Writing;

/// <summary>公开即归档：what is published is in the journal and in the archive of the same database with its bytes, or nothing is.</summary>
public class PublishedFileTests
{
    private const string Code = TwelveUnits.Department;

    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_published_is_filed_with_its_bytes_and_its_correction_is_the_next_version(string kind)
    {
        using var hands = Passed(Databases.Fresh(kind));
        var path = Path.Combine(Databases.Temporary(), "公开.docx");
        var first = Publish(hands, path);
        Assert.Equal(first, File.ReadAllBytes(path));
        Assert.False(File.Exists(path + ".partial"));
        using var archive = ArchiveStore.Open(hands.Address, TimeProvider.System, Documents.Library.Space, create: false, out var problem)!;
        Assert.Null(problem);
        var filed = Assert.Single(archive.Read(a => a.Documents((int?)null)));
        Assert.Equal(("云溪市档案局", Hands.Year, "公开.docx", 0), (filed.Body?.Name, filed.Year ?? 0, filed.Name, filed.Errors));
        Assert.Equal(first, archive.Read(a => a.Bytes(filed.Hash)));
        Assert.NotEmpty(archive.Read(a => a.Statements(filed)));
        Assert.NotNull(filed.Approved);

        // Asked for once more it is the same file, and no version.
        var again = PublishedVersion.Again(hands.Store, Hands.Year, Code, "b.docx");
        Assert.Equal((1, filed.Hash), (again!.Number, again.Hash));
        Assert.Equal(first, hands.Store.Archived(again.Hash));
        Assert.Null(PublishedVersion.Again(hands.Store, Hands.Year, Code, "b.pdf"));

        hands.Do(w => Movement.Report(w, "amend", Hands.Year, Code, hands.Store.Today), why: "职责表述有误");
        Assert.Null(PublishedVersion.Again(hands.Store, Hands.Year, Code, path));
        hands.Do(w => Words.Put(w, Hands.Year, Code, "words", "duties", "云溪市档案局负责全市档案工作的规划、管理、服务和监督。"));
        Pass(hands);
        Assert.NotEqual(first, Publish(hands, path));
        Assert.Equal([1, 2], hands.Store.Read(r => PublishedFile.Of(r, Hands.Year, Code, PublishedFile.Budget)).Select(p => p.Number));
        var versions = archive.Read(a => a.Versions(a.Documents((int?)null).Single()));
        Assert.Equal([filed.Hash, hands.Store.Read(r => PublishedFile.Of(r, Hands.Year, Code, PublishedFile.Budget))[^1].Hash], versions.Select(v => v.Hash));
        Assert.Empty(Verification.Of(hands.Store).Faults);
        Assert.Contains("publication 2026/700/budget/2", Exported(hands), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_failure_half_way_leaves_no_file_no_archive_and_no_publication(string kind)
    {
        using var hands = Passed(Databases.Fresh(kind));
        var path = Path.Combine(Databases.Temporary(), "公开.docx");
        var before = Exported(hands);

        // The disk fails after all is written, before it is kept; then something else is refused.
        Assert.Throws<IOException>(() => Publish(hands, path, _ => throw new IOException("no space left on device")));
        Assert.Throws<InvalidOperationException>(() => Publish(hands, path, w => w.Refuse("证书没有出成", "no certificate was made", "", "")));
        Assert.Equal(before, Exported(hands));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Equal("passed", hands.Store.Read(r => Stage.Of(r, Organisations.Owner(r, Hands.Year, Code)!)).Report);
        Assert.Null(ArchiveStore.Open(hands.Address, TimeProvider.System, Documents.Library.Space, create: false, out _));
        Assert.NotEmpty(Publish(hands, path));
        Assert.Empty(Verification.Of(hands.Store).Faults);
    }

    private static Hands Passed(string address)
    {
        var hands = TwelveUnitsYear.Replied(address);
        TwelveUnits.Write(hands, "cq-budget", Code);
        Pass(hands);
        return hands;
    }

    private static void Pass(Hands hands)
    {
        hands.Do(w => Publication.Verify(w, Documents.Library, Documents.Library.Book("cq-budget")!, Hands.Year, Code, hands.Store.Today));
        hands.Do(w => Movement.Report(w, "offer", Hands.Year, Code, hands.Store.Today));
        hands.Do(w => Movement.Report(w, "pass", Hands.Year, Code, hands.Store.Today), Hands.Reviewer);
    }

    private static byte[] Publish(Hands hands, string path, Action<Writing>? then = null)
    {
        using var file = new StagedFile(path);
        byte[]? bytes = null;
        var problems = hands.Store.Write(Hands.Officer, "", w =>
        {
            var composed = Publication.Publish(w, Documents.Library, Documents.Library.Book("cq-budget")!, Hands.Year, Code, hands.Store.Today);
            bytes = PublishedOutput.Keep(w, composed, file, new Published(Hands.Year, Code, PublishedFile.Budget, "cq-budget", hands.Store.Today, Stage.Of(w, Organisations.Owner(w, Hands.Year, Code)!).Replied));
            then?.Invoke(w);
        });
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(problems[0].Message.Chinese);
        }

        file.Place();
        return bytes!;
    }

    private static string Exported(Hands hands)
    {
        using var writer = new StringWriter();
        hands.Store.Read(r =>
        {
            JournalText.Write(r, writer);
            return 0;
        });
        return writer.ToString();
    }
}
