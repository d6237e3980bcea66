using Mingzhang.Forms;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>由人撤销：what a person may enter now, the person may undo now; what moves the process is not undone but returned.</summary>
internal static class Undoing
{
    public static void Do(Writing writing, Library library, string chain, long seq, string why)
    {
        var entry = JournalTable.Chain(writing.Statements, chain).FirstOrDefault(e => e.Seq == seq);
        if (entry is null || (entry.Kind != Kinds.Line.Key && entry.Kind != Kinds.Project.Key && entry.Kind != Kinds.Indicator.Key && entry.Kind != Kinds.Text.Key))
        {
            writing.Refuse($"{chain}#{seq} 不是可以撤销的一笔", $"{chain}#{seq} is no entry that can be undone", "可撤销的是预算行、项目、指标和文字；流程用退回", "lines, projects, indicators and words can be undone; the process is returned");
            return;
        }

        var body = RecordText.Read(entry.Became ?? entry.Was ?? "");
        var year = int.Parse(body.GetValueOrDefault("year", entry.Id.Split('/')[0]), System.Globalization.CultureInfo.InvariantCulture);
        var units = Organisations.Named(writing, year, chain.Replace(Sealing.DepartmentPrefix, "", StringComparison.Ordinal));
        if (units.Count == 0 || !Permission.Check(writing, entry.Kind == Kinds.Text.Key ? "write" : "edit", units[0]))
        {
            return;
        }

        Recovery.Undo(writing, chain, seq, why);
        if (entry.Kind == Kinds.Line.Key && writing.Problems.Count == 0)
        {
            new LineBook(writing, library, units[0]).Done();
        }
    }
}
