using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Publishing.Archiving;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;
using Mingzhang.Workbench.Jobs.Kinds;
using Mingzhang.Workbench.Pages.Jobs;
using Mingzhang.Workbench.Pages.Settings;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>归档外来的公开文本：disclosures of other districts or years go into the archive from here, a few files or a zip at once, and each file is told what became of it.</summary>
internal static class ArchivePage
{
    private const int LongestName = 200, MostUploaded = 500;

    // One batch at a time: reading takes most of a core, and the portal answers meanwhile.
    private static readonly SemaphoreSlim Turn = new(1);

    public static WorkAnswer Show(WorkVisit v) => BackupPage.May(v) ? Form(v, Empty, 200) : WorkAnswer.Forbidden;

    /// <summary>收下并归档。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (!BackupPage.May(v))
        {
            return WorkAnswer.Forbidden;
        }

        var files = v.Uploads("file").Where(f => f.Length > 0).ToList();
        if (files.Count is 0 or > MostUploaded)
        {
            return Form(v, Refused.List(v, [Problem.Of(files.Count == 0 ? "没有选文件，或文件是空的" : $"一次至多 {MostUploaded} 份，这里有 {files.Count} 份", files.Count == 0 ? "no file was chosen, or it is empty" : $"at most {MostUploaded} files at once; here are {files.Count}", "请选公开文本或含有它们的 zip，分批上传", "choose disclosures, or a zip of them, and upload them in portions")]), 422);
        }

        // As they come into memory within the bound of the upload; what is more than a request waits for is done in the background.
        var given = await Given(v, files);
        var listed = ArchiveIntake.Listed(given);
        if (listed.Files.Count > ArchiveIntake.MostFiles)
        {
            return v.Site.Jobs.Ask(v.Site.Jobs.Kinds["archive"], v.Who, v.Year, new Dictionary<string, string>(StringComparer.Ordinal) { ["names"] = string.Join('\n', given.Select(g => g.Name)) }, [.. given.Select(g => new JobFile(g.Name, g.Bytes))], out var problem) is { } job
                ? WorkAnswer.Go(JobPage.Of(job)) : Form(v, Refused.List(v, [problem!]), 422);
        }

        if (!await Turn.WaitAsync(TimeSpan.Zero))
        {
            return Form(v, Refused.List(v, [Problem.Of("另一批正在归档", "another batch is being filed", "请等它结束后再上传；已归入的会跳过", "wait until it has ended; what is filed already is passed over")]), 503);
        }

        try
        {
            var stop = v.Context.RequestAborted;
            var results = await Task.Run(() => new ArchiveIntake(v.Site.Archive, v.Site.Library).Run(listed, null, stop), stop);
            ArchiveUploads.Filed(v.Site, v.Who, results);
            return Form(v, Report(v, results), results.Any(r => r.Outcome != IntakeOutcome.Refused) ? 200 : 422);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<List<GivenFile>> Given(WorkVisit v, List<IFormFile> files)
    {
        var given = new List<GivenFile>();
        foreach (var file in files)
        {
            using var stream = new MemoryStream((int)file.Length);
            await file.CopyToAsync(stream, v.Context.RequestAborted);
            given.Add(new GivenFile(Unique(given, UploadsPage.Name(file.FileName)), stream.ToArray()));
        }

        return given;
    }

    // Two files of one name stay two.
    private static string Unique(List<GivenFile> given, string name)
    {
        var unique = name;
        for (var i = 2; given.Exists(g => g.Name == unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)} ({i}){Path.GetExtension(name)}");
        }

        return unique.Length <= LongestName ? unique : unique[^LongestName..];
    }

    private static Markup Report(WorkVisit v, IReadOnlyList<IntakeResult> results) => Html($"""
        <section role="status"><h2>{v["work.archive.report"]}</h2><p>{v.Say("work.archive.counts", Count(results, IntakeOutcome.Filed), Count(results, IntakeOutcome.Known), Count(results, IntakeOutcome.Refused))}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="{v["work.archive.report"]}"><table class="list"><thead><tr><th scope="col">{v["work.uploads.document"]}</th><th scope="col">{v["work.archive.outcome"]}</th><th scope="col">{v["work.archive.read"]}</th><th scope="col" class="n">{v["work.uploads.errors"]}</th><th scope="col" class="n">{v["work.uploads.warnings"]}</th></tr></thead><tbody>
        {results.Select(r => Row(v, r))}</tbody></table></div></section>
        """);

    private static Markup Row(WorkVisit v, IntakeResult r) => Html($"""
        <tr><th scope="row">{r.Name}</th><td class="outcome">{(r.Outcome == IntakeOutcome.Refused ? Html($"<b class=\"bad\">{v["work.archive.refused"]}</b>") : Html($"{v["work.archive." + Key(r.Outcome)]}"))} {When(r.Why is not null, () => Html($"{v.Visit.Say(r.Why!)}{v["stop"]} "))}{When(r.Remedy is not null, () => Html($"<small>{v.Visit.Say(r.Remedy!)}</small>"))}{When(r.Unnamed, () => Html($"<small>{v["work.archive.unnamed"]}</small>"))}</td>
        <td>{(r.Outcome is IntakeOutcome.Filed or IntakeOutcome.Known && r.Hash.Length > 0 ? Html($"<a href=\"{v.To("/r/" + r.Hash[..ArchivedDocument.KeyLength])}\">{Named(v, r)}</a>") : Html($"{When(r.Facts is not null, () => Html($"{Named(v, r)}"))}"))}</td><td class="n">{When(r.Outcome == IntakeOutcome.Filed, () => Html($"{r.Errors}"))}</td><td class="n">{When(r.Outcome == IntakeOutcome.Filed, () => Html($"{r.Warnings}"))}</td></tr>

        """);

    private static string Named(WorkVisit v, IntakeResult r) => r.Facts is { Entity.Length: > 0 } facts ? facts.Entity + " " + facts.Year?.ToString(CultureInfo.InvariantCulture) : v["work.archive.see"];

    private static string Key(IntakeOutcome outcome) => outcome switch { IntakeOutcome.Filed => "filed", IntakeOutcome.Known => "known", _ => "joined" };

    private static int Count(IReadOnlyList<IntakeResult> results, IntakeOutcome outcome) => results.Count(r => r.Outcome == outcome);

    private static WorkAnswer Form(WorkVisit v, Markup said, int status) => WorkAnswer.Page(v["work.settings.archive"], Html($"""
        <h1>{v["work.settings.archive"]}</h1><p class="lead">{v["work.settings.archive.about"]}</p>{said}
        <form class="entry" method="post" enctype="multipart/form-data" action="{v.To(UploadBounds.ArchiveAddress)}">{v.Token}<label>{v["work.archive.files"]}<input type="file" name="file" multiple required accept=".pdf,.ofd,.docx,.doc,.wps,.xlsx,.xls,.et,.html,.htm,.txt,.md,.csv,.rtf,.odt,.ods,.zip"><small>{v.Say("work.archive.bounds", ArchiveIntake.MostFiles, UploadBounds.Archive / 1024 / 1024)}</small></label><button>{v["work.archive.add"]}</button></form>
        <p class="soft">{v["work.archive.folder"]} <span class="code">mingzhang archive --database {v.Site.With(s => s.Address)} 2025/*.pdf</span></p>
        """), "/work/settings") with
    { Status = status };
}
