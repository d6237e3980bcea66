using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Mingzhang.Ledger;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Live;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>保存改动的地址：edits come in bounded numbers, each is answered; whoever looks at the same unit is told.</summary>
internal static class LinesAddress
{
    private const long MostBytes = 4L * 1024 * 1024;
    private const int MostDepth = 8;

    /// <summary>收下并保存。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit || LineList.FieldsOf(v) is not { } fields)
        {
            // His roles, or the unit, are others since the page was opened; what he typed stays in the page.
            return JsonText.Refused(v, StatusCodes.Status404NotFound, Problem.Of("没有保存：您现在不能填报这个单位，您的角色或单位可能刚刚变动", "nothing was saved: you cannot work on this unit now, your roles or the unit may just have changed", "所填的仍在本页和这台电脑上，请勿关闭，先复制出来；再与部门汇总人员联系", "what you typed is still on this page and on this computer: copy it before you close the page, and ask the department's officer"));
        }

        if (await Body(v) is not { } body)
        {
            return JsonText.Refused(v, StatusCodes.Status422UnprocessableEntity, Problem.Of("发来的不是改动", "what was sent is no list of edits", "请刷新页面再试", "load the page again"));
        }

        using (body)
        {
            if (LineEdit.Read(body.RootElement, fields) is not { } edits)
            {
                return JsonText.Refused(v, StatusCodes.Status422UnprocessableEntity, Problem.Of($"发来的不是改动，或一次多于 {LineEdit.Most} 处", $"what was sent is no list of edits, or more than {LineEdit.Most} at once", "请刷新页面，分次保存", "load the page again and save in parts"));
            }

            LineSaving? saving = null;
            var problems = v.WriteUnit(v["work.edit"], unit.Code, w =>
            {
                saving = new LineSaving(v, w, unit, fields, ReferenceEquals(fields, LineField.Income));
                saving.Do(edits);
            });
            if (problems.Count > 0)
            {
                return JsonText.Refused(v, StatusCodes.Status409Conflict, problems);
            }

            var sums = v.Read(r => LineList.Sums(r, unit));
            if (saving!.Stored.Count + saving.Removed.Count > 0)
            {
                v.Site.News.Tell(NewsKey.Of(unit), new JsonObject
                {
                    ["client"] = LineEdit.Text(body.RootElement, "client") ?? "",
                    ["who"] = v.Who,
                    ["part"] = v.Visit.Ask("part"),
                    ["lines"] = JsonText.List(saving.Stored.Select(l => LineList.Cells(l, fields))),
                    ["removed"] = JsonText.Texts(saving.Removed),
                    ["sums"] = sums.DeepClone(),
                });
            }

            return JsonText.Answer(new JsonObject { ["edits"] = JsonText.List(saving.Answers), ["sums"] = sums });
        }
    }

    /// <summary>发来的 JSON; null where it is none, or too long.</summary>
    public static async Task<JsonDocument?> Body(WorkVisit v)
    {
        var request = v.Context.Request;
        if (!request.HasJsonContentType() || request.ContentLength > MostBytes)
        {
            return null;
        }

        using var stream = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, v.Context.RequestAborted)) > 0)
        {
            stream.Write(buffer, 0, read);
            if (stream.Length > MostBytes)
            {
                return null;
            }
        }

        try
        {
            return JsonDocument.Parse(stream.ToArray(), new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
