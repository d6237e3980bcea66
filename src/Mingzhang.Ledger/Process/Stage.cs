using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>进度：how far the budget of one unit and year is, with the dates that count.</summary>
internal sealed record Stage
{
    public required int Year { get; init; }

    public required string Unit { get; init; }

    public string State { get; init; } = Steps.States[0].Key;

    public string Report { get; init; } = Steps.ReportStates[0].Key;

    /// <summary>批复日，yyyy-MM-dd: starts the twenty days.</summary>
    public string Replied { get; init; } = "";

    public string Published { get; init; } = "";

    public long Version { get; init; }

    /// <summary>第几轮：2 from the control figures on.</summary>
    public int Round => State is "compiling-1" or "submitted-1" or "gathered-1" ? 1 : 2;

    public static Stage Of(Reading reading, int year, string unit) => reading.Find(Kinds.Stage, Organisation.Unit.IdOf(year, unit)) is { } r
        ? new Stage { Year = year, Unit = unit, State = r["state"], Report = r["report"], Replied = r["replied"], Published = r["published"], Version = r.Version }
        : new Stage { Year = year, Unit = unit };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("state", State).Set("report", Report).Set("replied", Replied).Set("published", Published)
        .As(Kinds.Stage, Organisation.Unit.IdOf(Year, Unit), Unit, Version);
}
