using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>事项的类别：what is counted besides money.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="People">Whether people are counted too.</param>
internal sealed record EventSort(string Key, Reason Name, bool People)
{
    public static readonly EventSort Abroad = new("abroad", new("因公出国（境）团组", "delegations abroad"), true);
    public static readonly EventSort Reception = new("reception", new("国内公务接待批次", "receptions"), true);
    public static readonly EventSort VehicleBought = new("vehicle-bought", new("购置公务用车", "vehicles bought"), false);
    public static readonly EventSort VehicleRetired = new("vehicle-retired", new("处置公务用车", "vehicles retired"), false);
    public static readonly EventSort EquipmentBought = new("equipment-bought", new("新增大型设备", "equipment bought"), false);
    public static readonly EventSort EquipmentRetired = new("equipment-retired", new("处置大型设备", "equipment retired"), false);

    public static readonly IReadOnlyList<EventSort> All = [Abroad, Reception, VehicleBought, VehicleRetired, EquipmentBought, EquipmentRetired];

    /// <summary>按键或中文名; null where there is none.</summary>
    public static EventSort? Find(string text) => All.FirstOrDefault(s => s.Key == text || s.Name.Chinese == text);
}

/// <summary>事项：delegations, receptions, and changes of vehicles and equipment.</summary>
internal sealed record Event(string Day, string Sort, int Count, int People, string Type = "", string Details = "")
{
    public static Event Of(StoredRecord r) => new(r["day"], r["sort"], (int)r.Whole("count"), (int)r.Whole("people"), r["type"], r["details"]);

    public StoredRecord Stored(Unit unit, long seq) => new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("day", Day).Set("sort", Sort).Set("type", Type).Set("count", Count).Set("people", People).Set("details", Details)
        .As(Kinds.Event, string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}"), unit.Code, 0);
}

/// <summary>事项的登记和统计。</summary>
internal static class Events
{
    /// <summary>没有读懂的数量: told already where it was written.</summary>
    public const int Unread = int.MinValue;

    public static IReadOnlyList<Event> Of(Reading reading, Unit unit) => [.. reading.All(Kinds.Event, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Event.Of)];

    /// <summary>年末车辆：what the unit had, and what came and went.</summary>
    public static int Vehicles(Unit unit, IReadOnlyList<Event> events, string? type) =>
        unit.VehiclesOf(type) + events.Where(e => type is null || e.Type == type).Sum(e => e.Sort == EventSort.VehicleBought.Key ? e.Count : e.Sort == EventSort.VehicleRetired.Key ? -e.Count : 0);

    public static void Put(Writing writing, Unit unit, Event entry)
    {
        if (!Permission.Check(writing, "pay", unit))
        {
            return;
        }

        void Fault(string field, Problem problem) => writing.Refuse(problem);
        var day = Days.Check(unit, Closing.Of(writing, unit).Month, entry.Day, Fault);
        PaymentChecks.Text("details", entry.Details, required: false, Fault);
        PaymentChecks.Text("type", entry.Type, required: false, Fault);
        if (EventSort.Find(entry.Sort) is not { } sort)
        {
            writing.Refuse($"没有事项“{Problem.Shown(entry.Sort)}”", $"there is no kind of event '{Problem.Shown(entry.Sort)}'", "应为 " + string.Join('、', EventSort.All.Select(s => s.Name.Chinese)), "the kinds are " + string.Join(", ", EventSort.All.Select(s => s.Key)));
            return;
        }

        if (entry.Count != Unread && (entry.Count <= 0 || entry.Count > 100_000 || entry.People < 0 || entry.People > 10_000_000 || (sort.People && entry.People < entry.Count)))
        {
            writing.Refuse($"{sort.Name.Chinese}的数量 {entry.Count}、人数 {entry.People} 不对", $"{sort.Name.English}: count {entry.Count}, people {entry.People} cannot be", "数量大于零；有人数的，人数不少于批次", "the count is above zero, and people are no fewer than groups");
        }

        if (sort == EventSort.VehicleRetired && Vehicles(unit, Of(writing, unit), entry.Type.Length > 0 ? entry.Type : null) < entry.Count)
        {
            writing.Refuse($"{unit.Code} 没有这么多{(entry.Type.Length > 0 ? entry.Type : "公务用车")}可处置", $"{unit.Code} has fewer vehicles of this type", "核对车辆数", "compare the vehicles of the unit");
        }

        if (writing.Problems.Count == 0)
        {
            writing.AddAll(unit.Code, [seq => (entry with { Sort = sort.Key, Day = Days.Write(day!.Value) }).Stored(unit, seq)]);
        }
    }
}
