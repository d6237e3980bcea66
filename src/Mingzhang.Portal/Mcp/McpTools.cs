using System.Text.Json.Nodes;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Citing;
using Mingzhang.Portal.Figures;

namespace Mingzhang.Portal.Mcp;

/// <summary>全部工具：reading only; what cannot be answered is refused with the reason, never guessed.</summary>
internal static class McpTools
{
    private static readonly McpParameter Department = new("department", "string", "code or name of the department", true);
    private static readonly McpParameter At = new("at", "string", "coordinates, such as: measure=expenditure fund=general nature=basic function=20607", true);

    public static readonly IReadOnlyList<McpTool> All =
    [
        new("find", "mcp.find", [new("query", "string", "words in Chinese, a code or the name of a department", true), new("year", "integer", "year of the passages")], Find),
        new("figure", "mcp.figure",
            [new("id", "string", "id of the figure; the other parameters are not needed then"), Department with { Needed = false }, new("year", "integer", "year of the figure"), new("phase", "string", "budget, revised, executed or final"), At with { Needed = false }], Figure),
        new("series", "mcp.series", [Department, At], Series),
        new("breakdown", "mcp.breakdown",
            [Department, new("year", "integer", "year", true), new("phase", "string", "budget (default), revised, executed or final"), new("dimension", "string", "function, economic, government-economic, fund, nature, purpose or project", true), new("at", "string", "coordinates of the whole; measure=expenditure where not given")], Breakdown),
        new("compare", "mcp.compare", [new("ids", "array", "ids of two to four figures", true)], Compare),
        new("check_citation", "mcp.citation", [new("sentence", "string", "the sentence, in Chinese, with department, year and amount", true), Department with { Needed = false }], Cite),
    ];

    private static JsonObject Find(McpCall call)
    {
        var query = call.Needed("query");
        var year = call.Whole("year");
        var codes = new[] { "functions", "economic-department" }.SelectMany(c => call.Library.Catalogues[c].Entries.Select(e => new { Catalogue = c, Entry = e }))
            .Where(e => query.All(char.IsAsciiDigit) ? e.Entry.Code.StartsWith(query, StringComparison.Ordinal) : query.Length > 1 && e.Entry.Name.Contains(query, StringComparison.Ordinal)).Take(20);
        var found = call.Archive.Search(query, call.Archive.Counts().Documents > 0 ? McpCall.Most * 4 : 0).Where(f => year is null || f.Document.Year == year).Take(McpCall.Most);
        return new JsonObject
        {
            ["departments"] = new JsonArray([.. NamedBodies.Like(query, call.Library, call.Archive.Bodies()).Take(20).Select(b => (JsonNode)McpAnswers.Body(call, b))]),
            ["codes"] = new JsonArray([.. codes.Select(e => (JsonNode)new JsonObject { ["classification"] = e.Catalogue, ["code"] = e.Entry.Code, ["name"] = e.Entry.Name, ["url"] = call.Url("/c/" + e.Entry.Code) })]),
            ["passages"] = new JsonArray([.. found.Select(f => (JsonNode)new JsonObject
            {
                ["department"] = f.Document.Body?.Name,
                ["year"] = f.Document.Year,
                ["kind"] = f.Document.Kind.ToLowerInvariant(),
                ["sort"] = f.Text.Kind.ToLowerInvariant(),
                ["text"] = f.Text.Said.Length > 400 ? f.Text.Said[..400] + "…" : f.Text.Said,
                ["place"] = call.English ? f.Text.Place.English : f.Text.Place.Chinese,
                ["document"] = f.Document.Key,
                ["url"] = call.Url("/r/" + f.Document.Key),
            })]),
        };
    }

    private static JsonObject Figure(McpCall call)
    {
        if (call.Text("id") is { Length: > 0 } id)
        {
            return new JsonObject { ["figures"] = McpAnswers.Figures(call, [call.Figure(id)]) };
        }

        var body = call.Department(call.Needed("department"));
        var year = call.Whole("year") ?? throw new McpRefusal("'year' is needed");
        var found = McpAnswers.Whole(call, McpAnswers.Point(call, call.Needed("at")), year, call.Text("phase") is { Length: > 0 } phase ? phase : "budget").SelectMany(p => call.Archive.At(p, body, McpCall.Most)).DistinctBy(s => (s.Document.Id, s.Statement.Id)).ToList();
        return found.Count > 0 ? new JsonObject { ["figures"] = McpAnswers.Figures(call, found) } : throw new McpRefusal($"{body.Name} prints nothing at this point in {year}; that is not the same as zero");
    }

    private static JsonObject Series(McpCall call)
    {
        var body = call.Department(call.Needed("department"));
        var point = McpAnswers.Point(call, call.Needed("at"));
        var space = call.Library.Space;
        IEnumerable<Point> points = point.Key("entity") is null ? [point.With(space.Member("entity", "department")!), point.With(space.Member("entity", "unit")!), point] : [point];
        var series = points.SelectMany(p => call.Archive.Series(body, p, call.Bridges)).DistinctBy(s => (s.Year, s.Phase)).OrderBy(s => s.Year).ToList();
        return new JsonObject
        {
            ["department"] = body.Name,
            ["note"] = "phases are different things; a year that is not listed is not stated, not zero",
            ["points"] = new JsonArray([.. series.Select(s =>
            {
                var one = McpAnswers.Figure(call, s.Statement);
                one["code_was_called"] = s.Bridge;
                return (JsonNode)one;
            })]),
        };
    }

    private static JsonObject Breakdown(McpCall call)
    {
        var body = call.Department(call.Needed("department"));
        var year = call.Whole("year") ?? throw new McpRefusal("'year' is needed");
        var phase = call.Text("phase") is { Length: > 0 } given ? given : "budget";
        var dimension = call.Library.Space.Dimension(call.Needed("dimension")) is { Key: "function" or "economic" or "government-economic" or "fund" or "nature" or "purpose" or "project" } known ? known : throw new McpRefusal("'dimension' is one of function, economic, government-economic, fund, nature, purpose, project");
        var whole = McpAnswers.Point(call, call.Text("at") is { Length: > 0 } at ? at : "measure=expenditure");
        var document = call.Archive.Documents(body).FirstOrDefault(d => d.Year == year && d.Kind == (phase == "budget" ? nameof(DocumentKind.Budget) : nameof(DocumentKind.Final))) ?? throw new McpRefusal($"there is no document of {body.Name} for {year} {phase}");
        var book = new FigureBook(document, call.Archive.Printed(document), call.Library.Space);
        var coordinates = string.Join(' ', whole.Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "entity" or "project")).Select(m => m.ToString()));
        var parts = book.All.Select(s => s.Statement.Point[dimension]).OfType<Member>().Distinct().Select(m => book.Amount($"{coordinates} {m}", year, phase)).OfType<ArchivedStatement>().DistinctBy(s => s.Statement.Id).ToList();
        return new JsonObject
        {
            ["whole"] = book.Amount(coordinates, year, phase) is { } total ? McpAnswers.Figure(call, total) : null,
            ["parts"] = McpAnswers.Figures(call, parts.OrderBy(p => p.Statement.Point[dimension]!.Key, StringComparer.Ordinal).Take(4 * McpCall.Most)),
            ["note"] = "codes are a tree: a shorter code holds the longer ones that begin with it",
        };
    }

    private static JsonObject Compare(McpCall call)
    {
        var figures = call.List("ids").Select(call.Figure).ToList();
        if (figures.Count is < 2 or > 4)
        {
            throw new McpRefusal("two to four ids are needed");
        }

        var differ = Comparability.Differences(figures);
        if (differ.Count > 0)
        {
            return new JsonObject { ["comparable"] = false, ["reasons"] = new JsonArray([.. differ.Select(d => (JsonNode)(call.English ? d.English : d.Chinese + " / " + d.English))]), ["figures"] = McpAnswers.Figures(call, figures) };
        }

        var first = decimal.Parse(FigureFacts.ValueOf(figures[0].Statement)!, System.Globalization.CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["comparable"] = true,
            ["figures"] = McpAnswers.Figures(call, figures),
            ["differences_from_first"] = new JsonArray([.. figures.Skip(1).Select(f => (JsonNode)(decimal.Parse(FigureFacts.ValueOf(f.Statement)!, System.Globalization.CultureInfo.InvariantCulture) - first).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture))]),
        };
    }

    private static JsonObject Cite(McpCall call)
    {
        var citation = CitationCheck.Of(call.Archive, call.Library, call.Needed("sentence"), call.Text("department") is { Length: > 0 } given ? call.Department(given) : null);
        return new JsonObject
        {
            ["verdict"] = Verdict(citation.Verdict),
            ["answer"] = CitationWords.Sentence(citation, call.English),
            ["departments"] = new JsonArray([.. citation.Bodies.Select(b => (JsonNode)McpAnswers.Body(call, b))]),
            ["figures"] = new JsonArray([.. citation.Figures.Select(f => (JsonNode)new JsonObject
            {
                ["said"] = f.Raw,
                ["read_as"] = f.Said is null ? null : PointName.Of(call.Library, f.Said.Point, call.English),
                ["verdict"] = Verdict(f.Verdict),
                ["matches"] = McpAnswers.Figures(call, f.Found),
                ["nearest"] = McpAnswers.Figures(call, f.Nearest),
            })]),
        };
    }

    private static string Verdict(CitedVerdict verdict) => verdict switch
    {
        CitedVerdict.Matches => "matches",
        CitedVerdict.Elsewhere => "elsewhere",
        CitedVerdict.Unread => "not understood",
        CitedVerdict.NoDocument => "no document",
        CitedVerdict.Differs => "differs",
        _ => "no such figure",
    };
}
