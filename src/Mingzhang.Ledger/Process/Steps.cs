using Mingzhang.Budget;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Ledger.Process;

/// <summary>状态：how far a unit's budget of one year is.</summary>
internal sealed record State(string Key, string Chinese, string English);

/// <summary>步骤：who may do it in which states, and what state follows; the same for the budget and for its published report.</summary>
/// <param name="Action">Key of what is done.</param>
/// <param name="Name">Its name.</param>
/// <param name="Who">Roles that may do it.</param>
/// <param name="From">States of the budget in which it can be done.</param>
/// <param name="To">State that follows; null where it stays.</param>
/// <param name="Reports">States of the report in which it can be done.</param>
/// <param name="Report">State of the report that follows; null where it stays.</param>
internal sealed record Step(string Action, Reason Name, IReadOnlyList<Role> Who, IReadOnlyList<string> From, string? To, IReadOnlyList<string> Reports, string? Report);

/// <summary>流程表：the whole process in one table; permissions, commands and docs/generated/process.md all come from it.</summary>
internal static class Steps
{
    public static readonly IReadOnlyList<State> States =
    [
        new("compiling-1", "一上编制", "compiling the first submission"),
        new("submitted-1", "一上已报部门", "first submission with the department"),
        new("gathered-1", "一上已报财政", "first submission with finance"),
        new("compiling-2", "二上编制", "compiling the second submission"),
        new("submitted-2", "二上已报部门", "second submission with the department"),
        new("gathered-2", "二上审核", "second submission under review"),
        new("approved", "审核通过", "approved"),
        new("replied", "已批复", "replied"),
        new("published", "已公开", "published"),
    ];

    public static readonly IReadOnlyList<State> ReportStates =
    [
        new("none", "未生成", "none"),
        new("draft", "草稿", "draft"),
        new("checked", "已校验", "checked"),
        new("pending", "待审", "under review"),
        new("returned", "退回", "returned"),
        new("passed", "通过", "passed"),
        new("published", "已公开", "published"),
        new("corrected", "更正版", "corrected"),
    ];

    private static readonly string[] Any = [.. States.Select(s => s.Key)];
    private static readonly string[] AnyReport = [.. ReportStates.Select(s => s.Key)];
    private static readonly string[] Unpublished = ["none", "draft", "checked", "pending", "returned", "passed"];
    private static readonly string[] Writable = ["none", "draft", "checked", "returned"];
    private static readonly string[] Settled = ["approved", "replied", "published"];
    private static readonly string[] Executing = ["replied", "published"];
    private static readonly Role[] Keepers = [Role.Unit, Role.Department];

    public static readonly IReadOnlyList<Step> All =
    [
        new("organise", new("维护单位信息", "keep the facts of units"), [Role.Department], Any, null, AnyReport, null),
        new("edit", new("填报", "enter lines and projects"), Keepers, ["compiling-1", "compiling-2"], null, Unpublished, "none"),
        new("write", new("撰写文字", "write words"), Keepers, Any, null, Unpublished, "none"),
        new("submit", new("送审（一上）", "submit, first round"), [Role.Unit], ["compiling-1"], "submitted-1", Unpublished, null),
        new("return", new("退回（一上）", "return, first round"), [Role.Department, Role.Finance], ["submitted-1"], "compiling-1", Unpublished, "none"),
        new("gather", new("汇总报财政（一上）", "gather for finance, first round"), [Role.Department], ["submitted-1"], "gathered-1", Unpublished, null),
        new("return", new("退回（一上，财政）", "return by finance, first round"), [Role.Finance], ["gathered-1"], "compiling-1", Unpublished, "none"),
        new("control", new("核定控制数", "set control figures"), [Role.Finance], ["gathered-1", "compiling-2"], null, Unpublished, null),
        new("issue", new("下达控制数（一下）", "issue control figures"), [Role.Finance], ["gathered-1"], "compiling-2", Unpublished, "none"),
        new("submit", new("送审（二上）", "submit, second round"), [Role.Unit], ["compiling-2"], "submitted-2", Unpublished, null),
        new("return", new("退回（二上）", "return, second round"), [Role.Department, Role.Finance], ["submitted-2"], "compiling-2", Unpublished, "none"),
        new("gather", new("汇总报财政（二上）", "gather for finance, second round"), [Role.Department], ["submitted-2"], "gathered-2", Unpublished, null),
        new("comment", new("提出意见", "comment"), [Role.Department, Role.Finance], ["submitted-1", "gathered-1", "submitted-2", "gathered-2"], null, Unpublished, null),
        new("settle", new("意见已落实", "settle a comment"), [Role.Department, Role.Finance], ["submitted-1", "gathered-1", "submitted-2", "gathered-2"], null, Unpublished, null),
        new("waive", new("放行并说明理由", "waive a comment with a reason"), [Role.Finance], ["gathered-1", "gathered-2"], null, Unpublished, null),
        new("return", new("退回（审核）", "return from the review"), [Role.Finance], ["gathered-2"], "compiling-2", Unpublished, "none"),
        new("approve", new("审核通过", "approve"), [Role.Finance], ["gathered-2"], "approved", Unpublished, null),
        new("reply", new("批复（二下）", "reply"), [Role.Finance], ["approved"], "replied", Unpublished, null),
        new("draft", new("生成公开文本", "write the report"), Keepers, ["compiling-2", "submitted-2", "gathered-2", .. Settled], null, Writable, "draft"),
        new("check", new("校验公开文本", "find the report without errors"), Keepers, Settled, null, ["draft", "checked"], "checked"),
        new("offer", new("公开文本报审", "offer the report for review"), Keepers, Settled, null, ["checked"], "pending"),
        new("report-return", new("退回公开文本", "return the report"), [Role.Department, Role.Finance], Settled, null, ["pending", "passed"], "returned"),
        new("pass", new("公开文本审核通过", "pass the report"), [Role.Department, Role.Finance], Settled, null, ["pending"], "passed"),
        new("publish", new("公开", "publish"), Keepers, ["replied", "published"], "published", ["passed"], "published"),
        new("with-department", new("随部门公开", "published with the department"), [Role.Department], ["replied"], "published", Unpublished, null),
        new("amend", new("更正已公开的文本", "correct what is published"), Keepers, ["published"], null, ["published", "corrected"], "draft"),
        new("correct", new("更正表中的数", "correct lines of what is published"), Keepers, ["published"], null, AnyReport, null),
        new("reissue", new("公开更正版", "publish the corrected version"), Keepers, ["published"], null, ["passed"], "corrected"),

        // Execution begins with the reply, whether or not the budget is published yet.
        new("pay", new("登记支付、收款、合同和事项", "enter payments, receipts, contracts and events"), Keepers, Executing, null, AnyReport, null),
        new("adjust", new("追加、追减指标和下达结转", "increase and cut allotments, hand down what was carried over"), [Role.Finance], Executing, null, AnyReport, null),
        new("move", new("调剂指标", "move money between allotments"), [Role.Department, Role.Finance], Executing, null, AnyReport, null),
        new("perform", new("填报绩效完成情况", "enter what was achieved"), Keepers, Executing, null, AnyReport, null),
        new("close", new("结账", "close months and the year"), Keepers, Executing, null, AnyReport, null),
        new("reopen", new("反结账", "open a closed month again"), [Role.Finance], Executing, null, AnyReport, null),
        new("account", new("撰写和公开决算", "write and publish the final account"), Keepers, Executing, null, AnyReport, null),
        new("account-reply", new("批复决算", "reply to the final account"), [Role.Finance], Executing, null, AnyReport, null),
    ];

    /// <summary>此时的各步，不论由谁办。</summary>
    public static IEnumerable<Step> At(Stage stage) => All.Where(s => s.From.Contains(stage.State) && s.Reports.Contains(stage.Report));

    /// <summary>此时有这些角色的人可以办的各步。</summary>
    public static IEnumerable<Step> Open(Stage stage, IReadOnlySet<Role> roles) => At(stage).Where(s => s.Who.Any(roles.Contains));

    /// <summary>其中使预算往前走的。</summary>
    public static IEnumerable<Step> Onward(Stage stage, IReadOnlySet<Role> roles) => Open(stage, roles).Where(s => s.To is not null && s.To != stage.State && s.Action is not ("return" or "with-department"));

    /// <summary>步骤的名称。</summary>
    public static Reason Name(string action) => All.First(s => s.Action == action).Name;

    public static State State(string key) => States.First(s => s.Key == key);

    public static State ReportState(string key) => ReportStates.First(s => s.Key == key);

    /// <summary>能同时出现的预算状态与公开文本状态：all that can be reached from the start by steps of the table.</summary>
    public static IReadOnlyList<StatePair> Pairs()
    {
        var reached = new List<StatePair> { new(States[0].Key, ReportStates[0].Key) };
        for (var i = 0; i < reached.Count; i++)
        {
            var at = reached[i];
            foreach (var next in All.Where(s => s.From.Contains(at.Budget) && s.Reports.Contains(at.Report)).Select(s => new StatePair(s.To ?? at.Budget, s.Report ?? at.Report)))
            {
                if (!reached.Contains(next))
                {
                    reached.Add(next);
                }
            }
        }

        return reached;
    }
}

/// <summary>一对状态。</summary>
internal sealed record StatePair(string Budget, string Report);
