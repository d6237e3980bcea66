using System.Net;

namespace Mingzhang.Tests.Workbench.BadInput;

/// <summary>双击：the same form sent twice has one effect, on purpose it has two.</summary>
public sealed class DoubleClickTests : SeveralPeople
{
    [Fact]
    public async Task A_line_sent_twice_at_once_or_one_after_the_other_is_one_line()
    {
        var token = await People["王芳"].AnyToken();
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => People["王芳"].PostWith(token, Spending, Row("12.5"))));
        Assert.All(both, s => Assert.Equal(HttpStatusCode.OK, s.Status));
        await People["王芳"].PostWith(token, Spending, Row("12.5"));
        Assert.Single(Work.Lines("101001"));

        // Whoever enters the same again from a page that he has loaded again means it.
        await People["王芳"].Post(Spending, Row("12.5"));
        Assert.Equal(2, Work.Lines("101001").Count);
    }

    [Fact]
    public async Task A_refusal_is_told_twice_and_another_persons_form_is_his_own()
    {
        var token = await People["王芳"].AnyToken();
        foreach (var shown in await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => People["王芳"].PostWith(token, Spending, Row("十二")))))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        }

        await Task.WhenAll(People["王芳"].Post(Spending, Row("1")), People["李明"].Post(Spending, Row("1")));
        Assert.Equal(2, Work.Lines("101001").Count);
    }

    [Fact]
    public async Task A_step_and_an_import_are_taken_once()
    {
        await People["王芳"].Post(Spending, Row("20"));
        await People["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/income"), ("id", ""), ("version", "0"), ("measure", "income"), ("fund", "general"), ("function", ""), ("fen", "20"), ("details", ""));
        var token = await People["王芳"].AnyToken();
        var submitted = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => People["王芳"].PostWith(token, WorkbenchFixture.At("/work/reports/101001/submit"), ("do", "step"), ("action", "submit"))));
        Assert.All(submitted, s => Assert.Equal(HttpStatusCode.OK, s.Status));
        Assert.Equal("submitted-1", Work.State("101001"));
    }

    [Fact]
    public async Task A_backup_asked_for_twice_is_sent_twice()
    {
        var token = await People["李明"].AnyToken();
        foreach (var shown in await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => People["李明"].PostWith(token, "/work/settings/backup", ("do", "backup")))))
        {
            Assert.StartsWith("SQLite format 3", shown.Html, StringComparison.Ordinal);
        }
    }
}
