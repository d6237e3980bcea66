using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>逐笔登记：one payment, receipt or event by a form, for those that no export of the treasury brings.</summary>
internal static class ExecutionEntries
{
    private const int MostShown = 200;

    /// <summary>是否逐笔登记。</summary>
    public static bool Is(string what) => what is "payment" or "receipt" or "event";

    /// <summary>登记一笔。</summary>
    public static IReadOnlyList<Problem> Put(WorkVisit v, Unit unit)
    {
        var what = v.Field("do");
        return v.WriteUnit(v["work.entry." + what], unit.Code, w =>
        {
            if (what == "event")
            {
                Events.Put(w, unit, new Event(Text(v, "day"), v.Field("sort"), Number(w, v, "count"), Number(w, v, "people"), Text(v, "type"), Text(v, "details")));
                return;
            }

            var fen = Fen.Read(Text(v, "fen"), 1m);
            if (fen is null)
            {
                w.Refuse(Problem.Of("金额不是以元计的数", "the amount is no number in yuan", "请填写数字，如 1250.00", "give a number such as 1250.00"));
            }

            if (what == "payment")
            {
                Payments.Put(w, unit.Year, [new Payment { Unit = unit.Code, Day = Text(v, "day"), Voucher = Text(v, "voucher"), Allotment = v.Field("allotment"), Fen = fen ?? PaymentChecks.Unread, Reverses = Text(v, "reverses"), Contract = Text(v, "contract"), Payee = Text(v, "payee"), Details = Text(v, "details") }]);
                return;
            }

            var receipts = new Receipts(w, v.Site.Library, unit);
            receipts.Take(new Receipt { Unit = unit.Code, Day = Text(v, "day"), Voucher = Text(v, "voucher"), Fund = v.Field("fund"), Function = Text(v, "function"), Fen = fen ?? PaymentChecks.Unread, Reverses = Text(v, "reverses"), Details = Text(v, "details") }, (_, problem) => w.Refuse(problem));
            receipts.Finish();
        });
    }

    /// <summary>三张表单，各自收起。</summary>
    public static Markup Forms(WorkVisit v, ExecutionBook book) => Html($"""
        <section><h3>{v["work.entry"]}</h3>
        <details><summary>{v["work.entry.payment"]}</summary><form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="payment">{Day(v)}{Input(v, "voucher", true)}<label>{v["work.allotment"]}<select name="allotment" required><option value="">{v["work.none"]}</option>{book.All.OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => Html($"<option value=\"{a.Id}\">{ExecutionPage.Said(v, a)} {Fen.TenThousand(book.Left(a))}</option>"))}</select></label>{Yuan(v)}{Input(v, "payee")}{Input(v, "contract")}{Input(v, "reverses")}{Input(v, "details")}<button>{v["work.save"]}</button></form></details>
        <details><summary>{v["work.entry.receipt"]}</summary><form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="receipt">{Day(v)}{Input(v, "voucher", true)}<label>{v["line.fund"]}<select name="fund">{LineField.Of("fund", v, []).Select(c => Html($"<option value=\"{c.Key}\">{c.Name}</option>"))}</select></label><label>{v["line.function"]}<input name="function" required maxlength="7" inputmode="numeric"></label>{Yuan(v)}{Input(v, "reverses")}{Input(v, "details")}<button>{v["work.save"]}</button></form></details>
        <details><summary>{v["work.entry.event"]}</summary><form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="event">{Day(v)}<label>{v["work.entry.sort"]}<select name="sort">{EventSort.All.Select(s => Html($"<option value=\"{s.Key}\">{v.Visit.Say(s.Name)}</option>"))}</select></label><label>{v["work.entry.count"]}<input name="count" required inputmode="numeric" maxlength="6"></label><label>{v["work.entry.people"]}<input name="people" inputmode="numeric" maxlength="8"></label>{Input(v, "type")}{Input(v, "details")}<button>{v["work.save"]}</button></form></details></section>
        """);

    /// <summary>已登记的，新的在前。</summary>
    public static Markup Lists(WorkVisit v, Reading r, Unit unit) => Html($"""
        {List(v, "payment", Payments.Of(r, unit), p => Html($"<td>{p["voucher"]}</td><td>{p["allotment"]}</td><td class=\"n\">{Fen.Yuan(p.Whole("fen"))}</td><td>{p["payee"]} {p["details"]}</td>"), v["work.allotment"])}
        {List(v, "receipt", Receipts.Of(r, unit), p => Html($"<td>{p["voucher"]}</td><td>{(v.Visit.English ? Names.FundEnglish(p["fund"]) : Names.Fund(p["fund"]))} {p["function"]}</td><td class=\"n\">{Fen.Yuan(p.Whole("fen"))}</td><td>{p["details"]}</td>"), v["line.fund"])}
        {When(Events.Of(r, unit).Count > 0, () => Html($"<details><summary>{v["work.entry.events"]}</summary><ul class=\"plain\">{Events.Of(r, unit).Reverse().Take(MostShown).Select(e => Html($"<li>{e.Day} {v.Visit.Say(EventSort.Find(e.Sort)!.Name)} {e.Count} {When(e.People > 0, () => Html($"{v.Say("work.entry.of", e.People)}"))} {e.Type} {e.Details}</li>"))}</ul></details>"))}
        """);

    private static Markup List(WorkVisit v, string what, IReadOnlyList<StoredRecord> records, Func<StoredRecord, Markup> cells, string under) => When(records.Count > 0, () => Html($"""
        <details><summary>{v.Say($"work.entry.{what}s", records.Count)}</summary><div class="scroll" tabindex="0" role="region" aria-label="{v["work.part.execution"]}"><table class="list"><thead><tr><th scope="col">{v["work.day"]}</th><th scope="col">{v["work.entry.voucher"]}</th><th scope="col">{under}</th><th scope="col" class="n">{v["work.entry.yuan"]}</th><th scope="col">{v["work.entry.details"]}</th></tr></thead><tbody>
        {records.Reverse().Take(MostShown).Select(p => Html($"<tr><th scope=\"row\">{p["day"]}</th>{cells(p)}</tr>\n"))}</tbody></table></div></details>
        """));

    private static string Text(WorkVisit v, string field) => v.Field(field).Trim();

    private static int Number(Writing w, WorkVisit v, string field)
    {
        var text = Text(v, field);
        if (text.Length == 0 || WorkVisit.Whole(text) is not null)
        {
            return WorkVisit.Whole(text) ?? 0;
        }

        w.Refuse(Problem.Of($"“{Problem.Shown(text)}”不是整数", $"'{Problem.Shown(text)}' is no whole number", "请填写整数", "give a whole number"));
        return Events.Unread;
    }

    private static Markup Day(WorkVisit v) => Html($"<label>{v["work.day"]}<input type=\"date\" name=\"day\" required></label>");

    private static Markup Yuan(WorkVisit v) => Html($"<label>{v["work.entry.yuan"]}<input name=\"fen\" class=\"n\" inputmode=\"decimal\" required maxlength=\"30\"></label>");

    private static Markup Input(WorkVisit v, string name, bool required = false) => Html($"<label>{v["work.entry." + name]}<input name=\"{name}\" maxlength=\"200\"{(required ? Html($" required") : Empty)}></label>");
}
