using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;

namespace Mingzhang.Workbench.Jobs.Kinds;

/// <summary>成批办理公开文本：the reports of all departments that stand at a step are taken one step on, each in a transaction of its own, in the name of whoever asked.</summary>
internal sealed class ReportSteps : IJobKind
{
    /// <summary>生成、校验并报审。</summary>
    public const string Prepare = "prepare";

    /// <summary>审核通过。</summary>
    public const string Pass = "pass";

    /// <summary>公开。</summary>
    public const string Publish = "publish";

    private static readonly string[] Preparing = ["draft", "check", "offer"];

    /// <summary>可以成批办的各步。</summary>
    public static IReadOnlyList<string> Actions { get; } = [Prepare, Pass, Publish];

    /// <inheritdoc/>
    public string Key => "reports";

    /// <summary>各步在流程表中的名称。</summary>
    public static Reason Name(string action) => action == Prepare ? JobOutcome.Sentence("work.job.prepare") : Steps.Name(action);

    /// <inheritdoc/>
    public bool May(WorkVisit v) => v.Roles.Any(p => p.Role == Role.Department || p.Role == Role.Finance);

    /// <summary>正在各步的部门，按所办的步。</summary>
    public static ILookup<string, Unit> Standing(Reading r, string who, int year)
    {
        var roles = Organisations.Roles(r, who);
        return Organisations.Owners(r, year).Select(o => (Owner: o, Stage: Stage.Of(r, o)))
            .SelectMany(d => Actions.Where(a => Next(d.Stage, a) is { } step && roles.Any(p => p.Covers(d.Owner) && step.Who.Contains(p.Role))), (d, action) => (d.Owner, Action: action)).ToLookup(d => d.Action, d => d.Owner, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<JobItem> Pieces(WorkSite site, Job job) => site.With(s => s.Read(r => Standing(r, job.Who, job.Year)))[job["action"]].Select((o, n) => new JobItem(n, o.Code, o.Name)).ToList();

    /// <inheritdoc/>
    public JobOutcome Do(WorkSite site, Job job, JobItem item, CancellationToken stop)
    {
        var action = job["action"];
        var day = DateOnly.ParseExact(job["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var book = Books.Of(site.Library, job["book"]);
        var (owner, stage) = site.With(s => s.Read(r => Organisations.Owner(r, job.Year, item.Key) is { } o ? (o, Stage.Of(r, o)) : (null, null)));
        if (owner is null || stage is null)
        {
            return JobOutcome.Refused(Problem.Of("已没有这个部门", "there is no such department any more", "请看单位页", "look at the page of units"));
        }

        var link = ReportPage.Address(owner, action == Publish ? "publish" : "preview");
        if (Passed(stage.Report, action))
        {
            return new JobOutcome(true, Said(Steps.ReportState(stage.Report)), link);
        }

        var problems = site.With(s => s.Write(job.Who, "", w => Take(w, site.Library, book, owner, job, day)), writes: true);
        if (problems.Count > 0)
        {
            return JobOutcome.Refused(problems, link);
        }

        site.Changed();
        return new JobOutcome(true, Said(Steps.ReportState(site.With(s => s.Read(r => Stage.Of(r, owner))).Report)), link);
    }

    private static void Take(Writing w, Library library, FormBook book, Unit owner, Job job, DateOnly day)
    {
        if (job["action"] == Pass)
        {
            Movement.Report(w, Pass, owner.Year, owner.Code, day);
        }
        else if (job["action"] == Publish)
        {
            PublishPage.Publish(w, library, book, owner, WrittenFormats.Of(job["format"])!, day);
        }
        else
        {
            if (Stage.Of(w, owner).Report != "checked")
            {
                Publication.Draft(w, library, book, owner.Year, owner.Code, day);
                Publication.Verify(w, library, book, owner.Year, owner.Code, day);
            }

            Movement.Report(w, "offer", owner.Year, owner.Code, day);
        }
    }

    private static Reason Said(State state) => new(state.Chinese, state.English);

    private static Step? Next(Stage stage, string action) =>
        Steps.At(stage).FirstOrDefault(s => (action == Prepare ? Preparing.Contains(s.Action) : s.Action == action) && (action != Prepare || stage.State is "approved" or "replied" or "published"));

    // Whoever was interrupted had done it, or somebody did it by hand.
    private static bool Passed(string report, string action) => action switch
    {
        Prepare => report is "pending" or "passed" or "published" or "corrected",
        Pass => report is "passed" or "published" or "corrected",
        _ => report is "published" or "corrected",
    };
}
