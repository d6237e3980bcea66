using Mingzhang.App.Commands.Demo;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger.Execution;

/// <summary>虚构的区：the same from the same seed, sound, and not all of one piece.</summary>
public class DemoTests
{
    [Fact]
    public void A_small_district_is_the_same_from_the_same_seed_and_sound()
    {
        var (first, documents) = Build(1);
        using var one = first;
        using var two = Build(1).Store;
        using var other = Build(2).Store;
        Assert.Equal(Journals.Text(one), Journals.Text(two));
        Assert.NotEqual(Journals.Text(one), Journals.Text(other));
        Assert.Empty(Verification.Of(one).Faults);
        Assert.All(documents, d => Assert.Empty(Mingzhang.Publishing.Publication.Check(Documents.Library, d.Composed).Findings.Where(f => f.Severity == Mingzhang.Budget.Severity.Error).Select(f => d.Department + d.Year + f.Message.Chinese)));
        Assert.Contains(documents, d => d.Final);
        Assert.Equal(3, documents.Where(d => !d.Final).Select(d => d.Year).Distinct().Count());
        var books = one.Read(r => Organisations.Units(r, District.First, "101").Select(u => new ExecutionBook(r, u)).ToList());
        Assert.All(books, b => Assert.All(b.All, a => Assert.InRange(b.Paid(a), 0, b.Revised(a))));
        Assert.True(books.SelectMany(b => b.All.Where(a => a.Line.Nature == "project")).Select(a => a.Line.Fen).All(f => f % 100 != 0) || books.Count > 0);
        Assert.True(one.Read(r => r.All(Kinds.Remainder)).Count > 0);
    }

    [Fact]
    public void What_the_district_published_is_filed_with_its_dates_and_no_error()
    {
        var (store, documents) = Build(1);
        using var _ = store;
        using var archive = ArchiveStore.Open(Databases.Fresh("sqlite"), TimeProvider.System, Documents.Library.Space, create: true, out var problem)!;
        Assert.Null(problem);
        var filing = new DistrictArchive();
        documents.ForEach(d => filing.Add(d, Documents.Library));
        filing.File(archive);
        var filed = archive.Read(a => a.Documents((int?)null));
        Assert.Equal(documents.Count, filed.Count);
        Assert.All(filed, f => Assert.True(string.CompareOrdinal(f.Approved, f.Published) < 0));
        Assert.All(filed, f => Assert.DoesNotContain(archive.Read(a => a.Findings(f)), x => x.Finding.Severity == Mingzhang.Budget.Severity.Error));
    }

    private static (Store Store, List<PublishedDocument> Documents) Build(int seed)
    {
        var clock = new DemoClock();
        var store = Store.Open(Databases.Fresh("sqlite"), clock, create: true, out _)!;
        var documents = new List<PublishedDocument>();
        Assert.Empty(District.Build(store, clock, Documents.Library, seed, documents.Add, departments: 2));
        return (store, documents);
    }
}
