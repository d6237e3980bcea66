using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Budget;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>公开文本的核对：what our checks find in the text that the lines make, asked for beside the table, since a whole text is composed for it.</summary>
internal static class TextChecks
{
    private const int MostShown = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>核对，并列出各处问题，错误在前。</summary>
    public static async Task<WorkAnswer> Show(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return JsonText.Answer(new JsonObject { ["missing"] = true }, 404);
        }

        // One at a time: it costs as much as a hundred edits, and those go first.
        if (!await Gate.WaitAsync(Patience))
        {
            return JsonText.Answer(new JsonObject { ["busy"] = true }, 503);
        }

        try
        {
            var composed = v.Read(r => PreviewPage.Compose(v, r, unit));
            var report = composed is null ? null : Publication.Check(v.Site.Library, composed, v.Read(r => RuleSettings.Of(r, Books.Of(v).Key)));
            var leads = report is null ? null : new BudgetPlaces(v, unit, composed!, report);
            var checks = report?.Checks.Where(c => c.Compared is not null).DistinctBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id, StringComparer.Ordinal) ?? [];
            return JsonText.Answer(new JsonObject
            {
                ["count"] = report?.Findings.Count ?? 0,
                ["findings"] = JsonText.List((report?.Findings ?? []).OrderByDescending(f => f.Severity).Take(MostShown).Select(f => Finding(v, f, checks, leads!))),
            });
        }
        finally
        {
            Gate.Release();
        }
    }

    private static JsonObject Finding(WorkVisit v, Finding found, Dictionary<string, Check> checks, FindingPlaces leads) => new()
    {
        ["severity"] = found.Severity.ToString().ToLowerInvariant(),
        ["rule"] = found.Rule,
        ["message"] = v.Visit.Say(found.Message),
        ["suggestion"] = (found.Suggestion is { } suggestion ? v.Visit.Say(suggestion) + v["stop"] : "") + v["work.lead"] + string.Join(v.Visit.English ? ", " : "、", leads.Leads(found).Select(l => l.Name)),
        ["equation"] = found.Checks.Select(c => checks.GetValueOrDefault(c)?.Compared).OfType<Comparison>().FirstOrDefault() is { } compared && compared.Expected != compared.Found
            ? v.Say("grid.equation", Number(compared.Found), Number(compared.Expected), Number(Math.Abs(compared.Expected - compared.Found))) : "",
    };

    private static string Number(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);
}
