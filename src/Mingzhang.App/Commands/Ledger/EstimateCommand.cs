using System.CommandLine;
using Mingzhang.Forms;
using Mingzhang.Ledger.Estimates;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang estimate：computes personnel and public costs from staff and standards, and shows how each amount came about.</summary>
internal static class EstimateCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var dry = LedgerOptions.Flag("--dry-run", "只显示，不存 / show only");
        return options.Command("estimate", "一键测算人员和公用经费，只替换测算的行 / compute personnel and public costs; only computed lines are replaced", [code, dry], call => call.With(create: false, store =>
        {
            var steps = new List<EstimateStep>();
            if (!call.Parsed.GetValue(dry))
            {
                return call.Write(store, Work, () => Answer(call, steps));
            }

            var problems = store.Try(call.Who, Work);
            if (problems.Count == 0)
            {
                return call.Say(Answer(call, steps));
            }

            call.Tell(problems);
            return ExitCodes.Found;

            void Work(Writing w)
            {
                var units = Organisations.Named(w, call.Year, call.Parsed.GetValue(code)!);
                if (units.Count == 0)
                {
                    LedgerCall.Unit(w, call.Year, call.Parsed.GetValue(code)!);
                }

                steps.AddRange(units.SelectMany(u => Estimating.Do(w, Library.Standard, u)));
            }
        }));
    }

    private static Answer Answer(LedgerCall call, List<EstimateStep> steps) => Ledger.Answer.Table(["unit", "done", "line", "nature", "function", "economic", "how", "yuan"], [.. steps.Select(s => (IReadOnlyList<string>)
        [s.Line.Unit, call.English ? s.DoneEnglish : s.Done, s.Line.Id, s.Line.Nature, s.Line.Function, s.Line.Economic, s.Estimate is null ? "" : call.English ? s.Estimate.How.English : s.Estimate.How.Chinese, Fen.Yuan(s.Line.Fen)])]);
}
