using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Figures;

/// <summary>数字链的一环：the figure as one document prints it, and whether it must be what stands before it.</summary>
/// <param name="Word">Its name.</param>
/// <param name="Document">Where it should stand; null where the archive lacks it.</param>
/// <param name="Found">What is printed; null where it is not.</param>
/// <param name="SameAs">Number of the link that it repeats; null where it may differ from the one before.</param>
internal sealed record NumberLink(string Word, ArchivedDocument? Document, ArchivedStatement? Found, int? SameAs)
{
    /// <summary>由本年数减去印出的增减得出的; null where the figure itself is printed.</summary>
    public long? Derived { get; init; }

    /// <summary>数值。</summary>
    public long? Fen => Derived ?? Found?.Fen;

    /// <summary>印出的精度所容的差，分: half a unit of the last digit; a difference of two figures has that of both.</summary>
    public decimal Slack => Found is null ? 0 : Precision(Found) * (Derived is null ? 1 : 2);

    /// <summary>一个数印出的精度所容的差，分。</summary>
    public static decimal Precision(ArchivedStatement found) => StatementText.Printed(found.Statement) is { } amount ? (amount.Interval.High - amount.Interval.Low) * 100 / 2 : 0;
}

/// <summary>同一数字的链：first budget, as the final account repeats it, revised, final, and as next year's documents repeat both.</summary>
internal static class NumberChain
{
    /// <summary>一个要目的链; the scope of which most links are printed.</summary>
    public static IReadOnlyList<NumberLink> Of(Visit v, IArchive archive, Body body, string scope, int year, string item)
    {
        var documents = archive.Documents(body).Where(d => d.Scope == scope).ToList();
        var (budget, final) = (Book(year, DocumentKind.Budget), Book(year, DocumentKind.Final));
        var (nextBudget, nextFinal) = (Book(year + 1, DocumentKind.Budget), Book(year + 1, DocumentKind.Final));
        IReadOnlyList<string> points = Headlines.Items.First(i => i.Key == item).Points;
        return points.Select(Links).MaxBy(l => l.Count(x => x.Found is not null))!;

        IReadOnlyList<NumberLink> Links(string point) =>
        [
            new("chain.budget", budget?.Document, budget?.Amount(point, year, "budget"), null), new("chain.quoted", final?.Document, final?.Amount(point, year, "budget"), 0),
            new("chain.revised", final?.Document, final?.Amount(point, year, "revised"), null), new("chain.final", final?.Document, final?.Amount(point, year, "final"), null),
            Next("chain.nextbudget", nextBudget, point, "budget", 0), Next("chain.nextfinal", nextFinal, point, "final", 3),
        ];

        // Where next year's document prints no column of the year, it still says by how much it differs.
        NumberLink Next(string word, FigureBook? next, string point, string phase, int same) => next?.Amount(point, year, phase) is { } printed ? new NumberLink(word, next.Document, printed, same)
            : next?.Before(point, null) is { Found.Statement: ChangeStatement change } before && change.Base.Phase.Key == phase ? new NumberLink(word, next.Document, before.Found, same) { Derived = before.Fen } : new NumberLink(word, next?.Document, null, same);

        FigureBook? Book(int of, DocumentKind kind) => documents.FirstOrDefault(d => d.Year == of && d.Kind == kind.ToString()) is { } d ? new FigureBook(d, archive.Printed(d), v.Library.Space) : null;
    }
}
