using System.Globalization;
using System.Net;
using Mingzhang.Ledger.Journal;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Operations;

/// <summary>数据库重新启动：all connections end while people type; whoever was in the middle is told and sends again, nothing acknowledged is lost, and readers notice at most one page.</summary>
public class RestartedServerTests
{
    [Fact]
    public async Task What_was_acknowledged_stays_and_the_next_edit_is_taken()
    {
        var database = Databases.Fresh("postgres");
        var work = new WorkbenchFixture { Kind = "postgres", Database = database };
        await work.InitializeAsync();
        try
        {
            var people = await work.Everybody();
            var (acknowledged, refused) = (0, 0);
            for (var n = 1; n <= 20; n++)
            {
                if (n % 5 == 0)
                {
                    Databases.Behind(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
                }

                var (taken, tries) = (false, 0);
                while (!taken)
                {
                    Assert.InRange(++tries, 1, 4);
                    var answer = await people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", n.ToString(CultureInfo.InvariantCulture)), ("procurement", ""), ("details", "第" + n));
                    taken = answer.Status == HttpStatusCode.OK;
                    refused += taken ? 0 : 1;
                }

                acknowledged++;
                using var reader = work.Client();
                Assert.Contains(HttpStatusCode.OK, new[] { (await reader.Get("/")).Status, (await reader.Get("/")).Status });
            }

            Assert.InRange(work.Lines("101001").Count, acknowledged, acknowledged + refused);
            Assert.Empty(work.Site.With(Verification.Of).Faults);
        }
        finally
        {
            await work.DisposeAsync();
        }
    }
}
