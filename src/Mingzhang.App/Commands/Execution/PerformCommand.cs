using System.CommandLine;
using System.Globalization;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang perform：what was achieved, how far each project is, and its self-evaluation.</summary>
internal static class PerformCommand
{
    private static readonly string[] Facts = ["moment", "actual", "rating", "low", "reason"];

    public static Command Create(LedgerOptions options) => new("perform", "绩效监控和自评 / monitoring and self-evaluation") { Put(options), Monitor(options), Evaluate(options), List(options) };

    private static Command Put(LedgerOptions options)
    {
        var (unit, project) = (ExecutionCommands.UnitCode(), Project());
        var number = new Argument<int>("NUMBER") { Description = "指标序号 / number of the indicator" };
        var fields = ExecutionCommands.Described("moment=" + string.Join('|', Achievement.Moments) + " actual=完成值 rating=完成程度% low=是（指标值偏低）reason=偏差原因");
        return options.Command("set", "填报完成值 / enter what was achieved", [unit, project, number, fields], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (Of(w, call, unit, project) is var (of, named))
            {
                var given = ExecutionCommands.Fields(w, call, fields, Facts);
                Achievements.Put(w, of, new Achievement(named.Id, call.Parsed.GetValue(number), given.Text("moment", Achievement.Final), given.Text("actual", ""), given.Text("rating", ""), ExecutionCommands.Of(w, given, g => g.Flag("low", false)), given.Text("reason", "")));
            }
        }, () => Answer.Done("完成值已保存", "the value is kept"))));
    }

    private static Command Monitor(LedgerOptions options)
    {
        var unit = ExecutionCommands.UnitCode();
        var moment = new Option<string>("--moment") { Description = "07-31 | 09-30", DefaultValueFactory = _ => Achievement.July };
        return options.Command("monitor", "绩效监控表 / how far each project is", [unit, moment], call => call.With(create: false, store => call.Say(Answer.Table(["project", "item", "target", "actual", "progress", "state", "reason"],
            store.Read(r => Organisations.Unit(r, call.Year, call.Parsed.GetValue(unit)!) is { } of && Achievement.Moments.Contains(call.Parsed.GetValue(moment)!)
                ? Monitoring.Of(r, of, call.Parsed.GetValue(moment)!).Select(m => (IReadOnlyList<string>)[m.Project, m.Item, m.Target, m.Actual, m.Progress is { } p ? (p * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "", call.English ? Monitoring.Word(m.Behind).English : Monitoring.Word(m.Behind).Chinese, m.Reason]).ToList() : [])))));
    }

    private static Command Evaluate(LedgerOptions options)
    {
        var (unit, project) = (ExecutionCommands.UnitCode(), Project());
        var fields = ExecutionCommands.Described("outcome=实际完成情况");
        var output = LedgerOptions.Text("--output", "自评表写到此文件 / write the form to this file");
        output.Aliases.Add("-o");
        var force = WriteCommand.Force();
        var single = LedgerOptions.Flag("--one-level", "自评表只列一级指标 / the form with one level of indicators");
        return options.Command("evaluate", "自评，得出分数和等级 / evaluate, with points and grade", [unit, project, fields, output, force, single], call => call.With(create: false, store =>
        {
            var path = call.Parsed.GetValue(output);
            if (path is not null && (WriteCommand.Format(path) is null || !OutputFile.MayWrite(path, call.Parsed.GetValue(force))))
            {
                return ExitCodes.Unusable;
            }

            ProjectScore? score = null;
            return call.Write(store, w =>
            {
                if (Of(w, call, unit, project) is not var (of, named))
                {
                    return;
                }

                var outcome = ExecutionCommands.Fields(w, call, fields, "outcome").Text("outcome", Evaluations.Of(w, named)?["outcome"] ?? "");
                score = Evaluations.Put(w, of, named, outcome, call.Today);
                Composed? form = score is null ? null : EvaluationForm.Of(score, Organisations.Department(w, call.Year, of.Department)?.Name ?? "", outcome, call.Parsed.GetValue(single));
                if (path is not null)
                {
                    ComposeCommand.Write(w, form, path);
                }
            }, () => Answer.Done($"{score!.Project.Name}：{score.Total:0.##} 分，{score.Grade.Chinese}", $"{score.Project.Name}: {score.Total:0.##} points, {score.Grade.English}"));
        }));
    }

    private static Command List(LedgerOptions options)
    {
        var unit = ExecutionCommands.UnitCode();
        return options.Command("list", "各项目的得分 / points of each project", [unit], call => call.With(create: false, store => call.Say(Answer.Table(["project", "name", "revised", "paid", "rate", "points", "grade", "evaluated"], store.Read(r =>
            Organisations.Unit(r, call.Year, call.Parsed.GetValue(unit)!) is { } of ? Projects.Of(r, of).Select(p => Row(r, of, p)).ToList() : [])))));
    }

    private static IReadOnlyList<string> Row(Reading r, Unit unit, Project project)
    {
        var (score, kept) = (ProjectScore.Of(r, unit, project, Achievement.Final), Evaluations.Of(r, project));
        return [project.Code, project.Name, Fen.Yuan(score.All.Revised), Fen.Yuan(score.All.Paid), score.All.Rate is { } rate ? (rate * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "", kept?["total"] ?? "", kept?["grade"] ?? "", kept?["day"] ?? ""];
    }

    private static Argument<string> Project() => LedgerOptions.Name("PROJECT", "项目编码 / code of the project");

    private static (Unit Unit, Project Project)? Of(Writing w, LedgerCall call, Argument<string> unit, Argument<string> project)
    {
        if (ExecutionCommands.Unit(w, call, unit) is not { } of)
        {
            return null;
        }

        var code = call.Parsed.GetValue(project)!;
        if (Projects.Of(w, of).FirstOrDefault(p => p.Code == code) is { } named)
        {
            return (of, named);
        }

        w.Refuse($"{of.Code} 没有项目 {code}", $"{of.Code} has no project {code}", "用 mingzhang project list 查看", "see mingzhang project list");
        return null;
    }
}
