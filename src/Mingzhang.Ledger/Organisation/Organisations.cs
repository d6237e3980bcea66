using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>机构：departments, their units and their people.</summary>
internal static class Organisations
{
    /// <summary>不属于某部门的变更所在的链。</summary>
    public const string CommonChain = "common";

    public static Unit? Unit(Reading reading, int year, string code) => reading.Find(Kinds.Unit, Organisation.Unit.IdOf(year, code)) is { } r ? Organisation.Unit.Of(r) : null;

    public static Department? Department(Reading reading, int year, string code) => reading.Find(Kinds.Department, Organisation.Department.Id(year, code)) is { } r ? Organisation.Department.Of(r) : null;

    /// <summary>部门的全部单位，本级在前。</summary>
    public static IReadOnlyList<Unit> Units(Reading reading, int year, string department) =>
        [.. reading.All(Kinds.Unit, ("year", (long)year), ("department", department)).Select(Organisation.Unit.Of).OrderByDescending(u => u.Headquarters).ThenBy(u => u.Code, StringComparer.Ordinal)];

    /// <summary>编码所指的单位：one unit, or all units of a department; empty after a refusal where there is none.</summary>
    public static IReadOnlyList<Unit> Named(Reading reading, int year, string code) =>
        Unit(reading, year, code) is { } unit ? [unit] : Department(reading, year, code) is not null ? Units(reading, year, code) : [];

    /// <summary>公开文本的主体：a unit, or a department as a whole; null where there is neither.</summary>
    public static Unit? Owner(Reading reading, int year, string code) => Unit(reading, year, code)
        ?? (Department(reading, year, code) is { } department ? new Unit { Year = year, Code = code, Department = code, Name = department.Name, Whole = true } : null);

    /// <summary>各部门，作为公开文本的主体，按编码。</summary>
    public static IReadOnlyList<Unit> Owners(Reading reading, int year) => [.. reading.All(Kinds.Department, ("year", (long)year)).Select(d => Owner(reading, year, d["code"])!).OrderBy(o => o.Code, StringComparer.Ordinal)];

    /// <summary>某人的各个角色。</summary>
    public static IReadOnlyList<Person> Roles(Reading reading, string name) => [.. reading.All(Kinds.Person, ("name", name)).Select(Person.Of)];

    /// <summary>陌生人：a name is only believed where the ledger knows it; null where it does, or where it has no people yet.</summary>
    public static Problem? Stranger(Store store, string name) => store.Read(r => Roles(r, name).Count > 0 || r.All(Kinds.Person).Count == 0) ? null
        : Problem.Of($"账库里没有 {Problem.Shown(name)} 这个人", $"{Problem.Shown(name)} is nobody that the ledger knows", "用 --who 写明经办人；查看也要有角色，如只读/审计，由部门汇总人员授予", "name who acts with --who; who only reads has a role, too, such as reader, given by the department's officer");

    /// <summary>建账的第一步：the department with the person who keeps it. Only in an empty ledger, or by one who may.</summary>
    public static void Begin(Writing writing, Department department)
    {
        if (!Code.Sound(writing, department.Code) || !Code.SoundName(writing, writing.Who))
        {
            return;
        }

        if (writing.All(Kinds.Person).Count == 0)
        {
            writing.Put(new Person(writing.Who, Person.Everywhere, Role.Department).Stored());
        }
        else if (!Roles(writing, writing.Who).Any(p => p.Scope == Person.Everywhere && p.Role != Role.Reader))
        {
            writing.Refuse($"{writing.Who} 不能新建部门", $"{writing.Who} may not add a department", "请由全库的部门汇总或规则管理人员办理", "ask a person whose role is everywhere");
            return;
        }

        if (department.Region.Length > 0 && writing.Find(Kinds.Region, department.Region) is null)
        {
            writing.Put(new RecordValues().Set("code", department.Region).As(Kinds.Region, department.Region, CommonChain, 0));
        }

        writing.Put((department with { Version = Department(writing, department.Year, department.Code)?.Version ?? 0 }).Stored());
    }

    /// <summary>设置单位。</summary>
    public static void Put(Writing writing, Unit unit)
    {
        if (!Code.Sound(writing, unit.Code))
        {
            return;
        }

        if (Department(writing, unit.Year, unit.Department) is null)
        {
            writing.Refuse($"{unit.Year} 年没有部门 {unit.Department}", $"there is no department {unit.Department} in {unit.Year}", "先用 mingzhang init 建立部门", "add it with mingzhang init");
            return;
        }

        if (!Organisation.Unit.AllKinds.Contains(unit.Kind) || !Organisation.Unit.AllPlaces.Contains(unit.Place))
        {
            writing.Refuse($"单位性质“{unit.Kind}”或“{unit.Place}”不能识别", $"the kind '{unit.Kind}' or place '{unit.Place}' is not known", $"性质写 {string.Join('、', Organisation.Unit.AllKinds)}，位置写 {string.Join('、', Organisation.Unit.AllPlaces)}", "see mingzhang unit --help");
            return;
        }

        if (unit.Headquarters && Units(writing, unit.Year, unit.Department).FirstOrDefault(u => u.Headquarters && u.Code != unit.Code) is { } other)
        {
            writing.Refuse($"{unit.Department} 已有本级 {other.Code} {other.Name}", $"{unit.Department} has the headquarters {other.Code} {other.Name} already", "一个部门只有一个本级", "a department has one headquarters");
            return;
        }

        if (Succession.Ended(writing, unit.Year, unit.Code) is { } ended)
        {
            writing.Refuse($"{unit.Code} {ended.Name} 已从 {ended.Year} 年起停用", $"{unit.Code} is no more since {ended.Year}", "如系误办，先撤回停用：mingzhang unit restore", "if that was a mistake, take it back first: mingzhang unit restore");
            return;
        }

        if (Unit(writing, unit.Year, unit.Code) is { } now && now.Department != unit.Department && !MayLeave(writing, now))
        {
            return;
        }

        if (Permission.Check(writing, "organise", unit))
        {
            writing.Put(unit.Stored());
        }
    }

    /// <summary>授予或收回角色。</summary>
    public static void Put(Writing writing, Person person, bool remove = false)
    {
        if (!Code.SoundName(writing, person.Name) || (person.Scope != Person.Everywhere && !Code.Sound(writing, person.Scope)))
        {
            return;
        }

        if (!MayGive(writing, writing.Who, person))
        {
            writing.Refuse($"{writing.Who} 不能授予 {person.Scope} 的{person.Role.Chinese}角色", $"{writing.Who} may not give the role of {person.Role.English} in {person.Scope}", "本部门的单位填报、部门汇总、只读由该部门的部门汇总人员授予，其余由全库的人员授予", "the department's officer gives roles of its own, those of review are given by a person whose role is everywhere");
            return;
        }

        if (!remove)
        {
            writing.Put((person with { Version = writing.Find(Kinds.Person, person.Id)?.Version ?? 0 }).Stored());
            return;
        }

        if (writing.Find(Kinds.Person, person.Id) is not { } given)
        {
            writing.Refuse($"{person.Name} 在 {person.Scope} 没有这个角色", $"{person.Name} has no such role in {person.Scope}", "请检查姓名和范围", "check the name and the scope");
            return;
        }

        if (person is { Scope: Person.Everywhere } && person.Role == Role.Department && writing.All(Kinds.Person, ("scope", Person.Everywhere), ("role", Role.Department.Key)).Count == 1)
        {
            writing.Refuse("这是最后一位全库的部门汇总人员", "this is the last officer of the whole ledger", "先授予另一人", "give the role to another person first");
            return;
        }

        writing.Remove(given);
    }

    /// <summary>能否授予某人现有的全部角色：who could not has no say over his account either. Whoever has none is left to those whose role is everywhere.</summary>
    public static bool MayGiveAll(Reading reading, string who, string name) => Roles(reading, name) is { Count: > 0 } roles ? roles.All(p => MayGive(reading, who, p)) : MayGive(reading, who, new Person(name, Person.Everywhere, Role.Finance));

    // Nobody makes himself the reviewer of what he compiles: such roles are given by those whose role is everywhere.
    private static bool MayGive(Reading reading, string who, Person person)
    {
        var own = person.Role == Role.Unit || person.Role == Role.Department || person.Role == Role.Reader;
        return Roles(reading, who).Any(p => p.Role == Role.Department && (p.Scope == Person.Everywhere || (own && (p.Scope == person.Scope || UnitsBelow(reading, p.Scope).Contains(person.Scope)))));
    }

    // Nobody takes a unit from a department that is not his, and what was entered stays in the journal of its department.
    private static bool MayLeave(Writing writing, Unit unit)
    {
        if (writing.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code)).Count > 0 || writing.All(Kinds.Project, ("year", (long)unit.Year), ("unit", unit.Code)).Count > 0)
        {
            writing.Refuse($"{unit.Code} {unit.Name} 在 {unit.Year} 年已有预算或项目，不能改到别的部门", $"{unit.Code} has lines or projects in {unit.Year} and cannot move to another department", "请在新年度编制之前改", "move it in a new year, before anything is entered");
            return false;
        }

        return Permission.Check(writing, "organise", unit);
    }

    private static HashSet<string> UnitsBelow(Reading reading, string department) => [.. reading.All(Kinds.Unit, ("department", department)).Select(r => r["code"])];
}
