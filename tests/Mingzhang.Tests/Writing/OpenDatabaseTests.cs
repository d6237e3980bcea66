using Microsoft.Data.Sqlite;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>数据库文件：the same figures as everywhere, sums exact in fen, no formula, the same bytes each time.</summary>
public class OpenDatabaseTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".sqlite");
    private readonly Written _written = Written.Of(Documents.Library, Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, Sampler.Draft(Documents.Library, Documents.Library.Book("cq-budget")!, 4)));

    public void Dispose()
    {
        File.Delete(_file);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void It_holds_what_the_document_says()
    {
        File.WriteAllBytes(_file, WrittenFormats.Of("x.sqlite")!.Write(_written).Bytes!);
        var disclosure = _written.Disclosure.Value;
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
        Assert.Equal((long)disclosure.Statements.Count, Ask("SELECT count(*) FROM figures"));
        Assert.Equal((long)disclosure.Tables.Count, Ask("SELECT count(*) FROM tables"));
        Assert.Equal((long)disclosure.Tables.Sum(t => t.Rows.Sum(r => r.Cells.Count)), Ask("SELECT count(*) FROM cells"));
        Assert.Equal((long)disclosure.Performance.Sum(o => o.Indicators.Count), Ask("SELECT count(*) FROM indicators"));
        Assert.True((long)Ask("SELECT count(*) FROM checks WHERE outcome = 'held'") > 100);
        Assert.Equal(disclosure.Facts.Entity, Ask("SELECT value FROM metadata WHERE name = 'entity'"));
        Assert.Equal(disclosure.Statements.OfType<Mingzhang.Budget.AmountStatement>().Sum(a => a.Amount?.Yuan ?? 0) * 100, (long)Ask("SELECT sum(amount_fen) FROM figures WHERE kind = 'amount'"));
        Assert.Equal(0L, Ask("SELECT count(*) FROM figures WHERE amount IS NOT NULL AND amount_fen IS NULL"));
        Assert.Equal(0L, Ask("SELECT count(*) FROM codes WHERE name IS NULL"));
        Assert.Equal("amount", Ask("SELECT \"column\" FROM columns WHERE title = '金额（元）' AND \"table\" = 'figures'"));
    }

    [Fact]
    public void The_same_contents_make_the_same_bytes()
    {
        var bytes = WrittenFormats.Of("x.sqlite")!.Write(_written).Bytes!;
        Assert.Equal(bytes, WrittenFormats.Of("x.sqlite")!.Write(Written.Of(Documents.Library, _written.Composed)).Bytes);
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        var text = Documents.Sample.Replace("一般公共服务支出", "=cmd()", StringComparison.Ordinal);
        var disclosure = Documents.Read(text);
        File.WriteAllBytes(_file, WrittenFormats.Of("x.sqlite")!.Write(new Written(Documents.Library, ReadComposition.Of(disclosure), new(disclosure))).Bytes!);
        Assert.True((long)Ask("SELECT count(*) FROM cells WHERE printed = '''=cmd()'") > 0);
        Assert.Equal(0L, Ask("SELECT count(*) FROM cells WHERE printed LIKE '=%' OR label LIKE '=%'"));
    }

    private object Ask(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
