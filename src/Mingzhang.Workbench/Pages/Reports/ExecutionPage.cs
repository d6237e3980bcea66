using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Review;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>执行：allotments with budget, revised budget, payments and rate against the time of the year; adjustments by document, payments by the export of the treasury.</summary>
internal static class ExecutionPage
{
    private const int Months = 12, MostShown = 200;

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, Empty, Empty) : WorkAnswer.Missing;

    /// <summary>一个指标在页上的位置。</summary>
    public static string Anchor(string allotment) => "a-" + allotment;

    /// <summary>登记调整，或导入支付明细。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        if (v.Field("do") == "adjust")
        {
            var day = v.Day("day");
            var problems = Fen.Read(v.Field("fen").Trim(), 10_000m) is { } fen
                ? v.WriteUnit(v["work.adjust"], unit.Code, w => Adjust(v, w, unit, Days.Write(day), fen))
                : [Problem.Of("金额不是以万元计的数", "the amount is no number in 10,000 yuan", "请填写数字，如 12.50", "give a number such as 12.50")];
            return problems.Count == 0 ? WorkAnswer.Go(ReportPage.Address(unit, "execution")) : Form(v, unit, Refused.List(v, problems), Empty);
        }

        if (ExecutionEntries.Is(v.Field("do")))
        {
            var problems = ExecutionEntries.Put(v, unit);
            return problems.Count == 0 ? WorkAnswer.Go(ReportPage.Address(unit, "execution")) : Form(v, unit, Refused.List(v, problems), Empty);
        }

        if (!v.Read(r => ReportPage.May(v, r, unit, "pay")))
        {
            return WorkAnswer.Forbidden;
        }

        var upload = await UploadedSheets.Of(v);
        return upload.Sheets.Problem is { } unread ? Form(v, unit, Refused.List(v, [unread]), Empty) : Import(v, unit, upload);
    }

    // What is given to may be a new allotment, which is there only with its first money.
    private static void Adjust(WorkVisit v, Writing w, Unit unit, string day, long fen)
    {
        var given = v.Field("given");
        if (given == "new")
        {
            given = Allotments.New(w, v.Site.Library, unit, new Line { Year = unit.Year, Unit = unit.Code, Fen = 0, Fund = v.Field("fund"), Nature = v.Field("nature"), Function = v.Field("function").Trim(), Economic = v.Field("economic").Trim(), Project = v.Field("project") }, Allotment.Adjusted)?.Id;
        }

        if (given is not null)
        {
            Adjustments.Put(w, unit, new Adjustment("", v.Field("sort"), day, v.Field("document").Trim(), v.Field("taken"), given, fen));
        }
    }

    private static WorkAnswer Import(WorkVisit v, Unit unit, UploadedSheets upload)
    {
        var results = new List<Imported>();
        var problems = v.Write(v.Say("work.import.why", upload.Name), w =>
        {
            results.Clear();
            foreach (var unseen in upload.Sheets.Unseen)
            {
                w.Refuse(unseen);
            }

            foreach (var sheet in upload.Sheets.Grids)
            {
                results.Add(TreasuryImport.Run(w, v.Site.Library, sheet.Grid, new ImportRequest(sheet.Name, unit.Year, "", unit.Code, Money: v.Field("money") is { Length: > 0 } money ? money : null), receipts: false));
            }
        });
        return problems.Count == 0 ? Form(v, unit, Empty, Html($"<p class=\"done\" role=\"status\">{v.Say("work.import.done", results.Sum(r => r.Stored), Fen.TenThousand(results.Sum(r => r.Fen)))}</p>"))
            : Form(v, unit, Html($"<p class=\"refused\" role=\"alert\">{v.Say("work.import.not", problems.Count)}</p>{UploadedSheets.Faults(v, problems)}"), Empty);
    }

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said, Markup outcome)
    {
        var now = v.Site.Clock.GetLocalNow();
        var month = unit.Year < now.Year ? Months : unit.Year > now.Year ? 0 : now.Month;
        var (book, alerts, pay, adjust) = v.Read(r => (new ExecutionBook(r, unit), Alerts.Of(r, unit, month), ReportPage.May(v, r, unit, "pay"), ReportPage.May(v, r, unit, "move") || ReportPage.May(v, r, unit, "adjust")));
        var time = month / (decimal)Months;
        return ReportPage.Page(v, unit, "execution", said, book.All.Count == 0 ? Html($"{outcome}<p class=\"none\">{v["work.execution.none"]}</p>") : Html($"""
            {outcome}<p>{v.Say("work.execution.time", month, Percent(time), Percent(Rate(book.All.Sum(a => book.Paid(a)), book.All.Sum(book.Revised))))}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.allotment"]}"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["work.allotment"]}</th><th scope="col" class="n">{v["work.budget"]}</th><th scope="col" class="n">{v["work.revised"]}</th><th scope="col" class="n">{v["work.paid"]}</th><th scope="col" class="n">{v["work.left"]}</th><th scope="col" class="n">{v["work.rate"]}</th></tr></thead><tbody>
            {book.All.OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => Row(v, book, a, time))}</tbody></table></div>
            {When(alerts.Count > 0, () => Html($"<details open><summary>{v.Say("work.alerts", alerts.Count)}</summary><ul class=\"plain\">{alerts.Take(MostShown).Select(a => Html($"<li>{v.Visit.Say(a.Message)} <small>{v.Visit.Say(a.Remedy)}</small></li>"))}</ul></details>"))}
            {When(pay, () => Html($"""
                <section><h3>{v["work.payments.import"]}</h3><p>{v["work.payments.about"]}</p><form class="entry" method="post" enctype="multipart/form-data">{v.Token}<input type="hidden" name="do" value="pay"><label>{v["work.import.file"]}<input type="file" name="file" required accept=".xlsx,.xls,.csv,.tsv"></label><label>{v["work.import.money"]}{UploadedSheets.Money(v)}</label><button>{v["work.part.import"]}</button></form></section>
                """))}
            {When(pay, () => ExecutionEntries.Forms(v, book))}{v.Read(r => ExecutionEntries.Lists(v, r, unit))}
            {When(adjust, () => Html($"""
                <section><h3>{v["work.adjust"]}</h3><form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="adjust"><label>{v["work.adjust.sort"]}<select name="sort">{AdjustmentSort.All.Select(s => Html($"<option value=\"{s.Key}\">{v.Visit.Say(s.Name)}</option>"))}</select></label>
                <label>{v["work.adjust.document"]}<input name="document" required maxlength="80"></label><label>{v["work.day"]}<input type="date" name="day"></label><label>{v["work.adjust.taken"]}{Choose(v, book, "taken")}</label><label>{v["work.adjust.given"]}{Choose(v, book, "given", Html($"<option value=\"new\">{v["work.adjust.new"]}</option>"))}</label>{NewAllotment(v, unit)}<label>{v["line.fen"]}<input name="fen" class="n" inputmode="decimal" required maxlength="30"></label><button>{v["work.save"]}</button></form></section>
                """))}
            {When(book.Adjustments.Count > 0, () => Html($"<section><h3>{v["work.adjustments"]}</h3><ul class=\"plain\">{book.Adjustments.Select(a => Html($"<li>{a.Day} {v.Visit.Say(a.Kind.Name)} {a.Document} {a.Taken} → {a.Given} {Fen.TenThousand(a.Fen)}</li>"))}</ul></section>"))}
            """));
    }

    /// <summary>一个指标的说法。</summary>
    public static string Said(WorkVisit v, Allotment allotment) => v.Visit.English ? allotment.English : allotment.Chinese;

    private static Markup Row(WorkVisit v, ExecutionBook book, Allotment a, decimal time)
    {
        var (revised, paid) = (book.Revised(a), book.Paid(a));
        var rate = Rate(paid, revised);
        return Html($"<tr id=\"{Anchor(a.Id)}\"><th scope=\"row\">{CommentedLine.Codes(v, a.Line)} <small>{(v.Visit.English ? Names.FundEnglish(a.Line.Fund) : Names.Fund(a.Line.Fund))} {a.Id}</small></th><td class=\"n\">{Fen.TenThousand(a.Source == Allotment.Replied ? a.Line.Fen : 0)}</td><td class=\"n\">{Fen.TenThousand(revised)}</td><td class=\"n\">{Fen.TenThousand(paid)}</td><td class=\"n\">{Fen.TenThousand(revised - paid)}</td><td class=\"n{(rate is not null && (time - rate) * 100 > Alerts.Behind ? " bad" : "")}\">{Percent(rate)}</td></tr>\n");
    }

    private static Markup NewAllotment(WorkVisit v, Unit unit) => Html($"""
        <details><summary>{v["work.adjust.new"]}</summary><label>{v["line.fund"]}{Select(v, "fund", [])}</label><label>{v["line.nature"]}{Select(v, "nature", [])}</label><label>{v["line.function"]}<input name="function" maxlength="7" inputmode="numeric"></label><label>{v["line.economic"]}<input name="economic" maxlength="5" inputmode="numeric"></label><label>{v["line.project"]}{Select(v, "project", v.Read(r => Projects.Of(r, unit)), Html($"<option value=\"\">{v["work.none"]}</option>"))}</label></details>
        """);

    private static Markup Select(WorkVisit v, string name, IReadOnlyList<Project> projects, Markup first = default) =>
        Html($"<select name=\"{name}\">{first}{LineField.Of(name, v, projects).Select(c => Html($"<option value=\"{c.Key}\">{c.Name}</option>"))}</select>");

    private static Markup Choose(WorkVisit v, ExecutionBook book, string name, Markup first = default) =>
        Html($"<select name=\"{name}\"><option value=\"\">{v["work.none"]}</option>{first}{book.All.OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => Html($"<option value=\"{a.Id}\">{Said(v, a)} {Fen.TenThousand(book.Revised(a))}</option>"))}</select>");

    private static decimal? Rate(long paid, long revised) => revised == 0 ? null : (decimal)paid / revised;

    private static string Percent(decimal? share) => share is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";
}
