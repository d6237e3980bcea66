using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>数字的 JSON：one statement with its point, its base, what was printed and where.</summary>
internal static class FigureJson
{
    public static void Write(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.WriteString("kind", statement.Kind);
        Point(json, "point", statement.Point);
        switch (statement)
        {
            case AmountStatement amount:
                Value(json, amount.Amount);
                if (amount.Approximate)
                {
                    json.WriteBoolean("approximate", true);
                }

                if (amount.Use is { } use)
                {
                    json.WriteString("use", use);
                }

                break;
            case ChangeStatement change:
                Change(json, change);
                break;
            case ShareStatement share:
                Point(json, "whole", share.Whole);
                Percent(json, share.Percent);
                break;
            case CompletionStatement completion:
                Point(json, "budget", completion.Budget);
                Percent(json, completion.Percent);
                break;
            case CountStatement count:
                json.WriteString("what", count.What);
                json.WriteString("value", count.Number.ToString(CultureInfo.InvariantCulture));
                json.WriteString("unit", count.Unit);
                break;
            default:
                break;
        }

        json.WriteString("raw", statement.Raw);
        PlaceJson.Write(json, "place", statement.Place);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Unbound unbound)
    {
        json.WriteStartObject();
        json.WriteString("raw", unbound.Raw);
        PlaceJson.Write(json, "place", unbound.Place);
        JsonReport.Both(json, "reason", unbound.Reason);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, ChangeStatement change)
    {
        json.WriteStartObject("base");
        json.WriteNumber("year", change.Base.Year);
        json.WriteString("phase", change.Base.Phase.Key);
        json.WriteBoolean("assumed", change.Base.Assumed);
        json.WriteString("raw", change.Base.Raw);
        json.WriteEndObject();
        json.WriteString("direction", change.Direction.ToString().ToLowerInvariant());
        if (change.Percent is { } percent)
        {
            Percent(json, percent);
        }
        else
        {
            Value(json, change.Amount);
        }

        if (change.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
    }

    private static void Point(Utf8JsonWriter json, string name, Point point)
    {
        json.WriteStartObject(name);
        foreach (var member in point.Members)
        {
            json.WriteString(member.Dimension.Key, member.Key);
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, Amount? amount)
    {
        if (amount is not { } printed)
        {
            json.WriteNull("value");
            return;
        }

        json.WriteString("value", printed.Value.ToString(CultureInfo.InvariantCulture));
        json.WriteString("moneyUnit", printed.Unit.Name);
        json.WriteNumber("digits", printed.Digits);
    }

    private static void Percent(Utf8JsonWriter json, Percentage percent)
    {
        json.WriteString("value", percent.Value.ToString(CultureInfo.InvariantCulture));
        json.WriteString("unit", "%");
        json.WriteNumber("digits", percent.Digits);
    }
}
