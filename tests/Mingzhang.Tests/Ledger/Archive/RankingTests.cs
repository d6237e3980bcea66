using System.Globalization;
using Microsoft.Data.Sqlite;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>一个年度的排列：read a page at a time, and the same on both databases.</summary>
public class RankingTests
{
    private static readonly string[] Names = ["东湖局", "南山局", "西岭局", "北河局"];

    private static readonly int[] Posts = [10, 10, 60, 50];

    private static YearDocuments Now => new(2026, nameof(DocumentKind.Budget), Units: false);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Pages_of_a_ranking_follow_each_other(string kind)
    {
        using var store = Of(kind);
        Assert.Equal(["北河局", "西岭局", "南山局", "东湖局"], Pages(i => store.Read(a => a.Ranked("operating", Now, i, 1)).Select(r => Short(r.Document))));
        Assert.Equal(4, store.Read(a => a.Ranked("operating", Now)));
        Assert.Equal(["东湖局", "北河局", "南山局", "西岭局"], Pages(i => store.Read(a => a.Documents(Now, i, 1)).Select(Short)).Order(StringComparer.Ordinal));
        Assert.Empty(store.Read(a => a.Ranked("operating", Now with { Kind = nameof(DocumentKind.Final) }, 0, 10)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void For_one_post_the_order_is_another(string kind)
    {
        using var store = Of(kind);

        // 100 for 10 posts, 200 for 10, 300 for 60, 400 for 50.
        Assert.Equal(["南山局", "东湖局", "北河局", "西岭局"], store.Read(a => a.Ranked("per:operating:posts", Now, 0, 10)).Select(r => Short(r.Document)));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void What_rose_most_comes_first(string kind)
    {
        using var store = Of(kind);
        var risen = store.Read(a => a.Risen("operating", Now, 0, 10));
        Assert.Equal(["东湖局", "南山局"], risen.Select(r => Short(r.Now.Document)));
        Assert.Equal([50_000_000L, -100_000_000L], risen.Select(r => r.By));
        Assert.All(risen, r => Assert.Equal((2, 2025), (r.Both, r.Before.Document.Year)));
        Assert.Equal("南山局", Short(Assert.Single(store.Read(a => a.Risen("operating", Now, 1, 10))).Now.Document));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Who_does_not_state_a_figure_comes_last_and_a_version_that_was_corrected_not_at_all(string kind)
    {
        using var store = Of(kind);
        Archives.File(store, Text("东湖局", 2026, 700, 10) + "\n更正说明：机关运行经费更正为700.00万元。\n");
        Archives.File(store, Text("中洲局", 2026, null, 5));
        Assert.Equal(["东湖局", "北河局", "西岭局", "南山局"], store.Read(a => a.Ranked("operating", Now, 0, 10)).Select(r => Short(r.Document)));
        Assert.Equal(["中洲局"], store.Read(a => a.Without("operating", ["sangong"], Now, 0, 10)).Select(Short));
        Assert.Equal(["东湖局", "东湖局"], store.Read(a => a.OfBodies(a.Documents(Now).Where(d => Short(d) == "东湖局"), 2025)).SelectMany(g => g).Select(Short).Prepend("东湖局"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void The_sum_of_a_code_follows_corrections_and_leaves_units_out(string kind)
    {
        using var store = Archives.Empty(kind);
        Archives.File(store, Spending("东湖局", "部门", 100));
        Archives.File(store, Spending("南山局", "部门", 50));
        Archives.File(store, Spending("南山队", "单位", 20));
        Assert.Equal(new CodeYear(2026, nameof(DocumentKind.Budget), 3, 2, 150_000_000), Assert.Single(store.Read(a => a.CodeYears("function", "2070104"))));
        Archives.File(store, Spending("东湖局", "部门", 130));
        Assert.Equal(new CodeYear(2026, nameof(DocumentKind.Budget), 3, 2, 180_000_000), Assert.Single(store.Read(a => a.CodeYears("function", "2070104"))));
        Assert.Empty(store.Read(a => a.CodeYears("function", "2070199")));
    }

    [Fact]
    public void An_older_archive_is_raised_and_says_the_same()
    {
        using var store = Of("sqlite");
        var path = Path.Combine(Databases.Temporary(), "old.db");
        using (var connection = new SqliteConnection("Data Source=" + store.Address))
        {
            connection.Open();
            Run(connection, $"VACUUM INTO '{path}'");
        }

        using (var old = new SqliteConnection("Data Source=" + path + ";Pooling=False"))
        {
            old.Open();
            Run(old, "DROP INDEX archive_headline_item; DROP INDEX archive_project_year; DROP INDEX archive_statement_counted; DROP INDEX archive_document_year; DELETE FROM archive_headline WHERE item LIKE 'per:%'");
            foreach (var column in new[] { "archive_headline DROP COLUMN year", "archive_headline DROP COLUMN kind", "archive_project DROP COLUMN year", "archive_project DROP COLUMN kind" })
            {
                Run(old, "ALTER TABLE " + column);
            }

            Run(old, "CREATE INDEX archive_headline_item ON archive_headline (item, fen); CREATE INDEX archive_document_year ON archive_document (year, kind); DROP TABLE archive_code_year; DROP TABLE archive_region; DROP INDEX archive_body_region; ALTER TABLE archive_body DROP COLUMN region; DELETE FROM archive_migration WHERE number IN (103, 104, 105)");
        }

        using var raised = ArchiveStore.Open(path, TimeProvider.System, Documents.Library.Space, create: false, out var problem);
        Assert.Null(problem);
        foreach (var item in new[] { "operating", "per:operating:posts" })
        {
            Assert.Equal(store.Read(a => a.Ranked(item, Now, 0, 10)).Select(Said), raised!.Read(a => a.Ranked(item, Now, 0, 10)).Select(Said));
        }
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static string Said(RankedHeadline r) => string.Create(CultureInfo.InvariantCulture, $"{r.Document.Hash} {r.Headline.Fen} {r.Headline.Statement}");

    private static string Short(ArchivedDocument document) => document.Body!.Name[3..];

    private static List<string> Pages(Func<int, IEnumerable<string>> page) => [.. Enumerable.Range(0, 10).SelectMany(page)];

    private static ArchiveStore Of(string kind) => Archives.Of(kind,
        [.. Names.Select((n, i) => Text(n, 2026, 100 * (i + 1), Posts[i])), Text("东湖局", 2025, 50, 10), Text("南山局", 2025, 300, 10)]);

    private static string Spending(string name, string scope, int amount) => $"""
        云溪区{name}2026年{scope}预算

        第三部分 2026年{scope}预算情况说明

        五、一般公共预算财政拨款支出预算情况说明

        文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。2026年预算数为{amount}.00万元。
        """;

    private static string Text(string name, int year, int? operating, int posts) => $"""
        云溪区{name}{year}年度部门预算

        第一部分 部门概况

        一、主要职能

        云溪区{name}负责湖泊管理。核定编制{posts}名。

        第三部分 {year}年度部门预算情况说明

        七、“三公”经费预算情况说明

        {year}年“三公”经费预算数为30.00万元。

        八、其他重要事项的情况说明

        {(operating is null ? "" : $"（一）机关运行经费。{year}年机关运行经费预算为{operating}.00万元。")}

        """;
}
