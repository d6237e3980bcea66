using Mingzhang.Budget;
using Mingzhang.Portal.Text;

namespace Mingzhang.Workbench.Jobs;

/// <summary>后台任务：long work that somebody asked for, cut into pieces each of which is done once.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Year">The year it is about.</param>
/// <param name="Asked">What was asked for, by name.</param>
/// <param name="Who">Who asked; it is done in his name and with his rights.</param>
/// <param name="At">When, UTC, to the millisecond, since jobs are told in the order in which they were asked for.</param>
/// <param name="Slice">How many pieces are handed out together.</param>
/// <param name="Ended">When it ended, UTC; empty while it goes on.</param>
/// <param name="CancelledBy">Who cancelled it; empty where nobody did.</param>
/// <param name="Pieces">How far it is.</param>
internal sealed record Job(string Id, string Kind, int Year, IReadOnlyDictionary<string, string> Asked, string Who, string At, int Slice, string Ended, string CancelledBy, JobCount Pieces)
{
    /// <summary>是否还在办。</summary>
    public bool Open => Ended.Length == 0;

    /// <summary>状态的词。</summary>
    public string StateWord => CancelledBy.Length > 0 ? "work.job.cancelled" : Open ? Pieces.Begun ? "work.job.running" : "work.job.waiting" : Pieces.Failed > 0 ? "work.job.faulty" : "work.job.done";

    /// <summary>求办的时间，到秒。</summary>
    public string Asking => At[..19].Replace('T', ' ');

    /// <summary>所求的一项; empty where it was not given.</summary>
    public string this[string name] => Asked.GetValueOrDefault(name, "");
}

/// <summary>任务办到哪里：pieces in all, done, failed, passed over since it was cancelled.</summary>
internal sealed record JobCount(int Total, int Done, int Failed, int Skipped, bool Begun)
{
    /// <summary>已有结果的。</summary>
    public int Settled => Done + Failed + Skipped;
}

/// <summary>任务的一件。</summary>
/// <param name="Number">From 0.</param>
/// <param name="Key">What it is, as its kind names it.</param>
/// <param name="Name">What it is, for people.</param>
internal sealed record JobItem(int Number, string Key, string Name)
{
    /// <summary>还没有结果。</summary>
    public const string Waiting = "";

    /// <summary>办成。</summary>
    public const string Done = "done";

    /// <summary>没有办成。</summary>
    public const string Failed = "failed";

    /// <summary>取消后不再办。</summary>
    public const string Skipped = "skipped";

    /// <summary>状态。</summary>
    public string State { get; init; } = Waiting;

    /// <summary>试过几次。</summary>
    public int Attempts { get; init; }

    /// <summary>结果。</summary>
    public JobOutcome Outcome { get; init; } = JobOutcome.Nothing;

    /// <summary>在哪个节点上办的。</summary>
    public string Node { get; init; } = "";

    /// <summary>办完的时间。</summary>
    public string Ended { get; init; } = "";
}

/// <summary>一件的结果。</summary>
/// <param name="Good">Whether it was done.</param>
/// <param name="Said">What is said of it.</param>
/// <param name="Link">Where it can be seen; empty where nowhere.</param>
/// <param name="Result">What its kind makes of all results, in its own writing.</param>
internal sealed record JobOutcome(bool Good, Reason Said, string Link = "", string Result = "")
{
    /// <summary>还没有。</summary>
    public static JobOutcome Nothing { get; } = new(true, new Reason("", ""));

    /// <summary>因不能办的事而没有办成。</summary>
    public static JobOutcome Refused(IReadOnlyList<Ledger.Problem> problems, string link = "") => new(false, new Reason(
        Words.Standard.Say(false, "work.job.refused", string.Join(' ', problems.Select(p => p.Message.Chinese)), string.Join(' ', problems.Select(p => p.Remedy.Chinese))),
        Words.Standard.Say(true, "work.job.refused", string.Join(' ', problems.Select(p => p.Message.English)), string.Join(' ', problems.Select(p => p.Remedy.English)))), link);

    /// <summary>因一件不能办的事而没有办成。</summary>
    public static JobOutcome Refused(Ledger.Problem problem) => Refused([problem]);

    /// <summary>办成，说一句话。</summary>
    public static JobOutcome Fine(string key, params object?[] values) => new(true, Sentence(key, values));

    /// <summary>两种语言的一句话。</summary>
    public static Reason Sentence(string key, params object?[] values) => new(Words.Standard.Say(false, key, values), Words.Standard.Say(true, key, values));
}
