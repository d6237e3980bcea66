using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>区域：named by the beginnings of names, read without the rest of the archive, and the partitions of a server by them.</summary>
public class RegionTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void A_region_has_its_bodies_its_years_and_its_departments_documents(string kind)
    {
        using var store = Of(kind);
        var cloud = new Region(Filing.CodeOf("云溪区"), "云溪区", 3);
        Assert.Equal([cloud, new Region(Filing.CodeOf("石桥县"), "石桥县", 1)], store.Read(a => a.Regions()));
        Assert.Equal(cloud, store.Read(a => a.Region(cloud.Code)));
        Assert.Null(store.Read(a => a.Region("00000000")));
        Assert.Equal([new RegionYear(2026, nameof(DocumentKind.Budget)), new RegionYear(2025, nameof(DocumentKind.Budget))], store.Read(a => a.Years(cloud)));
        Assert.Equal(["云溪区东湖局", "云溪区南山局"], store.Read(a => a.Documents(cloud, 2026, nameof(DocumentKind.Budget))).Select(d => d.Body!.Name).Order(StringComparer.Ordinal));
        Assert.Empty(store.Read(a => a.Documents(cloud, 2026, nameof(DocumentKind.Final))));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Every_statement_is_found_where_its_document_is(string kind)
    {
        using var store = Of(kind);
        foreach (var document in store.Read(a => a.Documents((int?)null)))
        {
            var all = store.Read(a => a.Statements(document));
            Assert.Equal(document.Statements, all.Count);
            Assert.NotEmpty(all);
            Assert.All(all, s => Assert.Equal(s.Statement.Id, store.Read(a => a.Statement(document, s.Statement.Id))!.Statement.Id));
            Assert.All(all.Where(s => s.Statement is AmountStatement { Blank: false }), s => Assert.Contains(store.Read(a => a.Same(document, s.Statement.Point)), o => o.Statement.Id == s.Statement.Id));
        }
    }

    [Fact]
    public void A_server_keeps_them_by_year_and_region_and_takes_over_those_of_an_older_archive()
    {
        var address = Databases.Fresh("postgres");
        using var store = Archives.Of(address, Texts);
        var before = Said(store);
        Assert.Equal(["archive_statement_2025", "archive_statement_2026"], Partitions(address));

        // As it was: one table, and no regions.
        Databases.Behind(address, """
            CREATE TABLE old AS SELECT document, number, id, kind, point, year, phase, fen, unit, digits, precision, blank, raw, place, more FROM archive_statement;
            DROP TABLE archive_statement CASCADE;
            ALTER TABLE old RENAME TO archive_statement;
            CREATE INDEX archive_statement_point ON archive_statement (point, document);
            CREATE INDEX archive_statement_counted ON archive_statement (document) WHERE kind = 'count';
            DROP TABLE archive_region; DROP INDEX archive_body_region; ALTER TABLE archive_body DROP COLUMN region; DELETE FROM archive_migration WHERE number = 105
            """);
        using var raised = ArchiveStore.Open(address, TimeProvider.System, Documents.Library.Space, create: false, out var problem);
        Assert.Null(problem);
        Assert.Equal(before, Said(raised!));
        Assert.Equal(["archive_statement_2025", "archive_statement_2026"], Partitions(address));
        Assert.Equal(2, raised!.Read(a => a.Regions()).Count);
    }

    private static List<string> Said(ArchiveStore store) => store.Read(a => a.Documents((int?)null).SelectMany(d => a.Statements(d).Select(s => d.Hash + s.Statement.Id + s.Statement.Raw)).ToList());

    private static List<string> Partitions(string address)
    {
        using var connection = Store.DatabaseOf(address)!.Open();
        using var statements = new Statements(connection, null);
        return statements.Rows("SELECT relname FROM pg_class WHERE relkind = 'p' AND relname LIKE 'archive_statement_2%' ORDER BY relname", r => r.GetString(0));
    }

    private static string[] Texts => [Text("云溪区东湖局", "部门", 2026), Text("云溪区南山局", "部门", 2026), Text("云溪区东湖局", "部门", 2025), Text("云溪区南山队", "单位", 2026), Text("石桥县档案馆", "部门", 2026)];

    private static ArchiveStore Of(string kind) => Archives.Of(kind, Texts);

    private static string Text(string name, string scope, int year) => $"""
        {name}{year}年{scope}预算

        第三部分 {year}年{scope}预算情况说明

        五、一般公共预算财政拨款支出预算情况说明

        文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。{year}年预算数为{name.Length * year}.00万元。

        """;
}
