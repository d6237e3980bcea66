using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Operations;

/// <summary>公开时断电：the server is killed while it publishes from the page; afterwards the document is published whole, with its file, its step and its entries, or not at all and can be published again.</summary>
public partial class KilledPublicationTests
{
    private static readonly string Page = WorkbenchFixture.At("/work/reports/101001/publish");

    [Theory]
    [InlineData("sqlite", 5)]
    [InlineData("postgres", 3)]
    public async Task A_publication_that_is_killed_is_there_whole_or_not_at_all(string kind, int kills)
    {
        var prepared = await Passed(kind);
        var database = Databases.Copied(prepared);

        // How long it takes when nothing happens says when to kill; a server that has just started is slow, so each kill meets a fresh one.
        var whole = await Publish(database, null);
        Assert.True(State(database).Published);
        var random = new Random(20261128);
        var (published, left) = (1, 0);
        database = Databases.Copied(prepared);
        for (var kill = 0; kill < kills; kill++)
        {
            var share = (kill + random.NextDouble()) / kills;
            await Publish(database, whole * share);
            var state = State(database);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"killed after {(whole * share).TotalMilliseconds:0} of {whole.TotalMilliseconds:0} ms: {(state.Published ? "published" : "nothing")}"));
            if (state.Published)
            {
                published++;
                database = Databases.Copied(prepared);
            }
            else
            {
                // Nothing of it is there, and the next round publishes again.
                left++;
            }
        }

        await Publish(database, null);
        Assert.True(State(database).Published);
        Assert.Equal(kills + 1, published + left);
    }

    // Starts the server, asks it to publish, and kills it after a while; the time that it took, where it was let do.
    private static async Task<TimeSpan> Publish(string database, TimeSpan? killed)
    {
        using var server = await ServerProcess.Start(database, "--work", "--rate", "0");
        using var officer = new WorkClient(server.Client.BaseAddress!);
        await officer.SignIn("王芳", WorkbenchFixture.Password);
        var token = await officer.AnyToken();
        var watch = Stopwatch.StartNew();
        var publishing = officer.PostWith(token, Page, ("action", "publish"), ("format", ".docx"));
        if (killed is null)
        {
            var answer = await publishing;
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Html);
            var time = watch.Elapsed;

            // The public reads it, as it is filed.
            var address = Document().Match(answer.Html).Groups[1].Value;
            Assert.Equal(HttpStatusCode.OK, await server.Status(address));
            await server.Kill();
            return time;
        }

        await Task.Delay(killed.Value, TestContext.Current.CancellationToken);
        await server.Kill();
        try
        {
            await publishing;
        }
        catch (HttpRequestException)
        {
            // It was killed before it answered.
        }

        return watch.Elapsed;
    }

    // What is in the database: all of one publication, or nothing of it.
    private static Left State(string database)
    {
        using var store = Store.Open(database, TimeProvider.System, create: false, out var problem)!;
        Assert.Null(problem);
        Assert.Empty(Verification.Of(store).Faults);
        var (stage, files) = store.Read(r => (Stage.Of(r, Organisations.Unit(r, WorkbenchFixture.Year, "101001")!), PublishedFile.Of(r, WorkbenchFixture.Year, "101001", PublishedFile.Budget)));
        using var archive = ArchiveStore.Open(database, TimeProvider.System, Documents.Library.Space, create: true, out _)!;
        var filed = archive.Read(r => r.Documents(WorkbenchFixture.Year)).Count;
        if (files.Count == 0)
        {
            Assert.Equal(("passed", "", 0), (stage.Report, stage.Published, filed));
            return new Left(false);
        }

        var file = Assert.Single(files);
        Assert.Equal(("published", "published", 1), (stage.State, stage.Report, filed));
        Assert.Equal(file.Hash, Convert.ToHexStringLower(SHA256.HashData(store.Archived(file.Hash)!)));
        return new Left(true);
    }

    // A budget that waits for nothing but its publication.
    private static async Task<string> Passed(string kind)
    {
        var database = Databases.Fresh(kind);
        await using var work = new WorkbenchFixture { Kind = kind, Database = database };
        await work.InitializeAsync();
        var people = await work.Everybody();
        RepliedBudget.Of(work);
        var words = WorkbenchFixture.At("/work/reports/101001/words");
        foreach (var key in Key().Matches((await people["王芳"].Get(words + "&missing=1")).Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
        {
            await people["王芳"].Post(words, ("do", "save"), ("sort", "words"), ("key", key), ("said", key == "contact" ? "王芳" : key == "phone" ? "12345678" : "年度任务安排有所调整"));
        }

        foreach (var (who, action) in new[] { ("王芳", "check"), ("王芳", "offer"), ("陈静", "pass") })
        {
            var answer = await people[who].Post(Page, ("action", action));
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Html);
        }

        return database;
    }

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("href=\"(/r/[0-9a-f]{16})\"")]
    private static partial Regex Document();

    private sealed record Left(bool Published);
}
