using System.Text.Json;
using Mingzhang.Charts;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.Workbench.Hosting;

/// <summary>各节点共有的已送表单：the mark of what was sent, and its answer once there is one; whoever puts the mark first does it, the other node gives his answer.</summary>
internal sealed class SentRows(AccountRows rows)
{
    private const int LongestAnswer = 2 * 1024 * 1024;

    // Longer than anything that is done within a request; only a node that stopped leaves one behind.
    private static readonly TimeSpan Working = TimeSpan.FromMinutes(10);

    /// <summary>记下; false where another node has it.</summary>
    public bool Begin(string mark) => rows.Write(s =>
    {
        s.Run("DELETE FROM work_sent WHERE ends < @now", ("now", AccountRows.Text(rows.Now)));
        return s.Run("INSERT INTO work_sent (mark, ends, answer) VALUES (@mark, @ends, '') ON CONFLICT (mark) DO NOTHING", ("mark", mark), ("ends", AccountRows.Text(rows.Now + Working))) == 1;
    });

    /// <summary>办完了，记下回答; one that cannot be kept is made once more by whoever asks.</summary>
    public void End(string mark, WorkAnswer answer, TimeSpan kept) => rows.Write(s => s.Run("UPDATE work_sent SET answer = @answer, ends = @ends WHERE mark = @mark", ("mark", mark), ("answer", Text(answer)), ("ends", AccountRows.Text(rows.Now + kept))));

    /// <summary>没有办成：whoever sends it again tries again.</summary>
    public void Drop(string mark) => rows.Write(s => s.Run("DELETE FROM work_sent WHERE mark = @mark", ("mark", mark)));

    /// <summary>别的节点的回答。</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="answer">The answer; null where it is not there yet, or cannot be given a second time.</param>
    public SentState Find(string mark, out WorkAnswer? answer)
    {
        answer = null;
        if (rows.Read(s => s.Rows("SELECT answer FROM work_sent WHERE mark = @mark", r => r.GetString(0), ("mark", mark))) is not [var text])
        {
            return SentState.Gone;
        }

        if (text.Length == 0)
        {
            return SentState.Working;
        }

        answer = JsonSerializer.Deserialize<Kept>(text) is { Own: false } kept ? new WorkAnswer { Redirect = kept.Redirect, Title = kept.Title, Body = new Markup(kept.Body), Status = kept.Status, Entry = kept.Entry, Scripts = [.. WorkAssets.All.Where(a => kept.Scripts.Contains(a.Path))] } : null;
        return SentState.Done;
    }

    private static string Text(WorkAnswer a) => JsonSerializer.Serialize(a.Bytes is null && a.Once is null && a.Stream is null && a.Elsewhere is null && (a.Body.IsEmpty || a.Body.Value.Length <= LongestAnswer)
        ? new Kept(false, a.Redirect, a.Title, a.Body.IsEmpty ? "" : a.Body.Value, a.Status, a.Entry, [.. a.Scripts.Select(s => s.Path)]) : new Kept(true, null, "", "", 0, "", []));

    private sealed record Kept(bool Own, string? Redirect, string Title, string Body, int Status, string Entry, IReadOnlyList<string> Scripts);
}

/// <summary>别的节点办到哪里。</summary>
internal enum SentState
{
    /// <summary>正在办。</summary>
    Working,

    /// <summary>办完。</summary>
    Done,

    /// <summary>已不在：it failed there, or was swept.</summary>
    Gone,
}
