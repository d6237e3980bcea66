using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>决算，在网页上：entries one by one, months and year closed, evaluated, replied to by finance, written and published; each by who may, and the public reads it at once.</summary>
public sealed partial class FinalPagesTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
        RepliedBudget.Of(_work);
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Entries_are_made_one_by_one_and_each_fault_is_told()
    {
        var office = RepliedBudget.Allotments(_work, "101001").First(a => a.Line.Economic == "30201").Id;
        var wrong = await Send("王芳", "execution", ("do", "payment"), ("day", "2025-02-01"), ("voucher", ""), ("allotment", office), ("fen", "五元"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.All(["金额不是以元计的数", "不在 2026 年", "没有凭证号"], t => Assert.Contains(t, wrong.Html, StringComparison.Ordinal));
        await Ok("王芳", "execution", ("do", "payment"), ("day", "2026-02-01"), ("voucher", "Z1"), ("allotment", office), ("fen", "25000"), ("payee", "云溪文具店"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "execution", ("do", "payment"), ("day", "2026-02-01"), ("voucher", "Z2"), ("allotment", office), ("fen", "75000.01"))).Status);
        await Ok("王芳", "execution", ("do", "payment"), ("day", "2026-03-01"), ("voucher", "Z3"), ("allotment", office), ("fen", "5000"), ("reverses", "Z1"));
        await Ok("王芳", "execution", ("do", "receipt"), ("day", "2026-01-25"), ("voucher", "S1"), ("fund", "general"), ("function", "2060101"), ("fen", "100000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "execution", ("do", "event"), ("day", "2026-02-01"), ("sort", "reception"), ("count", "三"), ("people", "4"))).Status);
        await Ok("王芳", "execution", ("do", "event"), ("day", "2026-02-01"), ("sort", "reception"), ("count", "1"), ("people", "4"));
        var page = (await _people["孙丽"].Get(At("execution"))).Html;
        Assert.All(["云溪文具店", "-5,000.00", "国内公务接待批次 1 4 人", "<td class=\"n\">2.00</td>"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.DoesNotContain("name=\"voucher\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finance_adds_a_new_allotment_and_the_department_moves_within_a_unit()
    {
        var office = RepliedBudget.Allotments(_work, "101001").First(a => a.Line.Economic == "30201").Id;
        (string, string)[] added = [("do", "adjust"), ("sort", "add"), ("document", "云财预〔2026〕7号"), ("day", "2026-04-01"), ("taken", ""), ("given", "new"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30202"), ("project", ""), ("fen", "3")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("李明", "execution", added)).Status);
        Assert.Equal(2, RepliedBudget.Allotments(_work, "101001").Count);
        await Ok("陈静", "execution", added);
        var printing = RepliedBudget.Allotments(_work, "101001").First(a => a.Line.Economic == "30202").Id;
        await Ok("李明", "execution", ("do", "adjust"), ("sort", "move"), ("document", "云科财2号"), ("day", "2026-05-01"), ("taken", office), ("given", printing), ("fen", "1"));
        var page = (await _people["王芳"].Get(At("execution"))).Html;
        Assert.Contains("<td class=\"n\">0.00</td><td class=\"n\">4.00</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">10.00</td><td class=\"n\">9.00</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_last_payment_to_a_final_account_that_the_public_reads()
    {
        foreach (var allotment in RepliedBudget.Allotments(_work, "101001"))
        {
            await Ok("王芳", "execution", ("do", "payment"), ("day", "2026-12-10"), ("voucher", "Z" + allotment.Line.Economic), ("allotment", allotment.Id), ("fen", allotment.Line.Project.Length > 0 ? "30000" : "100000"));
            await Ok("王芳", "execution", ("do", "receipt"), ("day", "2026-12-10"), ("voucher", "S" + allotment.Line.Function), ("fund", "general"), ("function", allotment.Line.Function), ("fen", allotment.Line.Project.Length > 0 ? "40000" : "100000"));
        }

        // Monitoring and evaluation: values first, the evaluation when December is closed.
        await Ok("王芳", "evaluation", ("do", "achieve"), ("project", "P1"), ("moment", "07-31"), ("number", "1"), ("actual", "4"), ("rating", ""), ("reason", ""));
        await Ok("王芳", "evaluation", ("do", "achieve"), ("project", "P1"), ("moment", "12-31"), ("number", "1"), ("actual", "9"), ("rating", ""), ("reason", "一场因天气取消，下年补办"));
        Assert.Contains("结完 12 月的账才能自评", (await _people["王芳"].Get(At("evaluation"))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "evaluation", ("do", "evaluate"), ("project", "P1"), ("outcome", "举办九场"))).Status);

        // Months, one opened again by finance with a reason, and the year.
        await Ok("王芳", "final", ("do", "month"), ("month", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("陈静", "final", ("do", "reopen"), ("month", "12"), ("reason", ""))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "final", ("do", "reopen"), ("month", "12"), ("reason", "补记"))).Status);
        await Ok("陈静", "final", ("do", "reopen"), ("month", "12"), ("reason", "补记一笔"));
        await Ok("王芳", "final", ("do", "month"), ("month", "12"));
        await Ok("王芳", "evaluation", ("do", "evaluate"), ("project", "P1"), ("outcome", "举办九场"));
        Assert.Contains("自评 88.5 分，良", (await _people["孙丽"].Get(At("evaluation"))).Html, StringComparison.Ordinal);
        Assert.NotEmpty(await _people["孙丽"].Bytes(At("evaluation/form") + "&project=P1"));
        await Ok("王芳", "final", ("do", "year"));
        Assert.Contains("<td class=\"n\">1.00</td><td class=\"n\">0.00</td>", (await _people["孙丽"].Get(At("final"))).Html, StringComparison.Ordinal);

        // What is found leads to where it is mended: words first, an allotment where a figure is of few.
        var preview = (await _people["王芳"].Get(At("final/preview"))).Html;
        Assert.Equal(Finding().Count(preview), Lead().Count(preview));
        Assert.Contains("/final/words?year=2026#w", preview, StringComparison.Ordinal);
        Assert.Contains($"id=\"a-{RepliedBudget.Allotments(_work, "101001")[0].Id}\"", (await _people["王芳"].Get(At("execution"))).Html, StringComparison.Ordinal);

        // Replied to, written, published.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "final", ("do", "reply"), ("date", "2027-08-01"))).Status);
        await Ok("陈静", "final", ("do", "reply"), ("date", "2027-08-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "final", ("do", "publish"), ("format", ".docx"), ("date", "2027-08-15"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "final/words", ("do", "save"), ("key", "no-such-key"), ("said", "x"))).Status);
        foreach (var key in Key().Matches((await _people["王芳"].Get(At("final/words"))).Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList())
        {
            await Ok("王芳", "final/words", ("do", "save"), ("key", key), ("said", key == "phone" ? "12345678" : "年度任务安排有所调整"));
        }

        Assert.Contains("文字齐全", (await _people["王芳"].Get(At("final/preview"))).Html, StringComparison.Ordinal);
        Assert.NotEmpty(await _people["王芳"].Bytes(At("final/draft") + "&format=docx"));
        await Ok("王芳", "final", ("do", "publish"), ("format", ".docx"), ("date", "2027-08-15"));
        var address = Document().Match((await _people["王芳"].Get(At("final"))).Html).Groups[1].Value;
        using var reader = _work.Client();
        Assert.Contains("云溪区科技局本级", (await reader.Get(address)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("王芳", "final/words", ("do", "save"), ("key", "phone"), ("said", "87654321"))).Status);
    }

    [Fact]
    public async Task A_department_closes_the_units_that_are_still_open()
    {
        await Ok("王芳", "final", ("do", "month"), ("month", "3"));
        Assert.Equal(HttpStatusCode.OK, (await _people["李明"].Post(WorkbenchFixture.At("/work/reports/101/final"), ("do", "month"), ("month", "2"))).Status);
        var page = (await _people["李明"].Get(WorkbenchFixture.At("/work/reports/101/final"))).Html;
        Assert.Matches("101001</small></th><td class=\"n\">3</td>", page);
        Assert.Matches("101002</small></th><td class=\"n\">2</td>", page);
    }

    private static string At(string part) => WorkbenchFixture.At("/work/reports/101001/" + part);

    private async Task<Shown> Send(string name, string part, params (string, string)[] fields) => await _people[name].PostWith(await _people[name].AnyToken(), At(part), fields);

    private async Task Ok(string name, string part, params (string, string)[] fields)
    {
        var answer = await Send(name, part, fields);
        Assert.True(answer.Status == HttpStatusCode.OK, name + " " + part + " " + string.Join(' ', fields.Take(2)) + ": " + Tags().Replace(answer.Html[Math.Max(0, answer.Html.IndexOf("role=\"alert\"", StringComparison.Ordinal))..], " "));
    }

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("href=\"(/r/[0-9a-f]{16})\"")]
    private static partial Regex Document();

    [GeneratedRegex("<li class=\"[a-z]+\"><p><span class=\"tag\">")]
    private static partial Regex Finding();

    [GeneratedRegex("<p class=\"leads\">")]
    private static partial Regex Lead();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
