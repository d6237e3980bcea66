using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents;
using Mingzhang.Ledger;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>上传的表：hostile until proven otherwise, so bounded in size, time and number at once; what it holds, or why nothing.</summary>
internal sealed record UploadedSheets(string Name, ImportSheets Sheets, byte[] Bytes)
{
    private const int MostShown = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly SemaphoreSlim Gate = new(2);

    /// <summary>收下并读出各表。</summary>
    public static async Task<UploadedSheets> Of(WorkVisit v)
    {
        if (v.Upload("file") is not { Length: > 0 } file)
        {
            return new UploadedSheets("", Not(Problem.Of("没有选文件，或文件是空的", "no file was chosen, or it is empty", "请选一个 Excel 或 CSV 文件", "choose an Excel or CSV file")), []);
        }

        using var stream = new MemoryStream((int)file.Length);
        await file.CopyToAsync(stream, v.Context.RequestAborted);
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var bytes = stream.ToArray();
        return new UploadedSheets(name, await Read(name, bytes), bytes);
    }

    /// <summary>任务再读一次; what took no longer than a request waits is read by a busy machine, too.</summary>
    public static ImportSheets Again(string name, byte[] bytes, TimeSpan patience, CancellationToken stop)
    {
        var work = Task.Run(() => Read(name, bytes, () => { }), CancellationToken.None);
        return work.Wait((int)patience.TotalMilliseconds, stop) ? work.Result : Busy;
    }

    /// <summary>金额单位的选择。</summary>
    public static Markup Money(WorkVisit v) => Html($"""
        <select name="money"><option value="">{v["work.import.asheader"]}</option><option value="{MoneyUnit.Yuan.Name}">{v["work.yuan"]}</option><option value="{MoneyUnit.TenThousand.Name}">{v["work.wan"]}</option></select>
        """);

    /// <summary>各处错误，按表和单元格。</summary>
    public static Markup Faults(WorkVisit v, IReadOnlyList<Problem> faults, int? all = null) => Html($"""
        {When(faults.Count > 0, () => Html($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{v["work.import.fault"]}\"><table class=\"list\"><thead><tr><th scope=\"col\">{v["work.import.cell"]}</th><th scope=\"col\">{v["work.import.fault"]}</th><th scope=\"col\">{v["work.import.remedy"]}</th></tr></thead><tbody>{faults.Take(MostShown).Select(f => Html($"<tr><td>{f.At?.ToString()}</td><td>{v.Visit.Say(f.Message)}</td><td>{v.Visit.Say(f.Remedy)}</td></tr>\n"))}</tbody></table></div>"))}
        {When((all ?? faults.Count) > MostShown, () => Html($"<p class=\"none\">{v.Say("work.import.more", (all ?? faults.Count) - MostShown)}</p>"))}
        """);

    // Nobody waits for it for ever, and its place is only given back when the work has ended.
    private static async Task<ImportSheets> Read(string name, byte[] bytes)
    {
        if (!await Gate.WaitAsync(Patience))
        {
            return Busy;
        }

        var work = Task.Run(() => Read(name, bytes, () => Gate.Release()));
        try
        {
            return await work.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return Busy;
        }
    }

    private static ImportSheets Read(string name, byte[] bytes, Action ended)
    {
        try
        {
            return ImportSheets.Of(name, bytes, null, () => Opening.Bytes(name, bytes).Paper);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Not(Problem.Of($"{Problem.Shown(name)}：读不出来", $"{Problem.Shown(name)}: cannot be read", "请另存为 .xlsx 或 .csv", "save it as .xlsx or .csv"));
        }
        finally
        {
            ended();
        }
    }

    private static ImportSheets Busy { get; } = Not(Problem.Of("文件太大或太复杂，没有按时读完", "the file is too large or intricate: it was not read in time", "分成几份，或另存为 .csv", "import it in parts, or save it as .csv"));

    private static ImportSheets Not(Problem problem) => new([], [], problem);
}
