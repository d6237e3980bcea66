using System.Globalization;
using System.Net;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Operations;

/// <summary>数据库迟缓：a writer stands still and holds what all others wait for. Whoever reads is served meanwhile, and what was sent is taken when it goes on.</summary>
public class SlowDatabaseTests
{
    // More than may wait for the database at once.
    private const int Edits = 24;

    [Fact]
    public async Task Readers_do_not_wait_for_writers_and_no_edit_is_lost()
    {
        var database = Databases.Fresh("postgres");
        var work = new WorkbenchFixture { Kind = "postgres", Database = database };
        await work.InitializeAsync();
        try
        {
            var people = await work.Everybody();
            var address = Store.DatabaseOf(database)!;
            using var still = address.Open();
            using var held = address.BeginWrite(still, null);
            var edits = Enumerable.Range(1, Edits).Select(n => people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""),
                ("fen", n.ToString(CultureInfo.InvariantCulture)), ("procurement", ""), ("details", "第" + n.ToString(CultureInfo.InvariantCulture)))).ToList();
            using var reader = work.Client();
            foreach (var _ in Enumerable.Range(0, 3))
            {
                Assert.Equal(HttpStatusCode.OK, (await people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/spending"))).Status);
                Assert.Equal(HttpStatusCode.OK, (await reader.Get("/")).Status);
            }

            Assert.DoesNotContain(edits, e => e.IsCompleted);
            await held.RollbackAsync(TestContext.Current.CancellationToken);
            Assert.All(await Task.WhenAll(edits), e => Assert.Equal(HttpStatusCode.OK, e.Status));
            Assert.Equal(Edits, work.Lines("101001").Count(l => l.Details.StartsWith('第')));
            Assert.Empty(work.Site.With(Verification.Of).Faults);
        }
        finally
        {
            await work.DisposeAsync();
        }
    }
}
