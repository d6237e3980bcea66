using System.Globalization;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Performance;

/// <summary>绩效自评：made when the year's months are closed, so that what was executed cannot change below it.</summary>
internal static class Evaluations
{
    /// <summary>某项目的自评; null where there is none yet.</summary>
    public static StoredRecord? Of(Reading reading, Project project) => reading.Find(Kinds.Evaluation, project.Id);

    /// <summary>自评一个项目; null after a refusal.</summary>
    public static ProjectScore? Put(Writing writing, Unit unit, Project project, string outcome, DateOnly day)
    {
        if (!Permission.Check(writing, "perform", unit))
        {
            return null;
        }

        if (Closing.Of(writing, unit).Month < 12)
        {
            writing.Refuse($"{unit.Code} 的 {unit.Year} 年还没有结完 12 月，不能自评", $"December of {unit.Year} is not closed in {unit.Code}: there is no self-evaluation yet", "先用 mingzhang close 结账", "close it with mingzhang close");
            return null;
        }

        var score = ProjectScore.Of(writing, unit, project, Achievement.Final);
        score.Problems.ToList().ForEach(writing.Refuse);
        if (outcome.Trim().Length == 0)
        {
            writing.Refuse($"项目 {project.Code} 没有写实际完成情况", $"project {project.Code}: what came of it is not told", "用 outcome= 写明", "give outcome=");
        }

        if (writing.Problems.Count > 0)
        {
            return null;
        }

        writing.Put(new RecordValues().Set("project", project.Id).Set("outcome", outcome).Set("day", Days.Write(day)).Set("total", score.Total.ToString("0.##", CultureInfo.InvariantCulture)).Set("grade", score.Grade.Chinese)
            .As(Kinds.Evaluation, project.Id, unit.Code, Of(writing, project)?.Version ?? 0));
        return score;
    }
}
