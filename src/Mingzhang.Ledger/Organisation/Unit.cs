using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>部门：as it is in one year.</summary>
internal sealed record Department(int Year, string Code, string Name, string Region, long Version = 0)
{
    public string Chain => Sealing.DepartmentChain(Code);

    public static string Id(int year, string code) => string.Create(CultureInfo.InvariantCulture, $"{year}/{code}");

    public static Department Of(StoredRecord r) => new((int)r.Whole("year"), r["code"], r["name"], r["region"], r.Version);

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("code", Code).Set("name", Name).Set("region", Region).As(Kinds.Department, Id(Year, Code), Chain, Version);
}

/// <summary>单位：one spending unit as it is in one year; the headquarters (本级) is one of them.</summary>
internal sealed record Unit
{
    /// <summary>单位性质：行政, 参公 or 事业.</summary>
    public static readonly IReadOnlyList<string> AllKinds = ["行政", "参公", "事业"];

    /// <summary>本级或下属。</summary>
    public static readonly IReadOnlyList<string> AllPlaces = ["本级", "下属"];

    public required int Year { get; init; }

    public required string Code { get; init; }

    public required string Department { get; init; }

    public required string Name { get; init; }

    public string Kind { get; init; } = "行政";

    public string Place { get; init; } = "下属";

    /// <summary>编制数。</summary>
    public int Posts { get; init; }

    /// <summary>实有人数。</summary>
    public int Staff { get; init; }

    /// <summary>车辆，按类型，如“一般公务用车=2 执法执勤用车=1”。</summary>
    public string Vehicles { get; init; } = "";

    /// <summary>涉密：none of its lines is published.</summary>
    public bool Secret { get; init; }

    public long Version { get; init; }

    /// <summary>是否代表整个部门：the owner of the department's report, no unit of its own.</summary>
    public bool Whole { get; init; }

    /// <summary>只知编码的单位：for its lines, its state and its address, which ask for no more.</summary>
    public static Unit Coded(int year, string code) => new() { Year = year, Code = code, Department = "", Name = "" };

    public string Id => IdOf(Year, Code);

    public bool Headquarters => Place == "本级";

    /// <summary>是否机关：its public expenses are the operating costs of government bodies.</summary>
    public bool Body => Kind is "行政" or "参公";

    public static string IdOf(int year, string code) => string.Create(CultureInfo.InvariantCulture, $"{year}/{code}");

    /// <summary>某类车辆的数量; of all types where none is named.</summary>
    public int VehiclesOf(string? type) => Vehicles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('='))
        .Where(v => v.Length == 2 && (type is null || v[0] == type)).Sum(v => int.TryParse(v[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);

    public static Unit Of(StoredRecord r) => new()
    {
        Year = (int)r.Whole("year"),
        Code = r["code"],
        Department = r["department"],
        Name = r["name"],
        Kind = r["kind"],
        Place = r["place"],
        Posts = (int)r.Whole("posts"),
        Staff = (int)r.Whole("staff"),
        Vehicles = r["vehicles"],
        Secret = r.Is("secret"),
        Version = r.Version,
    };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("code", Code).Set("department", Department).Set("name", Name).Set("kind", Kind).Set("place", Place)
        .Set("posts", Posts).Set("staff", Staff).Set("vehicles", Vehicles).Set("secret", Secret).As(Kinds.Unit, Id, Sealing.DepartmentChain(Department), Version);
}
