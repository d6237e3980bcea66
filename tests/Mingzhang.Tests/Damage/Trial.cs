using Mingzhang.Budget;

namespace Mingzhang.Tests.Damage;

/// <summary>一次试验：a damage with what came of it.</summary>
/// <param name="Document">Name of the document.</param>
/// <param name="Injury">The damage.</param>
/// <param name="Found">New findings, notes apart.</param>
/// <param name="Localisable">Whether one single repair explains everything.</param>
/// <param name="First">The candidate named first.</param>
/// <param name="Why">Why nothing was found.</param>
internal sealed record Trial(string Document, Injury Injury, IReadOnlyList<Finding> Found, bool Localisable, Candidate? First, string Why)
{
    public bool Named => Localisable && First is { } first && first.Figure == Injury.Figure.Id && Right(first.Yuan);

    public bool OneRoot => Found.Count == 1;

    public string Line =>
        $"{(Found.Count == 0 ? "UNFOUND" : !Localisable ? "UNLOCAL" : Named ? "named" : "MISNAMED")}{(Found.Count > 1 ? " MANY" : "")}\t{Document}\t{Injury.Kind}\t{Injury.Figure.Id}\t{Injury.Figure.Place.Chinese} {Injury.Figure.Raw} -> {Injury.NewRaw}\t{Why}\t{First?.Figure} {First?.Value}\t{string.Join(" | ", Found.Select(f => f.Template + " " + f.Message.Chinese))}";

    // As it would be printed: a repair may be determined to more digits than the figure prints.
    private bool Right(decimal value)
    {
        var before = Injury.Before;
        var half = Wounds.Percent(Injury.Figure) is { } p ? p.Interval.High - p.Value : 0;
        return Math.Abs(value - before) <= half || (Injury.After is null && Math.Abs(value) == Math.Abs(before));
    }
}
