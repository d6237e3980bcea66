using Mingzhang.Budget;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Tests.Ledger.Archive;

public class ArchiveTests
{
    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_taken_out_is_what_was_filed(string kind)
    {
        using var store = Archives.Empty(kind);
        var report = Archives.File(store, Documents.Sample);
        var document = Archives.Only(store);
        var statements = store.Read(a => a.Statements(document)).Select(s => s.Statement).ToList();
        Assert.Equal(report.Disclosure.Statements, statements);
        Assert.Equal(OpenFigures.Csv(Documents.Library, report.Disclosure), OpenFigures.Csv(Documents.Library, report.Disclosure with { Statements = statements }));
        Assert.Equal(report.Findings.Select(f => f.Id), store.Read(a => a.Findings(document)).Select(f => f.Finding.Id));
        Assert.Equal(report.Disclosure.Facts.Entity, document.Body!.Name);
        Assert.Equal(report.Coverage.Select(c => c.Count), document.Coverage);
        Assert.Equal(report.Disclosure.Passages.Select(p => p.Text), store.Read(a => a.Texts(document)).Where(t => t.Kind != "Project").Select(t => t.Said));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Tables_come_back_as_printed_and_their_cells_know_what_they_state(string kind)
    {
        using var store = Archives.Empty(kind);
        var printed = Archives.File(store, Documents.Sample).Disclosure;
        var document = Archives.Only(store);
        var byId = printed.Statements.ToDictionary(s => s.Id);
        var tables = store.Read(a => a.Tables(document, byId.GetValueOrDefault));
        Assert.Equal(printed.Tables.Select(t => t.Name), tables.Select(t => t.Name));
        foreach (var (mine, theirs) in printed.Tables.Zip(tables))
        {
            Assert.Equal(mine.Columns, theirs.Columns);
            Assert.Equal(mine.Rows.SelectMany(r => r.Cells.Select(c => (r.Code, r.Label, c.Column, c.Raw, c.Statement?.Id))), theirs.Rows.SelectMany(r => r.Cells.Select(c => (r.Code, r.Label, c.Column, c.Raw, c.Statement?.Id))));
        }

        var projects = store.Read(a => a.Projects(document, byId.GetValueOrDefault));
        Assert.Equal(printed.Performance.Select(p => (p.Name, p.Goal, p.Indicators.Count, p.Money?.Raw)), projects.Select(p => (p.Name, p.Goal, p.Indicators.Count, p.Money?.Raw)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_same_bytes_are_filed_once_and_a_correction_takes_the_place_of_what_it_corrects(string kind)
    {
        using var store = Archives.Of(kind, Documents.Sample, Documents.Sample);
        var first = Archives.Only(store);
        Archives.File(store, Documents.Sample + "\n联系电话：023-00000000\n");
        var second = Archives.Only(store);
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal([first.Hash, second.Hash], store.Read(a => a.Versions(second)).Select(d => d.Hash));
        Assert.Equal([first.Hash, second.Hash], store.Read(a => a.Versions(a.Document(first.Key)!)).Select(d => d.Hash));
        Assert.Equal(2, store.Read(a => a.Documents(second.Body!, replaced: true)).Count);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(Documents.Sample), store.Read(a => a.Bytes(first.Hash)));
        Assert.True(store.Read(a => a.Knows(first.Hash)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Words_of_two_characters_are_found_and_nothing_else_is(string kind)
    {
        const string Text = """
            某市科学技术协会2024年部门预算情况说明

            一、部门收支总体情况

            2024年收入预算100万元。主要用于科普活动。

            二、其他情况

            本科普通高校不在其中，DRG改革另行说明。
            """;
        using var store = Archives.Of(kind, Text);
        Assert.Equal(["2024年收入预算100万元。主要用于科普活动。", "本科普通高校不在其中，DRG改革另行说明。"], Found("科普").Order(StringComparer.Ordinal));
        Assert.Single(Found("科普活动"));
        Assert.Single(Found("活动 科普"));
        Assert.Single(Found("drg"));
        Assert.Single(Found("DR"));
        Assert.Single(Found("明"), t => t.EndsWith("说明。", StringComparison.Ordinal));
        Assert.Empty(Found("普科"));
        Assert.Empty(Found("' OR 1=1 --"));
        Assert.Empty(Found("\" NEAR( *"));

        List<string> Found(string query) => [.. store.Read(a => a.Search(query, 10)).Where(f => f.Text.Kind == "Paragraph").Select(f => f.Text.Said)];
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_point_is_followed_over_years_and_says_where_its_code_had_another_name(string kind)
    {
        using var store = Archives.Of(kind, Year(2017, "文化体育与传媒支出", "90"), Year(2024, "文化旅游体育与传媒支出", "120"));
        var body = Assert.Single(store.Read(a => a.Bodies())).Body;
        var bridges = new Bridges(Documents.Library);
        var series = store.Read(a => a.Series(body, Documents.Point("measure=expenditure entity=department function=207"), bridges));
        Assert.Equal([2017, 2024], series.Select(p => p.Year));
        Assert.Equal(["文化体育与传媒支出", null], series.Select(p => p.Bridge));
        Assert.Equal([90_000_000L, 120_000_000L], series.Select(p => p.Statement.Fen));

        static string Year(int year, string name, string amount) => $"""
            某市文化局{year}年部门预算情况说明

            一、部门收支总体情况

            支出预算：{year}年年初预算数{amount}万元，其中：{name}{amount}万元。
            """;
    }

    [Fact]
    public void Money_finer_than_a_fen_is_kept_as_printed()
    {
        var amount = new Amount(1.23456789m, MoneyUnit.TenThousand, 8);
        var statement = new AmountStatement { Id = "n1", Point = Documents.Point("measure=income"), Place = new Place { Page = 3, Box = new Box(1.5m, 2, 3, 4) }, Raw = "1.23456789万元", Amount = amount };
        Assert.Null(StatementText.Fen(statement));
        var row = new StatementRow("n1", "amount", PointText.Write(statement.Point), null, null, null, "万元", 8, 8, false, statement.Raw, PlaceText.Write(statement.Place), StatementText.More(statement));
        Assert.Equal(statement, StatementText.Read(new PointCache(Documents.Library.Space), row));
    }

    [Fact]
    public void An_archive_may_stand_in_a_ledger_and_a_ledger_in_an_archive()
    {
        var address = Databases.Fresh("sqlite");
        using (var archive = ArchiveStore.Open(address, TimeProvider.System, Documents.Library.Space, create: true, out _))
        {
            Assert.NotNull(archive);
        }

        using (var ledger = Mingzhang.Ledger.Storage.Store.Open(address, TimeProvider.System, create: true, out var problem))
        {
            Assert.Null(problem);
        }

        using var again = ArchiveStore.Open(address, TimeProvider.System, Documents.Library.Space, create: false, out _);
        Assert.Equal(0, again!.Read(a => a.Counts()).Documents);
    }

    [Fact]
    public void What_holds_no_archive_is_refused_with_a_remedy()
    {
        Assert.Null(ArchiveStore.Open(Path.Combine(Databases.Temporary(), "none.db"), TimeProvider.System, Documents.Library.Space, create: false, out var problem));
        Assert.Contains("mingzhang archive", problem!.Remedy.Chinese, StringComparison.Ordinal);
    }
}
