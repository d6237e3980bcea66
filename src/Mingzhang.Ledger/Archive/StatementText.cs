using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>陈述的存放：what does not fit the columns: bases, directions, percentages, wholes, counts, reasons. Nothing of a statement is lost.</summary>
internal static class StatementText
{
    /// <summary>以分计; null where there is no amount, or one finer than a 分.</summary>
    public static long? Fen(Statement statement) => Printed(statement) is { } amount && amount.Yuan * 100 is var fen && fen == decimal.Truncate(fen) && Math.Abs(fen) < long.MaxValue ? (long)fen : null;

    /// <summary>印出的金额; null where there is none.</summary>
    public static Amount? Printed(Statement statement) => statement switch { AmountStatement a => a.Amount, ChangeStatement c => c.Amount, _ => null };

    /// <summary>其余的部分; null where there is none.</summary>
    public static string? More(Statement statement)
    {
        var exact = Printed(statement) is { } amount && Fen(statement) is null ? amount.Value : (decimal?)null;
        if (exact is null && statement is AmountStatement { Approximate: false, Use: null } or NilStatement)
        {
            return null;
        }

        return JsonText.Object(json =>
        {
            json.Given("value", exact?.ToString(CultureInfo.InvariantCulture));
            switch (statement)
            {
                case AmountStatement a:
                    json.WriteBoolean("approximate", a.Approximate);
                    json.Given("use", a.Use);
                    break;
                case ChangeStatement c:
                    json.WriteNumber("year", c.Base.Year);
                    json.WriteString("phase", c.Base.Phase.Key);
                    json.WriteBoolean("assumed", c.Base.Assumed);
                    json.WriteString("base", c.Base.Raw);
                    json.WriteNumber("direction", (int)c.Direction);
                    Percent(json, c.Percent);
                    json.WriteBoolean("approximate", c.Approximate);
                    json.Given("reason", c.Reason);
                    break;
                case ShareStatement s:
                    json.WriteString("whole", PointText.Whole(s.Whole));
                    Percent(json, s.Percent);
                    break;
                case CompletionStatement c:
                    json.WriteString("whole", PointText.Whole(c.Budget));
                    Percent(json, c.Percent);
                    break;
                case CountStatement n:
                    json.WriteString("what", n.What);
                    json.WriteString("count", n.Number.ToString(CultureInfo.InvariantCulture));
                    json.WriteString("unit", n.Unit);
                    break;
            }
        });
    }

    /// <summary>还原一项陈述。</summary>
    public static Statement Read(PointCache points, StatementRow row)
    {
        var more = row.More is null ? default : JsonText.Read(row.More);
        var has = row.More is not null;
        var point = points.Of(row.Point, row.Year, row.Phase);
        var place = PlaceText.Read(row.Place);
        var amount = Amount(row, has ? more.Text("value") : null);
        Percentage? percent = has && more.Text("percent") is { } p ? new Percentage(decimal.Parse(p, CultureInfo.InvariantCulture), more.Whole("decimals") ?? 0) : null;
        switch (row.Kind)
        {
            case "change":
                var phase = points.Space.Member("phase", more.Text("phase")!)!;
                return new ChangeStatement
                {
                    Id = row.Id,
                    Point = point,
                    Place = place,
                    Raw = row.Raw,
                    Base = new ComparisonBase(more.Whole("year")!.Value, phase, more.Flag("assumed"), more.Text("base") ?? ""),
                    Direction = (Direction)more.Whole("direction")!.Value,
                    Amount = amount,
                    Percent = percent,
                    Approximate = more.Flag("approximate"),
                    Reason = more.Text("reason"),
                };
            case "share":
                return new ShareStatement { Id = row.Id, Point = point, Place = place, Raw = row.Raw, Whole = points.Of(more.Text("whole")!, null, null), Percent = percent!.Value };
            case "completion":
                return new CompletionStatement { Id = row.Id, Point = point, Place = place, Raw = row.Raw, Budget = points.Of(more.Text("whole")!, null, null), Percent = percent!.Value };
            case "count":
                return new CountStatement { Id = row.Id, Point = point, Place = place, Raw = row.Raw, What = more.Text("what")!, Number = decimal.Parse(more.Text("count")!, CultureInfo.InvariantCulture), Unit = more.Text("unit")! };
            case "nil":
                return new NilStatement { Id = row.Id, Point = point, Place = place, Raw = row.Raw };
            default:
                return new AmountStatement { Id = row.Id, Point = point, Place = place, Raw = row.Raw, Amount = amount, Blank = row.Blank, Approximate = has && more.Flag("approximate"), Use = has ? more.Text("use") : null };
        }
    }

    private static Amount? Amount(StatementRow row, string? exact)
    {
        if (row.Unit is null || MoneyUnit.Find(row.Unit) is not { } unit)
        {
            return null;
        }

        var value = exact is not null ? decimal.Parse(exact, CultureInfo.InvariantCulture) : row.Fen is { } fen ? fen / 100m / unit.Factor : (decimal?)null;
        return value is { } v ? new Amount(v, unit, row.Digits, row.Precision) : null;
    }

    private static void Percent(System.Text.Json.Utf8JsonWriter json, Percentage? percent)
    {
        if (percent is { } p)
        {
            json.WriteString("percent", p.Value.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("decimals", p.Digits);
        }
    }
}

/// <summary>陈述的一行，as stored.</summary>
internal sealed record StatementRow(string Id, string Kind, string Point, int? Year, string? Phase, long? Fen, string? Unit, int Digits, int Precision, bool Blank, string Raw, string Place, string? More);
