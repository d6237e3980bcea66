using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
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

    /// <summary>更正日，yyyy-MM-dd: when the version that is public now took the place of the one before.</summary>
    public string Corrected { get; init; } = "";

    public long Version { get; init; }

    /// <summary>第几轮：2 from the control figures on.</summary>
    public int Round => State is "compiling-1" or "submitted-1" or "gathered-1" ? 1 : 2;

    /// <summary>整个部门的：what it says of the budget is how far the last of its units is.</summary>
    public bool Whole { get; init; }

    public static Stage Of(Reading reading, int year, string unit) => Of(reading, Organisation.Unit.Coded(year, unit));

    /// <summary>一个主体的进度; the report of a department has a state of its own beside those of its units.</summary>
    public static Stage Of(Reading reading, Unit owner)
    {
        var stage = Own(reading, owner);
        if (!owner.Whole)
        {
            return stage;
        }

        var units = Organisations.Units(reading, owner.Year, owner.Code).Select(u => Of(reading, u)).ToList();
        var last = units.MinBy(u => Steps.States.TakeWhile(s => s.Key != u.State).Count());
        return stage with { State = last?.State ?? Steps.States[0].Key, Replied = units.Max(u => u.Replied) ?? "" };
    }

    /// <summary>主体自己的记录, without what a department's takes from its units.</summary>
    public static Stage Own(Reading reading, Unit owner) => reading.Find(Kinds.Stage, Id(owner.Year, owner.Code, owner.Whole)) is { } r
        ? new Stage { Year = owner.Year, Unit = owner.Code, State = r["state"], Report = r["report"], Replied = r["replied"], Published = r["published"], Corrected = r["corrected"], Version = r.Version, Whole = owner.Whole }
        : new Stage { Year = owner.Year, Unit = owner.Code, Whole = owner.Whole };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("state", Whole ? "" : State).Set("report", Report).Set("replied", Whole ? "" : Replied).Set("published", Published).Set("corrected", Corrected)
        .As(Kinds.Stage, Id(Year, Unit, Whole), Whole ? Sealing.DepartmentChain(Unit) : Unit, Version);

    private static string Id(int year, string code, bool whole) => Organisation.Unit.IdOf(year, whole ? Sealing.DepartmentChain(code) : code);
}
