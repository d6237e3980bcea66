using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;
using FinalAccounts = Mingzhang.Ledger.Execution.Accounts;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>决算：months and the year are closed, the account is replied to, published, and what is left is carried over, each by who may; both sides of every fund stand beside it.</summary>
internal static class FinalPage
{
    private const int Months = 12;

    private static readonly string[] Formats = [".docx", ".pdf", ".html"];

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Owner(v) is { } owner ? Form(v, owner, Empty) : WorkAnswer.Missing;

    /// <summary>办理一步。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Owner(v) is not { } owner || FinalStep.All.FirstOrDefault(s => s.Key == v.Field("do")) is not { } step)
        {
            return WorkAnswer.Missing;
        }

        var reason = v.Field("reason").Trim();
        var problems = v.Write(reason.Length > 0 ? reason : v["work.final.do." + step.Key], w => Do(v, w, owner, step, reason));
        if (problems.Count > 0)
        {
            return Form(v, owner, Refused.List(v, problems));
        }

        v.Site.Changed();
        return WorkAnswer.Go(FinalParts.Address(owner, FinalParts.Closing));
    }

    private static void Do(WorkVisit v, Writing w, Unit owner, FinalStep step, string reason)
    {
        var month = WorkVisit.Whole(v.Field("month")) ?? 0;
        var all = FinalParts.Units(w, owner);
        var now = step.Now(w, all).Where(u => step.Key != "month" || Closing.Of(w, u).Month < month).ToList();

        // Where none is there yet, the ledger says of each why not.
        foreach (var unit in step.Key is "reply" or "publish" ? [] : now.Count > 0 ? now : all)
        {
            switch (step.Key)
            {
                case "month":
                    YearEnd.Month(w, unit, month);
                    break;
                case "year":
                    YearEnd.Year(w, unit);
                    break;
                case "carry":
                    YearEnd.Carry(w, v.Site.Library, unit, v.Field("document").Trim());
                    break;
                default:
                    YearEnd.Reopen(w, unit, month, reason);
                    break;
            }
        }

        if (step.Key == "reply")
        {
            FinalAccounts.Reply(w, owner.Year, owner.Code, v.Day("date"));
        }
        else if (step.Key == "publish")
        {
            Publish(v, w, owner);
        }
    }

    private static void Publish(WorkVisit v, Writing w, Unit owner)
    {
        if (!Formats.Contains(v.Field("format")) || WrittenFormats.Of(v.Field("format")) is not { Publication: true } format)
        {
            w.Refuse(Problem.Of("没有选公开的格式", "no format was chosen", "请选 docx、pdf 或 html", "choose docx, pdf or html"));
            return;
        }

        var (library, day) = (v.Site.Library, v.Day("date"));
        var composed = FinalPublication.Publish(w, library, owner.Year, owner.Code, day);
        var replied = FinalParts.Units(w, owner).Max(u => Closing.Of(w, u).Replied) ?? "";
        var bytes = PublishedVersion.Bytes(w, library, composed, format);
        PublishedVersion.Keep(w, library, bytes, composed?.Title + format.Extension, new Published(owner.Year, owner.Code, PublishedFile.Final, FinalPublication.Book, day, replied));
    }

    private static WorkAnswer Form(WorkVisit v, Unit owner, Markup said) => v.Read(r =>
    {
        var units = FinalParts.Units(r, owner);
        var (closed, term) = (units.ToDictionary(u => u, u => Closing.Of(r, u)), Terms.Of(r, owner.Year));
        var steps = FinalStep.All.Where(s => s.May(v, r, units)).ToList();
        var versions = PublishedFile.Of(r, owner.Year, owner.Code, PublishedFile.Final);
        return FinalParts.Page(v, owner, FinalParts.Closing, said, Html($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.final.part.closing"]}"><table class="list"><thead><tr><th scope="col">{v["work.unit"]}</th><th scope="col" class="n">{v["work.final.months"]}</th><th scope="col">{v["work.final.state"]}</th><th scope="col">{v["work.replied"]}</th><th scope="col">{v["work.due"]}</th><th scope="col">{v["work.published"]}</th></tr></thead><tbody>
            {closed.Select(c => Row(v, term, c.Key, c.Value))}</tbody></table></div>
            {DueDay.Rule(v, term, closed.Values.Select(c => c.Replied))}
            {Balance(v, FundBalance.Of(r, units))}
            {(steps.Count == 0 ? Html($"<p class=\"none\">{v["work.steps.none"]}</p>") : Html($"<section><h3>{v["work.final.next"]}</h3>{steps.Select(s => One(v, owner, s, units.Count == 0 ? 0 : units.Min(u => Closing.Of(r, u).Month)))}</section>"))}
            <section><h3>{v["work.versions"]}</h3>{(versions.Count == 0 ? Html($"<p class=\"none\">{v["work.versions.none"]}</p>") : Html($"<ol class=\"plain\">{versions.Select(p => Html($"<li>{v.Say("work.version", p.Number, p.Day)} <a href=\"{v.To("/r/" + p.Hash[..ArchivedDocument.KeyLength])}\">{p.File}</a></li>"))}</ol>"))}</section>
            """));
    });

    private static Markup Row(WorkVisit v, PublicationTerm term, Unit unit, Closing c) => Html($"""
        <tr><th scope="row">{unit.Name} <small>{unit.Code}</small></th><td class="n">{c.Month}</td><td>{v["work.final.state." + (c.State.Length == 0 ? "open" : c.State)]}</td><td>{c.Replied}</td><td>{When(c.State == Closing.AccountReplied, () => DueDay.Said(v, term, c.Replied, c.Published))}</td><td>{c.Published}</td></tr>

        """);

    private static Markup Balance(WorkVisit v, IReadOnlyList<FundBalance> funds) => funds.Count == 0 ? Html($"<p class=\"none\">{v["work.execution.none"]}</p>") : Html($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{v["work.final.balance"]}"><table class="list"><caption>{v["work.final.balance"]} <small>{v["unit.wan"]}</small></caption><thead><tr><th scope="col">{v["line.fund"]}</th><th scope="col" class="n">{v["work.final.in"]}</th><th scope="col" class="n">{v["work.final.received"]}</th><th scope="col" class="n">{v["work.paid"]}</th><th scope="col" class="n">{v["work.final.out"]}</th><th scope="col" class="n">{v["work.final.left"]}</th></tr></thead><tbody>
        {funds.Select(f => Html($"<tr><th scope=\"row\">{(v.Visit.English ? Names.FundEnglish(f.Fund) : Names.Fund(f.Fund))}</th><td class=\"n\">{Fen.TenThousand(f.In)}</td><td class=\"n\">{Fen.TenThousand(f.Received)}</td><td class=\"n\">{Fen.TenThousand(f.Paid)}</td><td class=\"n\">{Fen.TenThousand(f.Out)}</td><td class=\"n{(f.Fiscal && f.Left < 0 ? " bad" : "")}\">{Fen.TenThousand(f.Left)}</td></tr>\n"))}</tbody></table></div>
        """);

    private static Markup One(WorkVisit v, Unit owner, FinalStep s, int closed) => Html($"""
        <form class="filter" method="post" action="{v.To(FinalParts.Address(owner, FinalParts.Closing))}">{v.Token}<input type="hidden" name="do" value="{s.Key}">
        {When(s.Key is "month" or "reopen", () => Html($"<label>{v["work.final.month"]} <select name=\"month\">{Enumerable.Range(1, Months).Select(m => Html($"<option{(m == (s.Key == "month" ? closed + 1 : closed) ? Html($" selected") : Empty)}>{m}</option>"))}</select></label>"))}
        {When(s.Key == "reopen", () => Html($"<label>{v["work.reason"]} <input name=\"reason\" required maxlength=\"300\"></label>"))}
        {When(s.Key == "carry", () => Html($"<label>{v["work.adjust.document"]} <input name=\"document\" required maxlength=\"80\"></label>"))}
        {When(s.Key == "publish", () => Html($"<label>{v["work.format"]} <select name=\"format\">{Formats.Select(f => Html($"<option value=\"{f}\">{f[1..].ToUpperInvariant()}</option>"))}</select></label>"))}
        {When(s.Key is "reply" or "publish", () => Html($"<label>{v["work.day"]} <input type=\"date\" name=\"date\"></label>"))}
        <button>{v["work.final.do." + s.Key]}</button> <small class="soft">{v["work.final.about." + s.Key]}</small></form>

        """);
}
