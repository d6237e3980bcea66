using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Model;

/// <summary>底稿的各部分：budget lines with their coordinates, objectives with their indicators.</summary>
internal sealed class ModelParts(Library library, Draft start, Action<string, string, string, string> fault, Action<string> unknown)
{
    private static readonly string[] OfObjective = ["name", "whole", "yuan", "goal", "indicators"];
    private static readonly string[] OfIndicator = ["name", "nature", "value", "unit", "weight", "core"];

    /// <summary>所报的总数: a line with at most one purpose, which is part of its point; "blank" where tables leave it blank.</summary>
    public StatedTotal? Total(JsonElement at, string place)
    {
        if (Line(at, place, "blank") is not { } line)
        {
            return null;
        }

        if (line.Purposes.Count > 1)
        {
            fault(place + ".purposes", "至多一个", place + ".purposes", "names at most one");
        }

        return new StatedTotal(line.Purposes.Aggregate(line.Point, (p, m) => p.With(m)), line.Yuan) { Blank = at.TryGetProperty("blank", out var blank) && blank.ValueKind == JsonValueKind.True };
    }

    public BudgetLine? Line(JsonElement at, string place) => Line(at, place, "yuan");

    private BudgetLine? Line(JsonElement at, string place, string alsoKnown)
    {
        if (!IsObject(at, place))
        {
            return null;
        }

        // Year, phase and entity are the document's own where the line does not say otherwise.
        var point = start.Start(library.Space);
        var purposes = new List<Member>();
        foreach (var property in at.EnumerateObject().Where(p => p.Name != "yuan" && p.Name != alsoKnown))
        {
            if (property.Name == "purposes" && property.Value.ValueKind == JsonValueKind.Array)
            {
                purposes.AddRange(property.Value.EnumerateArray().Select(p => Member("purpose", p, place + ".purposes")).OfType<Member>());
            }
            else if (library.Space.Dimension(property.Name) is null || property.Name == "purpose")
            {
                unknown(place + "." + property.Name);
            }
            else if (Member(property.Name, property.Value, place + "." + property.Name) is { } member)
            {
                point = point.With(member);
            }
        }

        if (point.Key("measure") is null)
        {
            fault(place, "缺少 measure", place, "has no measure");
        }

        return Yuan(at, place) is { } yuan ? new BudgetLine(point, yuan, purposes) : null;
    }

    public PerformanceObject? Objective(JsonElement at, string place)
    {
        if (!IsObject(at, place))
        {
            return null;
        }

        Fields(at, OfObjective, place);
        var whole = at.TryGetProperty("whole", out var w) && w.ValueKind == JsonValueKind.True;
        AmountStatement? money = null;
        var name = Text(at, "name");
        if (!whole && at.TryGetProperty("yuan", out _) && Yuan(at, place) is { } yuan)
        {
            var point = start.Start(library.Space).Narrow(library.Space.Parse("measure=expenditure nature=project fund=fiscal", out _)!).With(library.Space.Member("project", name)!);
            money = new AmountStatement { Id = name, Point = point, Place = new Place(), Raw = "", Amount = new Amount(yuan / 10_000m, MoneyUnit.TenThousand, 2) };
        }

        return new PerformanceObject
        {
            Table = whole ? "表十" : "表十二",
            Name = name,
            Whole = whole,
            Money = money,
            Goal = Text(at, "goal"),
            Place = new Place(),
            Indicators = [.. at.TryGetProperty("indicators", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select((i, n) => Indicator(i, $"{place}.indicators[{n.ToString(CultureInfo.InvariantCulture)}]")).OfType<Indicator>() : []],
        };
    }

    private Indicator? Indicator(JsonElement at, string place)
    {
        if (!IsObject(at, place))
        {
            return null;
        }

        Fields(at, OfIndicator, place);
        var (value, weight) = (Text(at, "value"), Text(at, "weight"));
        return new Indicator
        {
            Name = Text(at, "name"),
            Nature = Text(at, "nature"),
            Value = value,
            Number = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
            Unit = Text(at, "unit"),
            WeightText = weight,
            Weight = decimal.TryParse(weight, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
            Core = at.TryGetProperty("core", out var core) && core.ValueKind is JsonValueKind.True or JsonValueKind.False ? core.GetBoolean() : null,
            Place = new Place(),
        };
    }

    private decimal? Yuan(JsonElement at, string place)
    {
        const decimal Most = 1_000_000_000_000_000_000m;
        if (at.TryGetProperty("yuan", out var text) && text.ValueKind == JsonValueKind.String
            && decimal.TryParse(text.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan) && Math.Abs(yuan) <= Most)
        {
            return yuan;
        }

        fault(place + ".yuan", "应是以元计的数，写作文字，如 \"1234.56\"", place + ".yuan", "must be an amount in yuan, written as text such as \"1234.56\"");
        return null;
    }

    private Member? Member(string dimension, JsonElement value, string place)
    {
        var key = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var member = key.Length is 0 or > 1000 ? null : library.Space.Member(dimension, key);
        if (member is null)
        {
            fault(place, $"不认识的坐标“{key}”", place, $"unknown coordinate '{key}'");
        }

        return member;
    }

    private bool IsObject(JsonElement at, string place)
    {
        if (at.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        fault(place, "应是一个对象", place, "must be an object");
        return false;
    }

    private void Fields(JsonElement at, string[] known, string place)
    {
        foreach (var property in at.EnumerateObject().Where(p => !known.Contains(p.Name)))
        {
            unknown(place + "." + property.Name);
        }
    }

    private static string Text(JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
