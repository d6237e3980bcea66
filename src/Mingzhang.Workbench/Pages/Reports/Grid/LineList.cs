using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Text;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>表格的内容：columns, lines, control figures and sentences, once when the page opens; then only what changes.</summary>
internal static class LineList
{
    private const string WordsOfScript = "grid.js.";

    private static readonly string[] Fiscal = ["general", "government-funds", "state-capital"];

    /// <summary>所求的各栏; null where there is no such part.</summary>
    public static IReadOnlyList<LineField>? FieldsOf(WorkVisit v) => v.Visit.Ask("part") switch { "income" => LineField.Income, "spending" => LineField.Spending, _ => null };

    /// <summary>送出表格的内容。</summary>
    public static WorkAnswer Show(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit || FieldsOf(v) is not { } fields)
        {
            return JsonText.Answer(new JsonObject { ["missing"] = true }, 404);
        }

        var income = ReferenceEquals(fields, LineField.Income);
        return v.Read(r =>
        {
            var projects = Projects.Of(r, unit);
            return JsonText.Answer(new JsonObject
            {
                ["who"] = v.Who,
                ["client"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
                ["token"] = v.Context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(v.Context).RequestToken,
                ["may"] = ReportPage.May(v, r, unit, "edit"),
                ["most"] = LineEdit.Most,
                ["columns"] = JsonText.List(fields.Select(f => Column(v, unit, f, projects))),
                ["blank"] = income ? new JsonObject { ["measure"] = "income", ["fund"] = "general" } : new JsonObject { ["fund"] = "general", ["nature"] = "public" },
                ["lines"] = JsonText.List(LineRows.Of(r, unit).Where(l => l.Phase == "budget" && l.Spending != income).Select(l => Cells(l, fields))),
                ["sums"] = Sums(r, unit),
                ["controls"] = JsonText.List(Controls.Of(r, unit).Select(c => JsonText.List([c.Fund, c.Nature, c.Fen]))),
                ["fiscal"] = JsonText.Texts(Fiscal),
                ["funds"] = Named(v, "fund"),
                ["groups"] = Named(v, "nature"),
                ["words"] = new JsonObject(Words.Standard.Keys.Where(k => k.StartsWith(WordsOfScript, StringComparison.Ordinal)).Select(k => KeyValuePair.Create<string, JsonNode?>(k[WordsOfScript.Length..], v[k]))),
            });
        });
    }

    /// <summary>一行：number, version, and what stands in its cells.</summary>
    public static JsonArray Cells(Line line, IReadOnlyList<LineField> fields) => JsonText.List([line.Id, line.Version, .. fields.Select(f => (JsonNode)f.Get(line))]);

    /// <summary>各口径、资金性质和支出性质之和。</summary>
    public static JsonArray Sums(Reading reading, Unit unit) => JsonText.List(LineRows.Sums(reading, unit).Select(s => JsonText.List([s.Measure, s.Fund, s.Group, s.Fen])));

    private static JsonObject Column(WorkVisit v, Unit unit, LineField field, IReadOnlyList<Project> projects)
    {
        var sounds = v.Site.Library.Terms.Sounds;
        return new JsonObject
        {
            ["key"] = field.Key,
            ["title"] = v["line." + field.Key],
            ["kind"] = field.Key == "fen" ? "amount" : field.Choices.Length > 0 ? "choice" : field.Catalogue.Length > 0 ? "code" : "text",
            ["choices"] = JsonText.List(LineField.Of(field.Choices, v, projects).Select(c => JsonText.Texts(c.Key, c.Name, sounds.Initials(v.Visit.English && c.Other.Length > 0 ? c.Other : c.Name), c.Other))),
            ["codes"] = field.Catalogue.Length > 0 ? CodeList.Of(v.Site.Library, field.Catalogue, unit.Year).Path : "",
        };
    }

    private static JsonObject Named(WorkVisit v, string dimension) => new(v.Site.Library.Space.Members.Where(m => m.Dimension.Key == dimension)
        .Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, v.Visit.English ? m.English : m.Chinese)));
}
