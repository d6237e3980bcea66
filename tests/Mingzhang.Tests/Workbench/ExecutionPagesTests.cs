using System.Net;
using System.Text;

namespace Mingzhang.Tests.Workbench;

/// <summary>绩效和执行：weights come to a hundred, allotments are paid by the treasury's export and adjusted by document, each by who may.</summary>
public class ExecutionPagesTests : IAsyncLifetime
{
    private static readonly string Performance = WorkbenchFixture.At("/work/reports/101001/performance"), Execution = WorkbenchFixture.At("/work/reports/101001/execution");
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public ExecutionPagesTests()
        : this("sqlite")
    {
    }

    protected ExecutionPagesTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Weights_of_indicators_are_added_up_to_a_hundred()
    {
        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/projects"), ("code", "P1"), ("name", "科普活动"), ("version", "0"), ("objective", "举办科普活动"));
        await _people["王芳"].Post(Performance, Indicator("场次", "60"));
        Assert.Contains("还差 40", (await _people["王芳"].Get(Performance)).Html, StringComparison.Ordinal);
        await _people["王芳"].Post(Performance, Indicator("满意度", "40"));
        Assert.DoesNotContain("还差", (await _people["王芳"].Get(Performance)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].Post(Performance, Indicator("其他", "120"))).Status);
    }

    [Fact]
    public async Task Payments_are_imported_and_allotments_adjusted_after_the_reply()
    {
        Assert.Contains("批复后才有指标", (await _people["王芳"].Get(Execution)).Html, StringComparison.Ordinal);
        RepliedBudget.Of(_work);
        var id = RepliedBudget.Allotments(_work, "101001").First(a => a.Line.Economic == "30201").Id;
        var file = Encoding.UTF8.GetBytes($"支付日期,支付凭证号,支付金额(元),指标编号\n2026-02-01,A1,25000.00,{id}\n");
        var paid = await _people["王芳"].Upload(Execution, "支付.csv", file, ("do", "pay"));
        Assert.Contains("已导入 1 行", paid.Html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">2.50</td><td class=\"n\">7.50</td>", paid.Html, StringComparison.Ordinal);
        var again = await _people["王芳"].Upload(Execution, "支付.csv", file, ("do", "pay"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        (string, string)[] more = [("do", "adjust"), ("sort", "add"), ("document", "云财预〔2026〕1号"), ("day", "2026-03-01"), ("taken", ""), ("given", id), ("fen", "5")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].PostWith(await _people["王芳"].AnyToken(), Execution, more)).Status);
        Assert.Contains("15.00", (await _people["陈静"].Post(Execution, more)).Html, StringComparison.Ordinal);
        Assert.Contains("云财预〔2026〕1号", (await _people["孙丽"].Get(Execution)).Html, StringComparison.Ordinal);
    }

    private static (string, string)[] Indicator(string name, string weight) => [("project", "P1"), ("number", "0"), ("name", name), ("nature", "≥"), ("value", "10"), ("unit", "场"), ("weight", weight), ("core", "是")];
}
