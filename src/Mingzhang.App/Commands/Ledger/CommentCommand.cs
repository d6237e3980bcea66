using System.CommandLine;
using System.Globalization;
using Mingzhang.Ledger.Process;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang comment：says something about a unit's budget, settles it, or waives it with a reason.</summary>
internal static class CommentCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("UNIT", "单位编码 / code of the unit");
        var text = LedgerOptions.Optional("TEXT", "意见 / what is said");
        var about = LedgerOptions.Text("--about", "所指的行或数字 / line or figure that is meant");
        var settle = new Option<int>("--settle") { Description = "第几条已落实 / comment that is settled" };
        var waive = new Option<int>("--waive") { Description = "放行第几条，用 --why 写理由 / comment that is waived, with --why" };
        return options.Command("comment", "审核意见 / comments of the review", [code, text, about, settle, waive], call => call.With(create: false, store =>
        {
            var (settled, waived) = (call.Parsed.GetValue(settle), call.Parsed.GetValue(waive));
            if (settled + waived == 0 && call.Parsed.GetValue(text) is null)
            {
                return call.Say(Answer.Table(["number", "about", "said", "state", "reason"], store.Read(r => Comments.All(r, call.Year, call.Parsed.GetValue(code)!)
                    .Select(c => (IReadOnlyList<string>)[c.Whole("number").ToString(CultureInfo.InvariantCulture), c["about"], c["said"], c["state"], c["reason"]]).ToList())));
            }

            return call.Write(store, w =>
            {
                if (LedgerCall.Unit(w, call.Year, call.Parsed.GetValue(code)!) is not { } unit)
                {
                    return;
                }

                if (settled + waived > 0)
                {
                    Comments.Close(w, unit, Math.Max(settled, waived), waived > 0, call.Why);
                }
                else
                {
                    Comments.Add(w, unit, call.Parsed.GetValue(about) ?? "", call.Parsed.GetValue(text)!);
                }
            }, () => Answer.Done("已记", "kept"));
        }));
    }
}
