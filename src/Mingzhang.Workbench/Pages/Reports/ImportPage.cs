using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;
using Mingzhang.Workbench.Jobs.Kinds;
using Mingzhang.Workbench.Pages.Jobs;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>导入：a workbook or separated values become lines of one unit: what was recognised, what differs from the last import, and every fault by sheet and cell. Nothing is stored unless all is sound, or the sound rows alone are asked for.</summary>
internal static class ImportPage
{
    /// <summary>多少行以上在后台办。</summary>
    public const int MostAtOnce = 2000;

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is not { } unit ? WorkAnswer.Missing : v.Visit.Ask("job") is { Length: > 0 } job ? OfJob(v, unit, job) : Form(v, unit, Empty, Empty);

    /// <summary>一项后台导入的地址：how far it is, and what came of it.</summary>
    public static string Of(Unit unit, string job) => ReportPage.Address(unit, "import") + "&job=" + job;

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
        if (upload.Sheets.Problem is { } unread)
        {
            return Form(v, unit, Refused.List(v, [unread]), Empty);
        }

        var asked = ImportAsked.Of(v, unit);
        if (upload.Sheets.Grids.Sum(g => g.Grid.Rows.Count) > MostAtOnce)
        {
            return v.Site.Jobs.Ask(v.Site.Jobs.Kinds[LineImports.Import], v.Who, unit.Year, asked.Kept(upload.Name), [new JobFile(upload.Name, upload.Bytes)], out var problem) is { } job
                ? WorkAnswer.Go(Of(unit, job.Id)) : Form(v, unit, Refused.List(v, [problem!]), Empty);
        }

        var outcome = ImportOutcome.Run(v.Site, v.Who, asked, upload.Name, upload.Sheets);
        return Form(v, unit, Empty, outcome.Shown(v)) with { Status = outcome.Stored ? 200 : 422 };
    }

    private static WorkAnswer OfJob(WorkVisit v, Unit unit, string id)
    {
        if (v.Site.Jobs.Rows.Find(id) is not { Kind: LineImports.Import } job || ImportAsked.Of(job) is not { } asked || asked.Unit != unit.Code || asked.Year != unit.Year || v.Site.Jobs.Rows.Items(id) is not [var item, ..])
        {
            return WorkAnswer.Missing;
        }

        if (job.Open)
        {
            // Whoever may not look at the job itself loads the page by hand.
            return Form(v, unit, Empty, Html($"<section><h3>{v["work.import.behind"]}</h3><p>{job["file"]} <small>{job.Who} {job.Asking}</small></p>{JobPage.Progress(v, job)}<p class=\"soft\">{v["work.jobs.about"]}</p></section>")) with { Scripts = JobsPage.Sees(v, job) ? [WorkAssets.JobsScript] : [] };
        }

        return Form(v, unit, Empty, ImportOutcome.Read(item.Outcome.Result) is { } outcome ? outcome.Shown(v) : Html($"<p class=\"refused\" role=\"alert\">{job["file"]} {v[job.StateWord]} {v.Visit.Say(item.Outcome.Said)}</p>"));
    }

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
                """) : Html($"<p class=\"notice\">{v["work.readonly"]}</p>"))}
            """));
    }
}
