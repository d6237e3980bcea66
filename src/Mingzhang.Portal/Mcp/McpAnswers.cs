using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;

namespace Mingzhang.Portal.Mcp;

/// <summary>回答的写法：a figure with value, unit, phase, version, place and state of its checks.</summary>
internal static class McpAnswers
{
    /// <summary>一个数。</summary>
    public static JsonObject Figure(McpCall call, ArchivedStatement found)
    {
        var f = FigureFacts.Of(call.Archive, call.Library, found, call.English);
        return new JsonObject
        {
            ["id"] = f.Id,
            ["department"] = f.Department,
            ["name"] = f.Name,
            ["point"] = f.Point,
            ["kind"] = f.Kind,
            ["year"] = f.Year,
            ["phase"] = f.Phase,
            ["scope"] = f.Scope,
            ["value"] = f.Value,
            ["unit"] = f.Unit,
            ["printed"] = f.Printed,
            ["printed_unit"] = f.PrintedUnit,
            ["document"] = f.Document,
            ["version"] = f.Version,
            ["place"] = f.Place,
            ["page"] = f.Page,
            ["url"] = call.Url(f.Address),
            ["checks"] = new JsonObject { ["state"] = f.Checks, ["held"] = f.Held, ["broken"] = f.Broken, ["not_checked"] = f.Unchecked },
        };
    }

    /// <summary>若干个数。</summary>
    public static JsonArray Figures(McpCall call, IEnumerable<ArchivedStatement> all) => [.. all.Select(s => (JsonNode)Figure(call, s))];

    /// <summary>一个部门。</summary>
    public static JsonObject Body(McpCall call, Body body) => new()
    {
        ["code"] = body.Code,
        ["name"] = body.Name,
        ["documents"] = new JsonArray([.. call.Archive.Documents(body).Select(d => (JsonNode)$"{d.Year?.ToString(CultureInfo.InvariantCulture) ?? "?"} {d.Kind.ToLowerInvariant()} {d.Scope.ToLowerInvariant()} {d.Key}")]),
        ["url"] = call.Url("/d/" + body.Code),
    };

    /// <summary>点，按坐标的写法。</summary>
    public static Point Point(McpCall call, string coordinates) =>
        call.Library.Space.Parse(coordinates, out var unknown) ?? throw new McpRefusal($"'{unknown ?? coordinates}' is not a coordinate; write such as measure=expenditure fund=general nature=basic function=20607 purpose=三公/reception");

    /// <summary>整个部门的点，年度和阶段在内：as department, as unit, and as written.</summary>
    public static IEnumerable<Point> Whole(McpCall call, Point point, int year, string phase)
    {
        var space = call.Library.Space;
        if (space.Member("year", year.ToString(CultureInfo.InvariantCulture)) is not { } at || space.Member("phase", phase) is not { } stage)
        {
            throw new McpRefusal($"{year} {phase} is no year and phase; phases are budget, revised, executed, final");
        }

        point = point.With(at).With(stage);
        return point.Key("entity") is null ? [point.With(space.Member("entity", "department")!), point.With(space.Member("entity", "unit")!), point] : [point];
    }
}
