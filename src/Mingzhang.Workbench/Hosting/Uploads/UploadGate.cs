using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Workbench.Accounts;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Hosting.Uploads;

/// <summary>上传的关口：what a person uploads in a day is bounded, and each file is shown to the operator's scanner, where there is one, before anything reads it.</summary>
internal static class UploadGate
{
    /// <summary>不收的说明; null where all may pass.</summary>
    public static async Task<WorkAnswer?> Refuse(WorkVisit v, IFormFileCollection files)
    {
        var settings = v.Context.RequestServices.GetRequiredService<AccountSettings>();
        var bytes = files.Sum(f => f.Length);
        if (!new UploadUse(v.Site.Accounts).Take(v.Who, files.Count, bytes, settings.UploadsADay))
        {
            v.Site.Accounts.Tell(v.Who, "upload refused", "quota");
            return Page(v, v.Say("work.upload.quota", Megabytes.Of(settings.UploadsADay), UploadUse.MostFiles), StatusCodes.Status429TooManyRequests);
        }

        foreach (var file in settings.Scanner is null ? [] : files.Where(f => f.Length > 0))
        {
            await using var stream = file.OpenReadStream();
            var verdict = await settings.Scanner!.Scan(stream, v.Context.RequestAborted);
            if (verdict.Clean)
            {
                continue;
            }

            v.Site.Accounts.Tell(v.Who, "upload refused", verdict.Found ?? "scanner");
            return verdict.Found is { } found ? Page(v, v.Say("work.upload.virus", Pages.Uploads.UploadsPage.Name(file.FileName), found), StatusCodes.Status422UnprocessableEntity) : Page(v, v["work.upload.unscanned"], StatusCodes.Status503ServiceUnavailable);
        }

        return null;
    }

    private static WorkAnswer Page(WorkVisit v, string why, int status) => WorkAnswer.Page(v["work.upload.refused"], Html($"""
        <h1>{v["work.upload.refused"]}</h1><p role="alert">{why}</p><p><a href="{v.To(v.Context.Request.Path + v.Context.Request.QueryString)}">{v["work.toolarge.back"]}</a></p>
        """)) with
    { Status = status };
}

/// <summary>一人一天上传多少。</summary>
internal sealed class UploadUse(AccountRows rows)
{
    /// <summary>一天至多几个文件。</summary>
    public const int MostFiles = 5000;

    /// <summary>记上; false where it would be more than a day's.</summary>
    public bool Take(string who, int files, long bytes, long most) => rows.Write(s =>
    {
        var day = rows.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        s.Run("DELETE FROM work_upload_use WHERE day < @day", ("day", day));
        s.Run("INSERT INTO work_upload_use (who, day, files, bytes) VALUES (@who, @day, 0, 0) ON CONFLICT (who, day) DO NOTHING", ("who", who), ("day", day));
        return s.Run("UPDATE work_upload_use SET files = files + @files, bytes = bytes + @bytes WHERE who = @who AND day = @day AND files + @files <= @mostfiles AND bytes + @bytes <= @most",
            ("files", (long)files), ("bytes", bytes), ("who", who), ("day", day), ("mostfiles", (long)MostFiles), ("most", most)) == 1;
    });
}
