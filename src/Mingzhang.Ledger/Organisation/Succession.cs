using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>单位撤并：the year from which on a unit is no more, and the unit that it became part of; earlier years stay its own.</summary>
/// <param name="Year">The first year without it.</param>
/// <param name="Unit">Its code.</param>
/// <param name="Department">The department that it belonged to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Successor">The unit that took it over; empty where it was ended.</param>
/// <param name="Version">Number of the journal entry that told it.</param>
internal sealed record Succession(int Year, string Unit, string Department, string Name, string Successor, long Version = 0)
{
    /// <summary>某年及以前的撤并，按编码。</summary>
    public static IReadOnlyList<Succession> Until(Reading reading, int year) => [.. reading.All(Kinds.Succession).Select(Of).Where(s => s.Year <= year).OrderBy(s => s.Unit, StringComparer.Ordinal)];

    /// <summary>单位在某年是否已撤并; null where it is not.</summary>
    public static Succession? Ended(Reading reading, int year, string unit) => reading.All(Kinds.Succession, ("unit", unit)).Select(Of).FirstOrDefault(s => s.Year <= year);

    /// <summary>本年并入的单位：into this unit, or from other departments into the units of this one. Their figures of the year before are not among its own.</summary>
    public static IReadOnlyList<Succession> Into(Reading reading, Unit owner)
    {
        var merged = reading.All(Kinds.Succession, ("year", (long)owner.Year)).Select(Of).Where(s => s.Successor.Length > 0);
        return [.. merged.Where(s => owner.Whole ? s.Department != owner.Code && Organisations.Unit(reading, owner.Year, s.Successor)?.Department == owner.Code : s.Successor == owner.Code).OrderBy(s => s.Unit, StringComparer.Ordinal)];
    }

    /// <summary>由记录。</summary>
    public static Succession Of(StoredRecord r) => new((int)r.Whole("year"), r["unit"], r["department"], r["name"], r["successor"], r.Version);

    /// <summary>成记录。</summary>
    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("department", Department).Set("name", Name).Set("successor", Successor)
        .As(Kinds.Succession, Organisation.Unit.IdOf(Year, Unit), Sealing.DepartmentChain(Department), Version);
}
