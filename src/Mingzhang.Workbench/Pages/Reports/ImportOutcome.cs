using System.Text.Json;
using System.Text.Json.Serialization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Text;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>一次导入的结果：how many rows of which file, what differs from the last import, and every fault by sheet and cell; the same whether a request waited for it or a job did it.</summary>
internal sealed record ImportOutcome
{
    private const int MostKept = 200;

    /// <summary>文件名。</summary>
    public required string File { get; init; }

    /// <summary>是否只试读。</summary>
    public required bool Only { get; init; }

    /// <summary>是否成了。</summary>
    public required bool Stored { get; init; }

    /// <summary>识别的表。</summary>
    public required int Sheets { get; init; }

    /// <summary>识别的行。</summary>
    public required int Rows { get; init; }

    /// <summary>合计，以分计。</summary>
    public required long Fen { get; init; }

    /// <summary>与上次相同的行。</summary>
    public required int Same { get; init; }

    /// <summary>与上次相比改动的行。</summary>
    public required int Changed { get; init; }

    /// <summary>上次有而这次没有的行。</summary>
    public required int Missing { get; init; }

    /// <summary>错误的总数。</summary>
    public required int Faults { get; init; }

    /// <summary>列出的错误。</summary>
    public required IReadOnlyList<ImportFault> Listed { get; init; }

    /// <summary>与账上的没有不同：what a job had done when it was interrupted before it could say so.</summary>
    public bool There => Same > 0 && Changed == 0 && Missing == 0;

    /// <summary>导入，以求办人的名义。</summary>
    /// <param name="site">The workbench.</param>
    /// <param name="who">Who imports.</param>
    /// <param name="asked">What he chose.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="sheets">What it holds.</param>
    /// <param name="seen">Is told of each row that was looked at, and of each line that was stored; it may throw to take everything back.</param>
    public static ImportOutcome Run(WorkSite site, string who, ImportAsked asked, string file, ImportSheets sheets, Action? seen = null)
    {
        var results = new List<Imported>();
        void Work(Writing w)
        {
            results.Clear();
            foreach (var unseen in asked.Partial ? [] : sheets.Unseen)
            {
                w.Refuse(unseen);
            }

            foreach (var sheet in sheets.Grids)
            {
                results.Add(LineImport.Run(w, site.Library, sheet.Grid, new ImportRequest(sheet.Name, asked.Year, "budget", asked.Unit, asked.Text("map"), asked.Text("save"), asked.Text("money"), asked.Sure, asked.Partial, asked.Replace) { Seen = seen }));
            }
        }

        var problems = site.With(s => asked.Only ? s.Try(who, Work) : s.Write(who, Words.Standard.Say(false, "work.import.why", file), Work), writes: true);
        var faults = problems.Concat(asked.Partial ? sheets.Unseen.Concat(results.SelectMany(r => r.Problems)) : []).Distinct().ToList();
        var differences = results.Select(r => r.Difference).OfType<ImportDifference>().ToList();
        return new ImportOutcome
        {
            File = file,
            Only = asked.Only,
            Stored = problems.Count == 0,
            Sheets = sheets.Grids.Count,
            Rows = results.Sum(r => r.Stored),
            Fen = results.Sum(r => r.Fen),
            Same = differences.Sum(d => d.Same),
            Changed = differences.Sum(d => d.Changed.Count),
            Missing = differences.Sum(d => d.Missing.Count),
            Faults = faults.Count,
            Listed = [.. faults.Take(MostKept).Select(ImportFault.Of)],
        };
    }

    /// <summary>由任务记下的文字; null where there is none.</summary>
    public static ImportOutcome? Read(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize<ImportOutcome>(text);

    /// <summary>任务记下的文字。</summary>
    public string Text() => JsonSerializer.Serialize(this);

    /// <summary>一句话。</summary>
    public Reason Said() => Stored ? JobOutcome.Sentence(Only ? "work.import.would" : "work.import.done", Rows, Ledger.Lines.Fen.TenThousand(Fen)) : JobOutcome.Sentence("work.import.not", Faults);

    /// <summary>页上的结果。</summary>
    public Markup Shown(WorkVisit v) => Html($"""
        <p class="{(Stored ? "done" : "refused")}" role="{(Stored ? "status" : "alert")}">{v.Visit.Say(Said())}</p>
        <dl class="facts"><dt>{v["work.import.file"]}</dt><dd>{File}</dd><dt>{v["work.import.sheets"]}</dt><dd>{Sheets}</dd><dt>{v["work.import.rows"]}</dt><dd>{Rows}</dd><dt>{v["work.import.since"]}</dt><dd>{v.Say("work.import.difference", Same, Changed, Missing)}</dd></dl>
        {UploadedSheets.Faults(v, [.. Listed.Select(f => f.Problem)], Faults)}
        """);
}

/// <summary>导入的一处错误，可以记下。</summary>
internal sealed record ImportFault(string Chinese, string English, string Remedy, string RemedyEnglish, string? Sheet, int Row, int Column)
{
    /// <summary>还原。</summary>
    [JsonIgnore]
    public Problem Problem => Problem.Of(Chinese, English, Remedy, RemedyEnglish) with { At = Sheet is null ? null : new SheetCell(Sheet, Row, Column) };

    /// <summary>由一件不能办的事。</summary>
    public static ImportFault Of(Problem p) => new(p.Message.Chinese, p.Message.English, p.Remedy.Chinese, p.Remedy.English, p.At?.Sheet, p.At?.Row ?? 0, p.At?.Column ?? 0);
}
