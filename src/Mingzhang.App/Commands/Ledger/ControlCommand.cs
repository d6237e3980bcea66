using System.CommandLine;
using Mingzhang.Forms;
using Mingzhang.Ledger.Process;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang control：control figures by fund and nature, and their issue to the units.</summary>
internal static class ControlCommand
{
    private static readonly string[] Facts = ["fund", "nature", "yuan", "wan"];

    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位编码；下达时可为部门 / code of a unit, or of a department to issue");
        var fields = LedgerOptions.Fields();
        fields.Description = "fund= nature=basic|project yuan= 或 wan=";
        var issue = LedgerOptions.Flag("--issue", "下达（一下）/ issue the figures");
        return options.Command("control", "核定、下达控制数 / set or issue control figures", [code, fields, issue], call => call.With(create: false, store => call.Write(store, w =>
        {
            if (call.Parsed.GetValue(issue))
            {
                Movement.Do(w, "issue", call.Year, call.Parsed.GetValue(code)!, call.Today);
                return;
            }

            if (LedgerCall.Unit(w, call.Year, call.Parsed.GetValue(code)!) is not { } unit)
            {
                return;
            }

            var given = new GivenFields(call.Parsed.GetValue(fields)!, Facts);
            var cells = new Mingzhang.Ledger.Imports.ImportCells(Library.Standard, call.Year);
            var control = new Control(given.Known("fund", cells.Fund, ""), given.Text("nature", ""), given.Fen() ?? -1);
            given.Refuse(w);

            Controls.Put(w, unit, control);
        }, () => Answer.Done(call.Parsed.GetValue(issue) ? "控制数已下达" : "控制数已核定", call.Parsed.GetValue(issue) ? "the figures are issued" : "the figure is set"))));
    }
}
