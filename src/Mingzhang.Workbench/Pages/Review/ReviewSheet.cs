using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Review;

/// <summary>审核单：the lines of a unit beside those of its submission before, what changed first; comments at each line, and the steps of the review. J and K go through what changed or has an open comment.</summary>
internal static class ReviewSheet
{
    private const int MostLines = 500;

    public static WorkAnswer Show(WorkVisit v) => Unit(v) is { } unit ? Form(v, unit, Empty) : WorkAnswer.Missing;

    /// <summary>提出或处理意见，退回，通过：as the submission page does it.</summary>
    public static WorkAnswer Send(WorkVisit v) => Unit(v) is { } unit ? SubmitPage.Do(v, unit) is { Count: > 0 } problems ? Form(v, unit, Refused.List(v, problems)) : WorkAnswer.Go(Address(unit)) : WorkAnswer.Missing;

    /// <summary>地址。</summary>
    public static string Address(Unit unit) => string.Create(CultureInfo.InvariantCulture, $"/work/review/{unit.Code}?year={unit.Year}");

    private static Unit? Unit(WorkVisit v) => ReportPage.Unit(v) is { } unit && v.Roles.Any(p => (p.Role == Role.Department || p.Role == Role.Finance) && p.Covers(unit)) ? unit : null;

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said)
    {
        var (stage, now, before) = v.Read(r => (Stage.Of(r, unit), LineRows.Of(r, unit).Where(l => l.Phase == "budget").ToList(), RoundLines.Previous(r, unit).Where(l => l.Phase == "budget").ToDictionary(l => l.Id, StringComparer.Ordinal)));
        var comments = v.Read(r => Comments.All(r, unit.Year, unit.Code)).ToLookup(c => c["about"], StringComparer.Ordinal);
        var rows = now.Select(l => new Compared(l.Id, l, before.GetValueOrDefault(l.Id))).Concat(before.Values.Where(b => now.TrueForAll(l => l.Id != b.Id)).Select(b => new Compared(b.Id, null, b))).ToList();
        var first = before.Count == 0;
        var changed = rows.Where(r => !first && r.Changes).ToList();
        List<Compared> shown = [.. rows.OrderByDescending(r => !first && r.Changes).Take(MostLines)];
        var looked = shown.Where(r => (!first && r.Changes) || comments[r.Id].Any(c => c["state"] == "open")).Select(r => r.Id).ToList();
        var at = Math.Clamp(WorkVisit.Whole(v.Visit.Ask("at")) ?? 0, 0, looked.Count);
        var may = SubmitPage.MayComment(stage, v.RolesIn(unit));
        return WorkAnswer.Page($"{unit.Name} {v["work.sheet"]}", Html($"""
            <h1>{unit.Name} <small>{unit.Year} {v["work.sheet"]}</small></h1><p class="state">{v["work.state"]} <b>{ReportPage.Said(v, stage.State)}</b> <a href="{v.To(ReportPage.Address(unit, "preview"))}">{v["work.part.preview"]}</a></p>{said}
            <p>{(first ? v["work.sheet.first"] : v.Say("work.sheet.changed", changed.Count, Fen.TenThousand(before.Values.Where(l => l.Spending).Sum(l => l.Fen)), Fen.TenThousand(now.Where(l => l.Spending).Sum(l => l.Fen))))}</p>
            {When(looked.Count > 0, () => Html($"<nav class=\"years\" aria-label=\"{v["work.sheet.looked"]}\">{Way(v, unit, looked, at - 1, "prev")} <b>{v.Say("work.sheet.at", at, looked.Count)}</b> {Way(v, unit, looked, at + 1, "next")}</nav>"))}
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.sheet"]}"><table class="list review"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">#</th><th scope="col">{v["work.line"]}</th><th scope="col" class="n">{v["work.before"]}</th><th scope="col" class="n">{v["work.now"]}</th><th scope="col">{v["work.comments"]}</th></tr></thead><tbody>
            {shown.Select((r, i) => Row(v, r, i, first, at > 0 && looked[at - 1] == r.Id, [.. comments[r.Id]], may))}</tbody></table></div>
            {When(rows.Count > MostLines, () => Html($"<p class=\"none\">{v.Say("work.sheet.more", rows.Count - MostLines)}</p>"))}
            {When(v.Read(r => ReportPage.May(v, r, unit, "control")), () => Control(v, unit))}{SubmitPage.StepsOf(v, unit, stage)}{SubmitPage.CommentsOf(v, unit, stage)}
            """), "/work/review") with
        { Status = said.IsEmpty ? 200 : 422, Scripts = [WorkAssets.ReviewScript] };
    }

    // To the one before or after, counted from one; nothing beyond the ends.
    private static Markup Way(WorkVisit v, Unit unit, List<string> looked, int to, string way) => to < 1 || to > looked.Count ? Empty
        : Html($"<a rel=\"{way}\" href=\"{v.To(string.Create(CultureInfo.InvariantCulture, $"{Address(unit)}&at={to}"))}#line-{looked[to - 1]}\">{v["work.uploads." + way]}</a>");

    private static Markup Control(WorkVisit v, Unit unit) => Html($"""
        <section><h3>{v["work.control"]}</h3><ul class="plain">{v.Read(r => Controls.Of(r, unit)).Select(c => Html($"<li>{(v.Visit.English ? Names.FundEnglish(c.Fund) : Names.Fund(c.Fund))} {v["work.control." + c.Nature]} {Fen.TenThousand(c.Fen)} {v["unit.wan"]}</li>"))}</ul>
        <form class="filter" method="post">{v.Token}<input type="hidden" name="do" value="control"><label>{v["line.fund"]} <select name="fund">{LineField.Of("fund", v, []).Select(c => Html($"<option value=\"{c.Key}\">{c.Name}</option>"))}</select></label> <label>{v["line.nature"]} <select name="nature"><option value="basic">{v["work.control.basic"]}</option><option value="project">{v["work.control.project"]}</option></select></label> <label>{v["line.fen"]} <input name="fen" class="n" inputmode="decimal" required maxlength="30"></label><button>{v["work.save"]}</button></form></section>
        """);

    private static Markup Row(WorkVisit v, Compared r, int row, bool first, bool here, IReadOnlyList<Ledger.Storage.StoredRecord> comments, bool may)
    {
        var line = r.Now ?? r.Before!;
        var said = CommentedLine.Said(v, line);
        return Html($"""
            <tr id="line-{r.Id}"{(here ? Html($" aria-current=\"true\"") : Empty)}{(!first && r.Changes ? Html($" class=\"changed\"") : Empty)}><td>{row + 1}</td><td>{said}</td><td class="n">{(r.Before is null ? first ? "" : v["work.new"] : Fen.TenThousand(r.Before.Fen))}</td><td class="n">{(r.Now is null ? v["work.gone"] : Fen.TenThousand(r.Now.Fen))}</td><td>{comments.Select(c => Html($"<p>{c["said"]} <small>{v["work.comment." + c["state"]]}</small></p>"))}{When(may, () => Html($"<details><summary>{v["work.comment.add"]}</summary><form method=\"post\">{v.Token}<input type=\"hidden\" name=\"do\" value=\"comment\"><input type=\"hidden\" name=\"about\" value=\"{r.Id}\"><input name=\"said\" required maxlength=\"1000\" aria-label=\"{v.Say("work.cell", row + 1, v["work.comment.said"])}\"><button>{v["work.comment.add"]}</button></form></details>"))}</td></tr>

            """);
    }

    private sealed record Compared(string Id, Line? Now, Line? Before)
    {
        public bool Changes => Now is null || Before is null || Now.Fen != Before.Fen || Now.Identity != Before.Identity;
    }
}
