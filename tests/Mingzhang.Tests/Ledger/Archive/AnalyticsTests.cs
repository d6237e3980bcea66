using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Mingzhang.App.Serving;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Archive.Analytics;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>分析库：what it answers is what the archive answers, however it was loaded.</summary>
public class AnalyticsTests
{
    private static readonly Lazy<Asked> File = new(() => Made("sqlite"));

    [Fact]
    public void Both_databases_answer_alike() => Assert.Equal(File.Value.Answers, Made("postgres").Answers);

    [Fact]
    public void The_archive_that_is_asked_has_all_that_could_differ()
    {
        var lines = File.Value.Answers.Split('\n');

        // Ties, a correction, a unit, a project of no amount, what is not stated, what rose, and a point in several departments.
        Assert.Contains(lines, l => l.StartsWith("ranked operating 2026 False 0 50: 7/200000000 3/200000000 2/200000000", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("ranked operating 2026 True", StringComparison.Ordinal) && l.Contains(" 5/", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith("ranked", StringComparison.Ordinal) && l.Contains(" 1/", StringComparison.Ordinal));
        Assert.Contains("without operating 2026 False: 6", lines);
        Assert.Contains(lines, l => l.StartsWith("projects 2026 0 50:", StringComparison.Ordinal) && l.EndsWith("/none", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("risen operating 2026 False 0 50: 7>8/2", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("code", StringComparison.Ordinal) && l.Length > 40);
        Assert.Contains(lines, l => l.StartsWith("at", StringComparison.Ordinal) && l.Split(' ').Length > 5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_happens_while_it_is_loaded_the_answers_are_the_same(bool shards)
    {
        using var server = ClickHouseServers.Of(ClickHouseServers.Fresh(shards));
        using var archive = Opened(Databases.Copied(File.Value.Address));
        using var columns = new ColumnStore(server) { Shallow = 0 };
        archive.Analytics = columns;

        // Broken off between two batches, and then within one: nothing of it counts as loaded.
        using var stop = new CancellationTokenSource();
        Assert.Equal(3, new ColumnLoad(archive, server) { AtOnce = 3 }.Run(_ => stop.Cancel(), stop.Token).Documents);
        var half = Batch(archive, server, [4, 5, 6]);
        server.Write(ColumnTable.Headline.In(server.Address), half.Headlines.Written);
        server.Write(ColumnTable.Statement.In(server.Address), half.Statements.Written);
        Assert.Equal((long)File.Value.Documents - 3, Load(archive, server).Documents);
        Same("loaded");

        // Nothing is lacking; rows that are written twice are one, before they are merged and after.
        Assert.Equal(0, Load(archive, server).Documents);
        Batch(archive, server, [.. Enumerable.Range(1, File.Value.Documents)]).Write(server);
        Same("twice");
        server.Everywhere($"OPTIMIZE TABLE {ColumnTable.Headline.Local(server.Address)} FINAL");
        server.Everywhere($"OPTIMIZE TABLE {ColumnTable.Statement.Local(server.Address)} FINAL");
        Same("merged");

        // A correction: the new version and the one that it replaces.
        Archives.File(archive, Text("临江市南山局", 2026, 900, 10));
        Assert.Equal(2, Load(archive, server).Documents);
        Same("corrected");
        Assert.Empty(archive.Read(a => a.Ranked("x' OR ''='\\\0", new YearDocuments(2026, "Budget'", Units: true), 0, 5)));

        void Same(string when)
        {
            archive.Analytics = null;
            var own = Answers(archive);
            archive.Analytics = columns;
            columns.Whole("");
            Assert.Equal(when + "\n" + own, when + "\n" + Answers(archive));
            Assert.True(columns.Ready, columns.Away?.Message.English);
        }
    }

    [Fact]
    public void While_it_does_not_answer_the_archive_does_and_it_is_told_once()
    {
        using var archive = Opened(Databases.Copied(File.Value.Address));
        using var columns = new ColumnStore(ClickHouseServers.Of(string.Create(CultureInfo.InvariantCulture, $"clickhouse://mz:secret@127.0.0.1:{ClickHouseServers.FreePort()}/archive")));
        var told = new List<string>();
        columns.Told = p => told.Add(p?.Message.English ?? "again");
        archive.Analytics = columns;
        columns.Whole("1");
        Assert.Equal("-1", columns.Mark);
        Assert.Equal(File.Value.Answers, Answers(archive));
        Assert.Equal(File.Value.Answers, Answers(archive));
        Assert.Contains("does not answer", Assert.Single(told), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told[0], StringComparison.Ordinal);
        Assert.Equal("", columns.Mark);
        columns.Whole("2");
        Assert.Equal("again", told[^1]);
    }

    [Fact]
    public void The_server_follows_what_is_filed_and_takes_it_up_again_after_a_fault()
    {
        using var archive = Opened(Databases.Copied(File.Value.Address));
        using var columns = new ColumnStore(ClickHouseServers.Of(ClickHouseServers.Fresh(shards: false)));
        archive.Analytics = columns;
        using var following = new AnalyticsLoading(archive, NullLogger<AnalyticsLoading>.Instance);
        var load = new ColumnLoad(archive, columns.Server);
        var first = following.Follow(columns, load, "", CancellationToken.None);
        Assert.Equal((true, "-" + first), (columns.Ready, columns.Mark));
        Archives.File(archive, Text("临江市南山局", 2026, 900, 10));
        var then = following.Follow(columns, load, first, CancellationToken.None);
        Assert.Equal("-" + then, columns.Mark);
        Assert.NotEqual(first, then);
        columns.Failed(ClickHouseException.Stranger(columns.Address).Problem);
        Assert.Equal((then, true), (following.Follow(columns, load, then, CancellationToken.None), columns.Ready));
    }

    [Fact]
    public void What_cannot_be_loaded_is_refused_with_its_remedy()
    {
        var address = ClickHouseServers.Fresh(shards: true);
        using var server = ClickHouseServers.Of(address);
        using var archive = Opened(File.Value.Address);
        using var other = Archives.Of("sqlite", Text("别处局", 2026, 1, 1));
        Load(other, server);
        Refused(server, "另一个档案");
        Refused(ClickHouseServers.Of(address.Replace("%3A", "%3B", StringComparison.Ordinal)), "不接受用户“mz”");
        Refused(ClickHouseServers.Of(address.Replace("twin", "none", StringComparison.Ordinal)), "没有名为“none”的集群");
        Refused(ClickHouseServers.Of(string.Create(CultureInfo.InvariantCulture, $"clickhouse://127.0.0.1:{ClickHouseServers.Ports()[2]}/a")), "9000");

        // Emptied it takes the other archive; over other shards it would not find its rows.
        new ColumnLoad(archive, server).Empty();
        Assert.Equal(File.Value.Documents, Load(archive, server).Documents);
        server.Everywhere($"INSERT INTO {ColumnTable.Document.Local(server.Address)} (document, layout) VALUES (999999, '1:1')");
        Refused(server, "分片与装入时不同");

        void Refused(ClickHouse at, string why)
        {
            var problem = Assert.Throws<ClickHouseException>(() => Load(archive, at)).Problem;
            Assert.Contains(why, problem.Message.Chinese + problem.Remedy.Chinese, StringComparison.Ordinal);
            Assert.DoesNotContain(ClickHouseServers.Password, problem.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("clickhouse://mz:a%40b@one,two:9123/db?cluster=c1", "http://one:8123/ http://two:9123/", "clickhouse://one:8123,two:9123/db?cluster=c1")]
    [InlineData("clickhouses://one/db", "https://one:8443/", "clickhouses://one:8443/db")]
    [InlineData("clickhouse://[::1]:8123/db", "http://[::1]:8123/", "clickhouse://[::1]:8123/db")]
    [InlineData("clickhouse://one/db;x", null, null)]
    [InlineData("clickhouse://one/", null, null)]
    [InlineData("clickhouse://one/db?cluster=a b", null, null)]
    [InlineData("postgres://one/db", null, null)]
    public void Addresses_are_read_and_shown_without_their_password(string given, string? hosts, string? shown)
    {
        var address = ClickHouseAddress.Of(given, out var problem);
        Assert.Equal((hosts, shown, hosts is null), (address is null ? null : string.Join(' ', address.Hosts), address?.ToString(), problem is not null));
    }

    private static LoadedRows Load(ArchiveStore archive, ClickHouse server) => new ColumnLoad(archive, server).Run(stop: TestContext.Current.CancellationToken);

    private static ColumnBatch Batch(ArchiveStore archive, ClickHouse server, IReadOnlyList<int> documents)
    {
        var batch = new ColumnBatch(server.Address.Cluster is null ? "" : "1:1 2:1");
        archive.Read(a =>
        {
            a.Fill(batch, documents.ToDictionary(d => (long)d, _ => (string?)null));
            return true;
        });
        return batch;
    }

    private static ArchiveStore Opened(string address)
    {
        var store = ArchiveStore.Open(address, TimeProvider.System, Documents.Library.Space, create: false, out var problem);
        Assert.Null(problem);
        return store!;
    }

    private static Asked Made(string kind)
    {
        var address = Databases.Fresh(kind);
        using (var store = ArchiveStore.Open(address, TimeProvider.System, Documents.Library.Space, create: true, out _)!)
        {
            foreach (var text in Texts())
            {
                Archives.File(store, text);
            }
        }

        Databases.Behind(address, "UPDATE archive_project SET fen = NULL WHERE document = 10 AND number = (SELECT MAX(number) FROM archive_project WHERE document = 10 AND whole = 0)");
        using var made = Opened(address);
        return new Asked(address, Answers(made), made.Read(a => a.Filed(0)).Count);
    }

    private static IEnumerable<string> Texts() =>
    [
        Text("云溪区东湖局", 2026, 100, 10), Text("临江市南山局", 2026, 200, 10), Text("望海县西岭局", 2026, 200, 60), Text("青河省北河局", 2026, 50, 50), Text("云溪区东湖队", 2026, 70, 5, "单位"), Text("白石县中洲局", 2026, null, 5),
        Text("云溪区东湖局", 2026, 200, 10) + "\n更正说明：机关运行经费更正为200.00万元。\n", Text("云溪区东湖局", 2025, 50, 10), Text("临江市南山局", 2025, 300, 10),
        Documents.Sample, Documents.Sample.Replace(Documents.Read(Documents.Sample).Facts.Entity!, "望海县档案局", StringComparison.Ordinal), Text("【单位名称】", 2026, 800, 8),
    ];

    private static string Text(string name, int year, int? operating, int posts, string scope = "部门") => $"""
        {name}{year}年度{scope}预算

        第一部分 {scope}概况

        一、主要职能

        {name}负责湖泊管理。核定编制{posts}名。

        第三部分 {year}年度{scope}预算情况说明

        五、一般公共预算财政拨款支出预算情况说明

        文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。{year}年预算数为{posts}.00万元。

        七、“三公”经费预算情况说明

        {year}年“三公”经费预算数为30.00万元。

        八、其他重要事项的情况说明

        {(operating is null ? "" : $"（一）机关运行经费。{year}年机关运行经费预算为{operating}.00万元。")}

        """;

    private static string Answers(ArchiveStore store) => store.Read(a => string.Join('\n', Lines(a)));

    private static IEnumerable<string> Lines(IArchive archive)
    {
        foreach (var of in new[] { new YearDocuments(2026, nameof(DocumentKind.Budget), Units: false), new YearDocuments(2026, nameof(DocumentKind.Budget), Units: true) })
        {
            foreach (var item in new[] { "operating", "per:operating:posts", "spending" })
            {
                var asked = string.Create(CultureInfo.InvariantCulture, $"{item} {of.Year} {of.Units}");
                yield return $"count {asked}: {archive.Ranked(item, of)}";
                yield return $"without {asked}: {string.Join(' ', archive.Without(item, ["sangong", "spending"], of, 0, 50).Select(d => d.Id))}";
                foreach (var (skip, most) in new[] { (0, 50), (1, 2) })
                {
                    yield return $"ranked {asked} {skip} {most}: {string.Join(' ', archive.Ranked(item, of, skip, most).Select(Said))}";
                    yield return $"risen {asked} {skip} {most}: {string.Join(' ', archive.Risen(item, of, skip, most).Select(r => $"{r.Now.Document.Id}>{r.Before.Document.Id}/{r.Both}"))}";
                }
            }

            yield return $"projects {of.Year} 0 50: {string.Join(' ', archive.Projects(of, 0, 50).Select(Said))}";
            yield return $"projects {of.Year} 1 2: {string.Join(' ', archive.Projects(of, 1, 2).Select(Said))}";
        }

        yield return $"years: {string.Join(' ', archive.Years().Select(y => $"{y.Year} {y.Kind} {y.Documents} {y.Clean} {y.Departments};"))}";
        foreach (var code in new[] { "2070104", "207", "999" })
        {
            yield return $"code {code}: {string.Join(' ', archive.Code("function", code, 2026, 0, 50).Select(Said))} then {string.Join(' ', archive.Code("function", code, 2026, 1, 2).Select(Said))}";
        }

        foreach (var point in new[] { "year=2026 phase=budget measure=expenditure purpose=三公", "year=2026 phase=budget measure=expenditure", "year=2020 phase=budget measure=expenditure" })
        {
            yield return $"at {point}: {string.Join(' ', archive.At(Documents.Point(point), null, 5).Select(s => s.Document.Id + "/" + s.Statement.Id))}";
        }
    }

    private static string Said(RankedHeadline r) => string.Create(CultureInfo.InvariantCulture, $"{r.Document.Id}/{r.Headline.Fen}");

    private static string Said(RankedProject p) => string.Create(CultureInfo.InvariantCulture, $"{p.Document.Id}/{p.Project.Name.Replace(' ', '_')}/") + (p.Fen?.ToString(CultureInfo.InvariantCulture) ?? "none");

    private sealed record Asked(string Address, string Answers, int Documents);
}
