using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports.Grid;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>收入和支出的预算行：a table in which one types; saved whole, or not at all with every fault beside its row. Works without script.</summary>
internal static class LinesPage
{
    private const int PageRows = 100, NewRows = 5;

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, null, [], Empty) : WorkAnswer.Missing;

    /// <summary>保存。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        var typed = Typed(v, unit);
        var faults = new List<RowFault>();
        var problems = v.WriteUnit(v["work.edit"], unit.Code, w => Save(v, w, unit, typed, faults));
        if (problems.Count == 0)
        {
            return WorkAnswer.Go(ReportPage.Address(unit, v.Part(4)) + "&saved=1&page=" + Page(v).ToString(CultureInfo.InvariantCulture));
        }

        // What was typed is shown again, so that nothing of it is lost.
        return Form(v, unit, [.. typed.Select(t => t.Line)], faults, Refused.List(v, [.. problems.Where(p => faults.TrueForAll(f => f.Problem != p))]));
    }

    private static void Save(WorkVisit v, Writing w, Unit unit, List<TypedLine> typed, List<RowFault> faults)
    {
        faults.Clear();
        var book = new LineBook(w, v.Site.Library, unit);
        foreach (var (row, line) in typed.Index())
        {
            if (line.Remove)
            {
                book.Remove(line.Line);
                continue;
            }

            var before = line.Line.Id.Length == 0 ? null : w.Find(Kinds.Line, line.Line.Id);
            if (before is not null && before.Version == line.Line.Version && line.Amount is null && Line.Of(before) == line.Line)
            {
                continue;
            }

            if (line.Amount is { } wrong)
            {
                Fault("fen", wrong);
            }

            var entered = line.Line with { Source = "" };
            var bad = false;
            entered = book.Check(entered, Fault);
            if (!bad && line.Amount is null)
            {
                book.Store(entered);
            }

            void Fault(string field, Problem problem)
            {
                bad = true;
                faults.Add(new RowFault(row, field, problem));
                w.Refuse(problem);
            }
        }

        if (faults.Count == 0)
        {
            book.Done();
        }
    }

    private static List<TypedLine> Typed(WorkVisit v, Unit unit)
    {
        var (ids, fields) = (v.Fields("id"), FieldsOf(v));
        var stored = v.Read(r => LineRows.Of(r, unit)).ToDictionary(l => l.Id, StringComparer.Ordinal);
        var columns = fields.ToDictionary(f => f.Key, f => v.Fields(f.Key), StringComparer.Ordinal);
        var versions = v.Fields("version");
        var removed = v.Fields("remove").ToHashSet(StringComparer.Ordinal);
        var typed = new List<TypedLine>();
        for (var i = 0; i < ids.Count && i < versions.Count && columns.Values.All(c => i < c.Count); i++)
        {
            var line = stored.GetValueOrDefault(ids[i]) ?? new Line { Year = unit.Year, Unit = unit.Code, Measure = v.Part(4) == "income" ? "income" : "expenditure", Fen = 0 };
            line = line with { Version = long.TryParse(versions[i], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0 };
            var amount = columns["fen"][i].Trim();
            if (ids[i].Length == 0 && amount.Length == 0 && columns.Where(c => c.Key is not ("fund" or "nature" or "measure")).All(c => c.Value[i].Trim().Length == 0))
            {
                continue;
            }

            foreach (var field in fields)
            {
                line = field.Set(line, columns[field.Key][i].Trim());
            }

            var fen = Fen.Read(amount, 10_000m);
            typed.Add(new TypedLine(line with { Fen = fen ?? 0 }, removed.Contains(ids[i]) && ids[i].Length > 0, fen is not null ? null : LineFaults.NoAmount(amount)));
        }

        return typed;
    }

    private static IReadOnlyList<LineField> FieldsOf(WorkVisit v) => v.Part(4) == "income" ? LineField.Income : LineField.Spending;

    /// <summary>一行的地址：the page that it stands on, with the line marked.</summary>
    public static string Address(Unit unit, string part, string line) => ReportPage.Address(unit, part) + "&line=" + Uri.EscapeDataString(line) + "#line-" + Uri.EscapeDataString(line);

    private static int Page(WorkVisit v) => Math.Max(1, WorkVisit.Whole(v.Visit.Ask("page")) ?? 1);

    // What was typed, or the lines of the page as they are stored.
    private static WorkAnswer Form(WorkVisit v, Unit unit, List<Line>? typed, List<RowFault> faults, Markup said)
    {
        var may = ReportPage.MayEdit(v, unit);
        var fields = FieldsOf(v);
        var projects = v.Read(r => Projects.Of(r, unit));
        var all = v.Read(r => LineRows.Of(r, unit)).Where(l => l.Phase == "budget" && l.Spending == (v.Part(4) != "income")).ToList();
        var blank = new Line { Year = unit.Year, Unit = unit.Code, Fen = 0, Fund = "general", Nature = v.Part(4) == "income" ? "" : "public", Measure = v.Part(4) == "income" ? "income" : "expenditure" };
        var page = v.Visit.Ask("line") is { Length: > 0 } asked && all.FindIndex(l => l.Id == asked) is >= 0 and var at ? (at / PageRows) + 1 : Page(v);
        List<Line> shown = [.. typed ?? all.Skip((page - 1) * PageRows).Take(PageRows), .. may ? Enumerable.Repeat(blank, NewRows) : []];
        var saved = v.Visit.Ask("saved").Length > 0 && said.IsEmpty && faults.Count == 0;
        var pages = (all.Count + PageRows - 1) / PageRows;
        var body = Html($"""
            {When(saved, () => Html($"<p class=\"done\" role=\"status\">{v["work.saved"]}</p>"))}
            {When(faults.Count > 0, () => Html($"<div class=\"refused\" role=\"alert\"><p>{v.Say("work.faults", faults.Count)}</p><ul class=\"plain\">{faults.Select(f => Html($"<li><a href=\"#row-{f.Row}\">{v.Say("work.row", f.Row + 1)}{When(f.Field.Length > 0, () => Html($" · {v["line." + f.Field]}"))}</a> {v.Visit.Say(f.Problem.Message)} {v.Visit.Say(f.Problem.Remedy)}</li>"))}</ul></div>"))}
            {When(!may, () => ReportPage.ReadOnly(v, unit))}
            {Place(v, unit)}<div id="plain-lines"><form method="post" action="{v.To(ReportPage.Address(unit, v.Part(4)) + "&page=" + page.ToString(CultureInfo.InvariantCulture))}">{v.Token}
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.line"]}"><table class="lines"><caption>{v.Say("work.lines.sum", all.Count, Fen.TenThousand(all.Sum(l => l.Fen)))} {v["unit.wan"]}</caption><thead><tr><th scope="col">#</th>{fields.Select(f => Html($"<th scope=\"col\">{v["line." + f.Key]}</th>"))}{When(may, () => Html($"<th scope=\"col\">{v["work.remove"]}</th>"))}</tr></thead><tbody>
            {shown.Select((l, i) => Row(v, l, i, fields, projects, may, faults))}</tbody></table></div>
            {When(may, () => Html($"<p><button>{v["work.save"]}</button> <small>{v["work.save.about"]}</small></p>"))}</form>
            {When(pages > 1, () => Html($"<nav class=\"years\" aria-label=\"{v["pages"]}\">{Enumerable.Range(1, pages).Select(p => Html($"<a href=\"{v.To(ReportPage.Address(unit, v.Part(4)) + "&page=" + p.ToString(CultureInfo.InvariantCulture))}\"{(p == page ? Html($" aria-current=\"page\"") : Empty)}>{p}</a> "))}</nav>"))}</div>
            """);
        var answer = ReportPage.Page(v, unit, v.Part(4), said, body) with { Scripts = [WorkAssets.GridStyle, WorkAssets.GridScript] };
        return faults.Count > 0 ? answer with { Status = 422 } : answer;
    }

    // Where the grid comes to stand, if the page's script runs; it asks for its lines itself.
    private static Markup Place(WorkVisit v, Unit unit)
    {
        var (part, lines) = (v.Part(4), ReportPage.Address(unit, "lines"));
        return Html($"<div id=\"grid\" hidden data-address=\"{v.To(lines + "&part=" + part)}\" data-live=\"{v.To(ReportPage.Address(unit, "live"))}\" data-checks=\"{v.To(ReportPage.Address(unit, "checks"))}\" data-part=\"{part}\" data-unit=\"{unit.Year}/{unit.Code}/{part}\" data-signin=\"{v.To("/work/in?to=" + Uri.EscapeDataString(ReportPage.Address(unit, part)))}\" data-label=\"{v.Say("grid.label", unit.Name)}\"></div>");
    }

    private static Markup Row(WorkVisit v, Line line, int row, IReadOnlyList<LineField> fields, IReadOnlyList<Project> projects, bool may, List<RowFault> faults) => Html($"""
        <tr id="row-{row}"{(faults.Exists(f => f.Row == row) ? Html($" class=\"faulty\"") : Empty)}><td class="n"{When(line.Id.Length > 0, () => Html($" id=\"line-{line.Id}\""))}>{row + 1}{When(may, () => Html($"<input type=\"hidden\" name=\"id\" value=\"{line.Id}\"><input type=\"hidden\" name=\"version\" value=\"{line.Version}\">"))}</td>{fields.Select(f => Cell(v, line, row, f, projects, may, faults.Exists(x => x.Row == row && x.Field == f.Key)))}{When(may, () => line.Id.Length == 0 ? Html($"<td></td>") : Html($"<td><input type=\"checkbox\" name=\"remove\" value=\"{line.Id}\" aria-label=\"{v.Say("work.remove.row", row + 1)}\"></td>"))}</tr>

        """);

    private static Markup Cell(WorkVisit v, Line line, int row, LineField field, IReadOnlyList<Project> projects, bool may, bool faulty)
    {
        var value = field.Get(line);
        var choices = LineField.Of(field.Choices, v, projects);
        var name = v.Say("work.cell", row + 1, v["line." + field.Key]);
        var invalid = When(faulty, () => Html($" aria-invalid=\"true\""));
        return !may ? Html($"<td{(field.Key == "fen" ? Html($" class=\"n\"") : Empty)}>{choices.FirstOrDefault(c => c.Key == value)?.Name ?? value}{Name(v, line, field)}</td>")
            : field.Choices.Length > 0 ? Html($"<td><select name=\"{field.Key}\" aria-label=\"{name}\"{invalid}><option value=\"\"></option>{choices.Select(c => Html($"<option value=\"{c.Key}\"{(c.Key == value ? Html($" selected") : Empty)}>{c.Name}</option>"))}{When(value.Length > 0 && choices.All(c => c.Key != value), () => Html($"<option value=\"{value}\" selected>{value}</option>"))}</select></td>")
            : Html($"<td><input name=\"{field.Key}\" value=\"{value}\" aria-label=\"{name}\" maxlength=\"200\"{(field.Key == "fen" ? Html($" class=\"n\" inputmode=\"decimal\"") : Empty)}{invalid}>{Name(v, line, field)}</td>");
    }

    // What a code is called stands beside it.
    private static Markup Name(WorkVisit v, Line line, LineField field) => field.Catalogue.Length > 0 && v.Site.Library.Catalogues[field.Catalogue].Find(field.Get(line), line.Year) is { } entry ? Html($" <small>{entry.Name}</small>") : Empty;

    // A line as it was typed: what its amount says is told apart where it is none.
    private sealed record TypedLine(Line Line, bool Remove, Problem? Amount);

    private sealed record RowFault(int Row, string Field, Problem Problem);
}
