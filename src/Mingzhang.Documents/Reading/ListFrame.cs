using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>一串分项：the head of a list with its parts and their changes.</summary>
internal sealed class ListFrame(AmountStatement head, bool inline)
{
    public AmountStatement Head { get; } = head;

    public Point Context => Head.Point;

    public List<AmountStatement> Items { get; } = [];

    public List<ChangeStatement> Changes { get; } = [];

    public ChangeStatement? HeadChange { get; set; }

    /// <summary>是否有未读懂的分项。</summary>
    public bool Incomplete { get; set; }

    /// <summary>交给文件。</summary>
    public void Deliver(ReadingContext context)
    {
        var label = Head.Place.Section ?? "";

        // 其中A若干 names one part of several; 其中：A若干 is a list that happens to have one item.
        // What small firms were awarded is never told in all its parts: only the smallest of them are.
        var open = Incomplete || Context.Key("purpose") == "sme-awarded" || (inline && Items.Count == 1);
        if (Items.Count > 0)
        {
            Sharpen(context);
            Widen(context);
            context.Listings.Add(new Listing(ListingKind.List, label, [Head, .. Items], open));
        }

        if (HeadChange is not null && Changes.Count > 0)
        {
            context.Listings.Add(new Listing(ListingKind.List, label, [HeadChange, .. Changes], open || Changes.Count < Items.Count));
        }
    }

    // 收入预算总额…其中…上年结转…: what counts the money carried over among its parts is all resources, or all uses.
    private void Widen(ReadingContext context)
    {
        var measures = Items.Select(i => i.Point[context.Measure]?.Key).ToList();
        var wider = Head.Point[context.Measure]?.Key switch
        {
            "income" when measures.Exists(m => m is "carried-in" or "surplus-used") => "resources",
            "expenditure" when measures.Exists(m => m is "carried-out" or "surplus-distributed") => "uses",
            _ => null,
        };
        if (wider is not null && context.Space.Member("measure", wider) is { } measure)
        {
            context.Amend<AmountStatement>(Head.Id, a => a with { Point = a.Point.With(measure) });
        }
    }

    // The items of one list were printed by one hand: where one has decimals, the others dropped their zeros.
    private void Sharpen(ReadingContext context)
    {
        var precision = ReadingContext.Precision(Items.Select(a => a.Amount).OfType<Amount>());
        foreach (var item in Items.Where(i => i.Amount is { } amount && amount.Precision < precision))
        {
            context.Amend<AmountStatement>(item.Id, a => a with { Amount = a.Amount!.Value.WithPrecision(precision) });
        }
    }
}
