namespace Mingzhang.Rules.Laws;

/// <summary>五大规律：the laws in order, with what a book adds. Each turns a disclosure into relations; none looks at a form by name.</summary>
public static class LawBook
{
    /// <summary>各规律，编号与所生关系。</summary>
    public static IReadOnlyList<Law> All { get; } =
    [
        new(Agreement.Id, Agreement.Relations),
        new(Sums.Id, Sums.Relations),
        new(Changes.Id, Changes.Relations),
        new(Balances.Id, Balances.Relations),
        new(Bounds.Id, Bounds.Relations),
        new(BookRelations.Id, BookRelations.Relations),
    ];

    /// <summary>一份公开文本的全部关系。</summary>
    public static IReadOnlyList<Relation> Relations(LawContext context) => [.. All.SelectMany(l => l.Relations(context))];
}

/// <summary>规律：its rule id and the relations that it finds.</summary>
public sealed record Law(string Id, Func<LawContext, IEnumerable<Relation>> Relations);
