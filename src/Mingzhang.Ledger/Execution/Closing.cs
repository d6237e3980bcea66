using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>结账：through which month a unit's year is closed, and how far its final account is.</summary>
internal sealed record Closing
{
    /// <summary>决算已编成。</summary>
    public const string Closed = "closed";

    /// <summary>决算已批复。</summary>
    public const string AccountReplied = "replied";

    /// <summary>决算已公开。</summary>
    public const string AccountPublished = "published";

    public required int Year { get; init; }

    public required string Unit { get; init; }

    /// <summary>已结账的最后一月。</summary>
    public int Month { get; init; }

    /// <summary>决算状态; empty while the year is open.</summary>
    public string State { get; init; } = "";

    public string Replied { get; init; } = "";

    public string Published { get; init; } = "";

    public long Version { get; init; }

    public static Closing Of(Reading reading, Unit unit) => reading.Find(Kinds.Closing, Organisation.Unit.IdOf(unit.Year, unit.Code)) is { } r
        ? new Closing { Year = unit.Year, Unit = unit.Code, Month = (int)r.Whole("month"), State = r["state"], Replied = r["replied"], Published = r["published"], Version = r.Version }
        : new Closing { Year = unit.Year, Unit = unit.Code };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("month", Month).Set("state", State).Set("replied", Replied).Set("published", Published)
        .As(Kinds.Closing, Organisation.Unit.IdOf(Year, Unit), Unit, Version);
}
