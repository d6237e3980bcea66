using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Mcp;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Archive;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>供人工智能助手查阅：the tools, asked by the client of the protocol's own library.</summary>
public sealed class McpTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<McpClient> Client() => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(portal.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Stop);

    private async Task<JsonElement> Ask(string tool, Dictionary<string, object?> arguments)
    {
        await using var client = await Client();
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: Stop);
        Assert.True(result.IsError != true, Said(result));
        return result.StructuredContent!.Value.Clone();
    }

    private static string Said(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(t => t.Text));

    [Fact]
    public async Task Every_tool_is_listed_with_what_it_needs()
    {
        await using var client = await Client();
        var tools = await client.ListToolsAsync(cancellationToken: Stop);
        Assert.Equal(McpTools.All.Select(t => t.Name).Order(), tools.Select(t => t.Name).Order());
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, t => Assert.Contains(t.Description, c => c is >= '\u4e00' and <= '\u9fff'));
    }

    [Fact]
    public async Task A_figure_carries_value_unit_phase_version_place_and_checks()
    {
        var found = portal.Store.Read(a => a.Statement(portal.Sample, "t1.r1.c2"))!;
        var figure = (await Ask("figure", new() { ["id"] = portal.Sample.Key + ".t1.r1.c2" })).GetProperty("figures")[0];
        Assert.Equal(found.Fen!.Value / 100m, decimal.Parse(figure.GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("yuan", figure.GetProperty("unit").GetString());
        Assert.Equal("budget", figure.GetProperty("phase").GetString());
        Assert.StartsWith(portal.Sample.Key, figure.GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Equal(found.Statement.Place.Chinese, figure.GetProperty("place").GetString());
        Assert.Equal(new Uri(portal.Client.BaseAddress!, $"/cell/{portal.Sample.Key}.t1.r1.c2").ToString(), figure.GetProperty("url").GetString());
        Assert.Contains(figure.GetProperty("checks").GetProperty("state").GetString(), new[] { "held", "broken", "unchecked" });
    }

    [Fact]
    public async Task Departments_codes_and_words_are_found()
    {
        var found = await Ask("find", new() { ["query"] = "支出" });
        Assert.NotEqual(0, found.GetProperty("codes").GetArrayLength());
        Assert.NotEqual(0, found.GetProperty("passages").GetArrayLength());
        Assert.Equal(portal.Sample.Body!.Code, (await Ask("find", new() { ["query"] = portal.Sample.Body.Name })).GetProperty("departments")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_series_has_both_years_and_a_breakdown_its_whole()
    {
        var series = await Ask("series", new() { ["department"] = portal.Sample.Body!.Name, ["at"] = "measure=expenditure fund=general" });
        var years = series.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("year").GetInt32()).ToList();
        Assert.Contains(portal.Sample.Year!.Value, years);
        Assert.Contains(portal.Sample.Year.Value - 1, years);
        var breakdown = await Ask("breakdown", new() { ["department"] = portal.Sample.Body.Code, ["year"] = portal.Sample.Year.Value, ["dimension"] = "nature" });
        Assert.Equal("amount", breakdown.GetProperty("whole").GetProperty("kind").GetString());
        Assert.True(breakdown.GetProperty("parts").GetArrayLength() >= 2);
    }

    [Fact]
    public async Task Figures_that_may_not_be_compared_are_refused_with_the_reason()
    {
        var all = portal.Store.Read(a => a.Statements(portal.Sample)).Where(s => s.Statement is AmountStatement { Amount: not null, Blank: false }).ToList();
        var last = portal.Store.Read(a => a.Documents(portal.Sample.Body!)).First(d => d.Year == portal.Sample.Year - 1);
        var before = portal.Store.Read(a => a.Statement(last, all[0].Statement.Id))!;
        var refused = await Ask("compare", new() { ["ids"] = new[] { Id(all[0]), Id(before) }, ["language"] = "en" });
        Assert.False(refused.GetProperty("comparable").GetBoolean());
        Assert.Contains(refused.GetProperty("reasons").EnumerateArray(), r => r.GetString()!.StartsWith("years differ", StringComparison.Ordinal));
        var same = all.GroupBy(s => s.Statement.Point).First(g => g.Count() > 1).Take(2).Select(Id).ToArray();
        Assert.True((await Ask("compare", new() { ["ids"] = same })).GetProperty("comparable").GetBoolean());
    }

    [Theory]
    [InlineData("figure", "{}")]
    [InlineData("figure", "{\"id\":\"../../etc/passwd.x\"}")]
    [InlineData("series", "{\"department\":\"外星事务管理局\",\"at\":\"measure=expenditure\"}")]
    [InlineData("series", "{\"department\":5,\"at\":[]}")]
    [InlineData("breakdown", "{\"department\":\"'; DROP TABLE archive_body; --\",\"year\":2024,\"dimension\":\"nature\"}")]
    [InlineData("compare", "{\"ids\":[\"a\"]}")]
    [InlineData("nothing", "{}")]
    public async Task What_cannot_be_answered_is_refused_in_words(string tool, string arguments)
    {
        await using var client = await Client();
        var result = await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments), cancellationToken: Stop);
        Assert.True(result.IsError);
        Assert.DoesNotContain("   at ", Said(result), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Said(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_message_is_refused()
    {
        foreach (var body in new[] { "", "{", "[]", "null", "{\"jsonrpc\":\"2.0\"}" })
        {
            using var response = await portal.Client.PostAsync(new Uri("/mcp", UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Stop);
            Assert.True((int)response.StatusCode is 400, body + ": " + response.StatusCode);
        }

        using var asked = await portal.Client.GetAsync(new Uri("/mcp", UriKind.Relative), Stop);
        Assert.Equal(System.Net.HttpStatusCode.MethodNotAllowed, asked.StatusCode);
    }

    [Fact]
    public async Task The_command_answers_over_standard_input_and_output()
    {
        var database = Databases.Fresh("sqlite");
        using (var store = ArchiveStore.Open(database, TimeProvider.System, Documents.Library.Space, create: true, out _)!)
        {
            Archives.File(store, Documents.Sample);
        }

        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = BuiltProgram.Words[0], Arguments = [.. BuiltProgram.Words.Skip(1), "mcp", "--database", database, "--public", "https://example.cn"] }), cancellationToken: Stop);
        var result = await client.CallToolAsync("check_citation", new Dictionary<string, object?> { ["sentence"] = $"{portal.Sample.Body!.Name}{portal.Sample.Year}年预算安排公务接待费987654.32万元。" }, cancellationToken: Stop);
        Assert.Equal("differs", result.StructuredContent!.Value.GetProperty("verdict").GetString());
        Assert.StartsWith("https://example.cn/cell/", result.StructuredContent.Value.GetProperty("figures")[0].GetProperty("nearest")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_that_do_not_speak_the_protocol_start_without_its_assemblies()
    {
        var folder = Databases.Temporary();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(f => f.EndsWith(".dll", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        // Whoever loads it now fails.
        foreach (var assembly in new[] { "ModelContextProtocol.Core.dll", "Microsoft.Extensions.AI.Abstractions.dll" })
        {
            Assert.True(File.Exists(Path.Combine(folder, assembly)), assembly);
            await File.WriteAllTextAsync(Path.Combine(folder, assembly), "", Stop);
        }

        var sample = Path.Combine(folder, "sample.txt");
        await File.WriteAllTextAsync(sample, Documents.Sample, Stop);
        foreach (var arguments in new[] { new[] { "--version" }, ["check", sample], ["--help"] })
        {
            var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(folder, "mingzhang.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var process = System.Diagnostics.Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(Stop);
            await process.StandardOutput.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop);
            Assert.True(process.ExitCode is 0 or 1, await error);
        }
    }

    private static string Id(ArchivedStatement s) => s.Document.Key + "." + s.Statement.Id;
}
