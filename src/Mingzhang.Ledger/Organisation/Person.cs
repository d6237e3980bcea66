using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>角色：what a person may do.</summary>
internal sealed record Role(string Key, string Chinese, string English)
{
    public static readonly Role Unit = new("unit", "单位填报", "unit officer");
    public static readonly Role Department = new("department", "部门汇总", "department officer");
    public static readonly Role Finance = new("finance", "财政审核", "finance reviewer");
    public static readonly Role Rules = new("rules", "规则管理", "keeper of rules");
    public static readonly Role Reader = new("reader", "只读/审计", "reader or auditor");

    public static readonly IReadOnlyList<Role> All = [Unit, Department, Finance, Rules, Reader];

    /// <summary>按键或中文名; null where there is none.</summary>
    public static Role? Find(string text) => All.FirstOrDefault(r => r.Key == text || r.Chinese == text);
}

/// <summary>人员的一个角色：in one unit, in one department with its units, or everywhere (*).</summary>
internal sealed record Person(string Name, string Scope, Role Role, long Version = 0)
{
    public const string Everywhere = "*";

    public string Id => $"{Name}/{Scope}/{Role.Key}";

    public static Person Of(StoredRecord r) => new(r["name"], r["scope"], Role.Find(r["role"]) ?? Role.Reader, r.Version);

    public StoredRecord Stored() => new RecordValues().Set("name", Name).Set("scope", Scope).Set("role", Role.Key).As(Kinds.Person, Id, Organisations.CommonChain, Version);

    /// <summary>是否管得到该单位。</summary>
    public bool Covers(Unit unit) => Scope == Everywhere || Scope == unit.Code || (Scope == unit.Department && Role != Role.Unit);
}
