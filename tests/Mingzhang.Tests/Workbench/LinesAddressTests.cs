using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace Mingzhang.Tests.Workbench;

/// <summary>逐处保存的地址：each edit is stored or answered with its fault; nobody's work is overwritten, and what is sent twice is done once.</summary>
public sealed class LinesAddressTests : IAsyncLifetime
{
    private static readonly string Spending = WorkbenchFixture.At("/work/reports/101001/lines") + "&part=spending";

    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_page_opens_with_its_columns_lines_sums_and_sentences()
    {
        await Save("王芳", New("a", "12.5"));
        var opened = await Json("王芳", Spending);
        Assert.True(opened["may"]!.GetValue<bool>());
        Assert.Equal(["fund", "nature", "function", "economic", "project", "fen", "procurement", "details"], opened["columns"]!.AsArray().Select(c => c!["key"]!.GetValue<string>()));
        Assert.Equal("12.50", opened["lines"]![0]![7]!.GetValue<string>());
        Assert.Equal("""["expenditure","general","basic",12500000]""", opened["sums"]![0]!.ToJsonString());
        Assert.Equal("已全部保存", opened["words"]!["saved"]!.GetValue<string>());
        Assert.False((await Json("孙丽", Spending))["may"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get(Spending)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get(Spending.Replace("spending", "other", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task One_wrong_edit_holds_up_no_other_and_says_what_was_meant()
    {
        var answer = await Save("王芳", New("a", "12,50"), New("b", "3", economic: "30202"), New("c", "1", function: "2060110"));
        Assert.Equal("fen", Fault(answer, 0)["field"]!.GetValue<string>());
        Assert.Equal(3_000_000, Assert.Single(_work.Lines("101001")).Fen);
        var fixes = Fault(answer, 2)["fixes"]!.AsArray();
        Assert.Contains(fixes, f => f![0]!.GetValue<string>() == "2060101");
        Assert.Equal(3_000_000, answer["sums"]![0]![3]!.GetValue<long>());
    }

    [Fact]
    public async Task A_cell_is_changed_by_itself_and_its_government_code_follows()
    {
        var line = Line(await Save("王芳", New("a", "12.5")), 0);
        var saved = await Save("王芳", Change(line, """{"economic":"30101"}"""));
        var stored = Assert.Single(_work.Lines("101001"));
        Assert.Equal(("30101", "50101", 12_500_000L), (stored.Economic, stored.Government, stored.Fen));
        Assert.True(Line(saved, 0)[1]!.GetValue<long>() > line[1]!.GetValue<long>());
    }

    [Fact]
    public async Task A_stale_edit_is_told_what_stands_now_and_who_changed_it()
    {
        var line = Line(await Save("王芳", New("a", "12.5")), 0);
        await Save("李明", Change(line, """{"fen":"13"}"""));
        var stale = (await Save("王芳", Change(line, """{"fen":"14"}""")))["edits"]![0]!;
        Assert.True(stale["conflict"]!.GetValue<bool>());
        Assert.Equal(("李明", "13.00"), (stale["who"]!.GetValue<string>(), stale["line"]![7]!.GetValue<string>()));
        Assert.Equal(13_000_000, Assert.Single(_work.Lines("101001")).Fen);
        var now = stale["line"]!.AsArray();
        await Save("王芳", Remove(now));
        var gone = (await Save("李明", Change(now, """{"fen":"15"}""")))["edits"]![0]!;
        Assert.True(gone["conflict"]!.GetValue<bool>());
        Assert.Null(gone["line"]);
        Assert.Empty(_work.Lines("101001"));
    }

    [Fact]
    public async Task What_is_sent_twice_is_done_once()
    {
        var line = Line(await Save("王芳", New("a", "12.5")), 0);
        var again = Line(await Save("王芳", New("a", "12.5", again: true)), 0);
        Assert.Equal(line[0]!.GetValue<string>(), again[0]!.GetValue<string>());
        var entries = _work.Entries();
        var change = Change(line, """{"fen":"13"}""");
        await Save("王芳", change);
        Assert.Equal("13.00", Line(await Save("王芳", change), 0)[7]!.GetValue<string>());
        Assert.Equal(entries + 1, _work.Entries());
        var remove = Remove(Line(await Save("王芳", change), 0));
        await Save("王芳", remove);
        Assert.True((await Save("王芳", remove))["edits"]![0]!["removed"]!.GetValue<bool>());

        // The same line typed a second time is no line sent twice.
        await Save("王芳", New("x", "1"));
        Assert.NotNull(Fault(await Save("王芳", New("y", "1")), 0));
        Assert.NotNull(Fault(await Save("李明", New("y", "1", again: true)), 0));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"edits":{}}""")]
    [InlineData("""{"edits":[1]}""")]
    [InlineData("""{"edits":[{"key":"a","id":"","version":"0"}]}""")]
    [InlineData("""{"edits":[{"key":"a","id":"","version":0,"set":{"secret":"1"}}]}""")]
    [InlineData("""{"edits":[{"key":"a","id":"","version":0,"set":{"fen":12}}]}""")]
    [InlineData("""{"edits":[[[[[[[[[[[[]]]]]]]]]]]]}""")]
    public async Task Nonsense_is_refused_with_words(string body)
    {
        var before = _work.Entries();
        var answer = await _people["王芳"].PostJson(await _people["王芳"].AnyToken(), Spending, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("refused", answer.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _people["王芳"].PostJson(await _people["王芳"].AnyToken(), Spending, body, "text/plain")).Status);
        Assert.Equal(before, _work.Entries());
    }

    [Fact]
    public async Task Hostile_texts_are_kept_as_text_and_lines_of_others_are_out_of_reach()
    {
        var hostile = Line(await Save("王芳", New("a", "1", details: "=cmd|'/c calc'!A1 </script>\\u202e😀")), 0);
        Assert.Equal("=cmd|'/c calc'!A1 </script>\u202e😀", hostile[9]!.GetValue<string>());
        Assert.NotNull(Fault(await Save("王芳", New("b", "=SUM(A1)", economic: "30205")), 0));
        Assert.NotNull(Fault(await Save("王芳", New("c", "1", economic: "30205", details: new string('长', 2000))), 0));
        var other = WorkbenchFixture.At("/work/reports/101002/lines") + "&part=spending";
        var answer = await _people["李明"].PostJson(await _people["李明"].AnyToken(), other, $$"""{"edits":[{{Change(hostile, """{"fen":"9"}""")}}]}""");
        Assert.Contains("conflict", answer.Html, StringComparison.Ordinal);
        Assert.Equal(1_000_000, Assert.Single(_work.Lines("101001")).Fen);
    }

    [Fact]
    public async Task Ten_thousand_lines_come_in_bounded_numbers()
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i += 500)
        {
            await Save("王芳", [.. Enumerable.Range(i, 500).Select(n => New("k" + n, "1", details: "第" + n + "项"))]);
        }

        Assert.Equal(10_000, _work.Lines("101001").Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
        var answer = await _people["王芳"].PostJson(await _people["王芳"].AnyToken(), Spending, Body([.. Enumerable.Range(0, 501).Select(n => New("m" + n, "1"))]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task Who_looks_at_the_same_unit_is_told_who_is_there_and_what_is_saved()
    {
        using var listening = await _people["李明"].Listen(WorkbenchFixture.At("/work/reports/101001/live") + "&client=li");
        Assert.Contains("李明", await Heard(listening), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get(WorkbenchFixture.At("/work/reports/101001/live") + "&client=zhao")).Status);
        await Save("王芳", New("a", "12.5"));
        var news = JsonNode.Parse(await Heard(listening))!;
        Assert.Equal(("王芳", "12.50", "spending"), (news["who"]!.GetValue<string>(), news["lines"]![0]![7]!.GetValue<string>(), news["part"]!.GetValue<string>()));
        await _people["李明"].PostJson(await _people["李明"].AnyToken(), WorkbenchFixture.At("/work/reports/101001/live"), """{"client":"li","row":"r","field":"fen"}""");
        Assert.Equal("""["li","李明","r","fen"]""", JsonNode.Parse(await Heard(listening))!["people"]![0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Codes_of_a_year_are_one_file_that_browsers_keep()
    {
        var address = (await Json("王芳", Spending))["columns"]!.AsArray().First(c => c!["key"]!.GetValue<string>() == "function")!["codes"]!.GetValue<string>();
        var codes = await Json("王芳", address);
        Assert.Contains(codes.AsArray(), c => c![0]!.GetValue<string>() == "2060101" && c[1]!.GetValue<string>() == "行政运行" && c[2]!.GetValue<string>() == "xzyx");
        Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get(address.Replace(".json", "0.json", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get("/assets/codes-none-2026.0.json")).Status);
    }

    [Fact]
    public async Task The_text_that_the_lines_make_is_checked_when_it_is_asked_for()
    {
        var checks = WorkbenchFixture.At("/work/reports/101001/checks");
        Assert.Equal(0, (await Json("王芳", checks))["count"]!.GetValue<int>());
        await Save("王芳", New("a", "12.5"));
        var found = (await Json("王芳", checks))["findings"]!.AsArray();
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.NotEmpty(f!["message"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get(checks)).Status);
    }

    private static async Task<string> Heard(StreamReader listening)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (true)
        {
            if (await listening.ReadLineAsync(patience.Token) is { } line && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }
    }

    private static string New(string key, string fen, string function = "2060101", string economic = "30201", string details = "", bool again = false) =>
        $$$"""{"key":"{{{key}}}","id":"","version":0,"again":{{{(again ? "true" : "false")}}},"set":{"fund":"general","nature":"public","function":"{{{function}}}","economic":"{{{economic}}}","fen":"{{{fen}}}","details":"{{{details}}}"}}""";

    private static string Change(JsonArray line, string set) => $$"""{"key":"c","id":"{{line[0]}}","version":{{line[1]}},"set":{{set}}}""";

    private static string Remove(JsonArray line) => $$"""{"key":"r","id":"{{line[0]}}","version":{{line[1]}},"remove":true}""";

    private static string Body(params string[] edits) => $$"""{"client":"test","edits":[{{string.Join(',', edits)}}]}""";

    private static JsonArray Line(JsonNode answer, int at) => answer["edits"]![at]!["line"]!.AsArray();

    private static JsonNode Fault(JsonNode answer, int at) => answer["edits"]![at]!["faults"]![0]!;

    private async Task<JsonNode> Json(string name, string path) => JsonNode.Parse((await _people[name].Get(path)).Html)!;

    private async Task<JsonNode> Save(string name, params string[] edits)
    {
        var answer = await _people[name].PostJson(await _people[name].AnyToken(), Spending, Body(edits));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Html);
        return JsonNode.Parse(answer.Html)!;
    }
}
