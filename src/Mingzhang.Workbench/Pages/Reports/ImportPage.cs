using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>导入：a workbook or separated values become lines of one unit: what was recognised, what differs from the last import, and every fault by sheet and cell. Nothing is stored unless all is sound, or the sound rows alone are asked for.</summary>
internal static class ImportPage
{
    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, Empty, Empty) : WorkAnswer.Missing;

    /// <summary>试读，或导入。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        if (!ReportPage.MayEdit(v, unit))
        {
            return WorkAnswer.Forbidden;
        }

        var upload = await UploadedSheets.Of(v);
        return upload.Sheets.Problem is { } problem ? Form(v, unit, Refused.List(v, [problem]), Empty) : Run(v, unit, upload.Name, upload.Sheets);
    }

    private static WorkAnswer Run(WorkVisit v, Unit unit, string name, ImportSheets sheets)
    {
        var partial = v.Field("partial") == "yes";
        var only = v.Field("do") == "try";
        var results = new List<Imported>();
        void Work(Writing w)
        {
            results.Clear();
            foreach (var unseen in partial ? [] : sheets.Unseen)
            {
                w.Refuse(unseen);
            }

            foreach (var sheet in sheets.Grids)
            {
                results.Add(LineImport.Run(w, v.Site.Library, sheet.Grid, new ImportRequest(sheet.Name, unit.Year, "budget", unit.Code, Text(v, "map"), Text(v, "save"), Text(v, "money"), v.Field("sure") == "yes", partial, v.Field("replace") == "yes")));
            }
        }

        var problems = only ? v.Site.With(s => s.Try(v.Who, Work)) : v.Write(v.Say("work.import.why", name), Work);
        var faults = problems.Concat(partial ? sheets.Unseen.Concat(results.SelectMany(r => r.Problems)) : []).Distinct().ToList();
        var stored = problems.Count == 0;
        var differences = results.Select(r => r.Difference).OfType<ImportDifference>().ToList();
        var outcome = Html($"""
            {(stored ? Html($"<p class=\"done\" role=\"status\">{v.Say(only ? "work.import.would" : "work.import.done", results.Sum(r => r.Stored), Fen.TenThousand(results.Sum(r => r.Fen)))}</p>") : Html($"<p class=\"refused\" role=\"alert\">{v.Say("work.import.not", faults.Count)}</p>"))}
            <dl class="facts"><dt>{v["work.import.file"]}</dt><dd>{name}</dd><dt>{v["work.import.sheets"]}</dt><dd>{sheets.Grids.Count}</dd><dt>{v["work.import.rows"]}</dt><dd>{results.Sum(r => r.Stored)}</dd><dt>{v["work.import.since"]}</dt><dd>{v.Say("work.import.difference", differences.Sum(d => d.Same), differences.Sum(d => d.Changed.Count), differences.Sum(d => d.Missing.Count))}</dd></dl>
            {UploadedSheets.Faults(v, faults)}
            """);
        return Form(v, unit, Empty, outcome) with { Status = stored ? 200 : 422 };
    }

    private static string? Text(WorkVisit v, string field) => v.Field(field).Trim() is { Length: > 0 } text ? text : null;

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said, Markup outcome)
    {
        var maps = v.Read(r => r.All(Kinds.Mapping)).Select(m => m["name"]).Order(StringComparer.Ordinal).ToList();
        return ReportPage.Page(v, unit, "import", said, Html($"""
            {outcome}<p>{v["work.import.about"]} <a href="{v.To(string.Create(CultureInfo.InvariantCulture, $"/work/reports/{unit.Code}/template?year={unit.Year}"))}">{v["work.import.template"]}</a> · <a href="{v.To(string.Create(CultureInfo.InvariantCulture, $"/work/reports/{unit.Code}/template?year={unit.Year}&format=csv"))}">{v["grid.template.csv"]}</a></p>
            {(ReportPage.MayEdit(v, unit) ? Html($"""
                <form class="entry" method="post" enctype="multipart/form-data" action="{v.To(ReportPage.Address(unit, "import"))}">{v.Token}
                <label>{v["work.import.file"]}<input type="file" name="file" required accept=".xlsx,.xls,.csv,.tsv"></label>
                <label>{v["work.import.money"]}{UploadedSheets.Money(v)}</label>
                <label>{v["work.import.map"]}<select name="map"><option value="">{v["work.import.usual"]}</option>{maps.Select(m => Html($"<option>{m}</option>"))}</select></label>
                <label>{v["work.import.save"]}<input name="save" maxlength="40"></label>
                <label><span><input type="checkbox" name="replace" value="yes"> {v["work.import.replace"]}</span></label>
                <label><span><input type="checkbox" name="partial" value="yes"> {v["work.import.partial"]}</span></label>
                <label><span><input type="checkbox" name="sure" value="yes"> {v["work.import.sure"]}</span></label>
                <p><button name="do" value="try">{v["work.import.try"]}</button> <button name="do" value="import">{v["work.part.import"]}</button></p></form>
                """) : ReportPage.ReadOnly(v, unit))}
            """));
    }
}
