using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Questions;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>提问：asked by anyone, shown once read, answered at the figure for all years.</summary>
public sealed partial class QuestionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Cell => $"{portal.Sample.Key}.t1.r1.c2";

    private static ArchivedStatement Figure(ArchiveStore store, ArchivedDocument document) => store.Read(a => a.Statement(document, "t1.r1.c2"))!;

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public void An_answer_stays_at_the_figure_in_later_years(string kind)
    {
        using var store = Archives.Of(kind, Documents.Sample);
        var sample = Archives.Only(store);
        var figure = Figure(store, sample);
        Assert.Null(store.Questions(b => b.Ask(figure, "  为什么比上年多？\r\n ")));
        var asked = Assert.Single(store.Questions(b => b.All(QuestionState.Waiting, 10)));
        Assert.Equal("为什么比上年多？", asked.Said);
        Assert.Empty(store.Read(a => a.Questions(sample.Body!, figure.Statement.Point)));
        Assert.NotNull(store.Questions(b => b.Ask(figure, "为什么比上年多？")));
        Assert.Null(store.Questions(b => b.Publish(asked.Id, "审核员")));
        Assert.NotNull(store.Questions(b => b.Publish(asked.Id, "审核员")));
        Assert.Null(store.Questions(b => b.Answer(asked.Id, "某局", "新增一个项目。")));

        // The next year's document prints the same thing in another place of another file.
        Archives.File(store, Documents.Sample.Replace($"{sample.Year}年", $"{sample.Year + 1}年", StringComparison.Ordinal), "下年.txt");
        var next = store.Read(a => a.Documents(sample.Body!)).First(d => d.Year == sample.Year + 1);
        var there = store.Read(a => a.Questions(next.Body!, Figure(store, next).Statement.Point));
        Assert.Equal("新增一个项目。", Assert.Single(there).Answer);
        Assert.Null(store.Questions(b => b.Broken()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public void What_was_refused_leaves_no_words_and_the_journal_cannot_be_changed(string kind)
    {
        using var store = Archives.Of(kind, Documents.Sample);
        var figure = Figure(store, Archives.Only(store));
        Assert.Null(store.Questions(b => b.Ask(figure, "某人的电话是多少")));
        var id = store.Questions(b => b.All(null, 10))[0].Id;
        Assert.Null(store.Questions(b => b.Reject(id, "审核员", "个人信息")));
        Assert.Equal("", store.Questions(b => b.All(null, 10))[0].Said);
        Assert.NotNull(store.Questions(b => b.Answer(id, "某局", "答")));
        Assert.NotNull(store.Questions(b => b.Reject("nothing", "审核员", "")));
        Assert.Null(store.Questions(b => b.Broken()));
    }

    [Fact]
    public void Changing_the_journal_is_refused_by_the_database_and_seen_without_it()
    {
        var address = Databases.Fresh("sqlite");
        using var store = ArchiveStore.Open(address, TimeProvider.System, Documents.Library.Space, create: true, out _)!;
        Archives.File(store, Documents.Sample);
        store.Questions(b => b.Ask(Figure(store, Archives.Only(store)), "为什么比上年多？"));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => Databases.Behind(address, "UPDATE archive_question_step SET who = 'x'"));
        Databases.Behind(address, "DROP TRIGGER archive_question_step_no_update", "UPDATE archive_question_step SET who = 'x'");
        Assert.Equal(1, store.Questions(b => b.Broken()));
    }

    [Fact]
    public async Task A_reader_asks_without_account_or_cookie_and_is_read_first()
    {
        const string Said = "公用经费为什么增加<script>alert(1)</script>？";
        var (form, mark) = await Form(Cell);
        Assert.DoesNotContain("<script>alert", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Cell, Said, mark)).Status);
        (_, mark) = await Form(Cell);
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        var taken = await Send(Cell, Said, mark);
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Contains("已收到", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公用经费为什么增加", await portal.Text("/cell/" + Cell), StringComparison.Ordinal);

        // The same form is good once only, and for its own figure only.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Cell, Said + "？", mark)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send($"{portal.Sample.Key}.t1.r2.c2", Said, mark)).Status);

        var id = portal.Store.Questions(b => b.All(QuestionState.Waiting, 10)).Single(q => q.Said.StartsWith("公用经费", StringComparison.Ordinal)).Id;
        Assert.Null(portal.Store.Questions(b => b.Answer(id, "某局", "见说明<img src=x onerror=alert(1)>。")));
        await Task.Delay(TimeSpan.FromSeconds(2.5), Stop);
        foreach (var path in new[] { "/cell/" + Cell, "/questions", "/questions?lang=en" })
        {
            var page = await portal.Text(path);
            Assert.Contains("见说明", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Machines_and_other_sites_are_not_heard()
    {
        var (_, mark) = await Form(Cell);
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        Assert.Equal(HttpStatusCode.OK, (await Send(Cell, "这是机器问的问题", mark, trap: "http://x")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(Cell, "这是别处问的问题", mark, origin: "https://elsewhere.example")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Cell, "这是没有记号的问题", "")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(Cell, "这是假记号的问题", "1.a.b")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send("0123456789abcdef.t1", "没有这一格", "")).Status);
        Assert.DoesNotContain(portal.Store.Questions(b => b.All(null, 100)), q => q.Said.StartsWith("这是", StringComparison.Ordinal));
    }

    private async Task<(string Page, string Mark)> Form(string cell)
    {
        using var response = await portal.Client.GetAsync(new Uri("/ask/" + cell, UriKind.Relative), Stop);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await response.Content.ReadAsStringAsync(Stop);
        return (page, Mark().Match(page).Groups[1].Value);
    }

    private async Task<(HttpStatusCode Status, string Text)> Send(string cell, string said, string mark, string trap = "", string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/ask/" + cell, UriKind.Relative)) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["said"] = said, ["mark"] = mark, ["website"] = trap }) };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await portal.Client.SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("name=\"mark\" value=\"([^\"]+)\"")]
    private static partial Regex Mark();
}
