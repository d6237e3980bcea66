using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>变动原因的回答：each change with what drives it and how much of it the reason names, in words and as data.</summary>
internal static class ReasonsAnswer
{
    private const int Most = 5;

    public static Answer Of(IReadOnlyList<ReasonedChange> changes) => new(Text(changes, english: false), Text(changes, english: true), new JsonArray([.. changes.Select(c => (JsonNode)new JsonObject
    {
        ["key"] = c.Key,
        ["point"] = Coordinates(c.Point, m => m.ToString()),
        ["before"] = Plain(c.Before),
        ["now"] = Plain(c.Now),
        ["change"] = Plain(c.Now - c.Before),
        ["drivers"] = new JsonArray([.. c.Drivers.Select(d => (JsonNode)new JsonObject { ["code"] = d.Code, ["name"] = d.Name, ["change"] = Plain(d.Amount), ["named"] = d.Named })]),
        ["reason"] = c.Reason,
        ["namedShare"] = c.Named is { } share ? Math.Round(share, 4) : null,
    })]));

    private static string Text(IReadOnlyList<ReasonedChange> changes, bool english) => changes.Count == 0 ? english ? "this book asks no reasons" : "这一册不问变动的原因"
        : string.Join("\n\n", changes.Select(c => string.Join('\n', Lines(c, english))));

    private static IEnumerable<string> Lines(ReasonedChange c, bool english)
    {
        yield return $"{c.Key}\t{Coordinates(c.Point, m => english ? m.English : m.Chinese)}\t{Money(c.Before)} → {Money(c.Now)}\t{Signed(c.Now - c.Before)}";
        foreach (var driver in c.Drivers.Take(Most))
        {
            yield return $"  {driver.Code} {driver.Name}\t{Signed(driver.Amount)}{(driver.Named ? english ? "\tnamed" : "\t原因说到" : "")}";
        }

        if (c.Drivers.Count > Most)
        {
            var rest = c.Drivers.Skip(Most).Sum(d => d.Amount);
            yield return english ? $"  {c.Drivers.Count - Most} more\t{Signed(rest)}" : $"  其余 {c.Drivers.Count - Most} 项\t{Signed(rest)}";
        }

        var named = c.Named is { } share ? (share * 100).ToString("0", CultureInfo.InvariantCulture) + "%" : "";
        if (c.Now == c.Before)
        {
            yield return english ? "  nothing changed" : "  没有变化";
            yield break;
        }

        yield return c.Reason is null ? english ? "  no reason is written" : "  还没有写原因"
            : english ? $"  reason: {c.Reason}{(named.Length > 0 ? $"\n  names {named} of the change" : "")}" : $"  原因：{c.Reason}{(named.Length > 0 ? $"\n  说到变动的 {named}" : "")}";
    }

    // The year, the phase and whose it is are those of the whole listing.
    private static string Coordinates(Point point, Func<Member, string> word) =>
        string.Join(' ', point.Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "entity")).Select(word));

    private static string Money(decimal yuan) => yuan.ToString("N2", CultureInfo.InvariantCulture);

    private static string Signed(decimal yuan) => (yuan > 0 ? "+" : "") + Money(yuan);

    private static string Plain(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
