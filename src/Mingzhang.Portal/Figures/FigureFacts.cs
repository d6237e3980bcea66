using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Figures;

/// <summary>一个数的全部要点：value, unit, phase, version, place and state of its checks, as every answer to a program carries them.</summary>
internal sealed record FigureFacts
{
    /// <summary>格页的键。</summary>
    public required string Id { get; init; }

    public required string Address { get; init; }

    public required string Department { get; init; }

    public required string Name { get; init; }

    public required string Point { get; init; }

    public required string Kind { get; init; }

    public required int? Year { get; init; }

    public required string? Phase { get; init; }

    public required string? Scope { get; init; }

    /// <summary>金额以元计，百分比和数量照印; null where nothing is printed.</summary>
    public required string? Value { get; init; }

    /// <summary>数值的单位：yuan, percent, or what is counted.</summary>
    public required string Unit { get; init; }

    public required string Printed { get; init; }

    public required string? PrintedUnit { get; init; }

    public required string Document { get; init; }

    public required string Version { get; init; }

    public required string Place { get; init; }

    public required int? Page { get; init; }

    public required string Checks { get; init; }

    public required int Held { get; init; }

    public required int Broken { get; init; }

    public required int Unchecked { get; init; }

    public static FigureFacts Of(IArchive archive, Library library, ArchivedStatement found, bool english)
    {
        var (statement, document) = (found.Statement, found.Document);
        var checks = archive.Checks(document, statement.Id);
        var broken = checks.Count(c => c.Outcome == Outcome.Broken);
        var held = checks.Count(c => c.Outcome is Outcome.Held or Outcome.HeldWithinRounding or Outcome.HeldByTruncation);
        return new FigureFacts
        {
            Id = document.Key + "." + statement.Id,
            Address = "/cell/" + document.Key + "." + Uri.EscapeDataString(statement.Id),
            Department = document.Body?.Name ?? "",
            Name = PointName.Of(library, statement.Point, english),
            Point = statement.Point.ToString(),
            Kind = statement.Kind,
            Year = PointText.Year(statement.Point),
            Phase = statement.Point.Key("phase"),
            Scope = document.Scope.ToLowerInvariant(),
            Value = ValueOf(statement),
            Unit = UnitOf(statement),
            Printed = statement.Raw,
            PrintedUnit = StatementText.Printed(statement)?.Unit.Name,
            Document = document.Title,
            Version = document.Key + (document.Replaced is null ? "" : " replaced") + " " + document.ReadAt,
            Place = english ? statement.Place.English : statement.Place.Chinese,
            Page = statement.Place.Page,
            Checks = broken > 0 ? "broken" : held > 0 ? "held" : "unchecked",
            Held = held,
            Broken = broken,
            Unchecked = checks.Count(c => c.Outcome == Outcome.NotChecked),
        };
    }

    /// <summary>数值，确切。</summary>
    public static string? ValueOf(Statement statement) => statement switch
    {
        AmountStatement { Amount: { } a } => Text(a.Yuan),
        ChangeStatement { Amount: { } a } c => Text(c.Direction == Direction.Decrease ? -a.Yuan : a.Yuan),
        ChangeStatement { Percent: { } p } c => Text(c.Direction == Direction.Decrease ? -p.Value : p.Value),
        ShareStatement s => Text(s.Percent.Value),
        CompletionStatement c => Text(c.Percent.Value),
        CountStatement n => Text(n.Number),
        NilStatement => "0",
        _ => null,
    };

    /// <summary>数值的单位。</summary>
    public static string UnitOf(Statement statement) => statement switch
    {
        ShareStatement or CompletionStatement or ChangeStatement { Amount: null } => "percent",
        CountStatement n => n.Unit,
        _ => "yuan",
    };

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
