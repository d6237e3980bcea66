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

    /// <summary>交给文件。</summary>
    public void Deliver(ReadingContext context)
    {
        var label = Head.Place.Section ?? "";

        // 其中A若干 names one part of several; 其中：A若干 is a list that happens to have one item.
        var open = inline && Items.Count == 1;
        if (Items.Count > 0)
        {
            Sharpen(context);
            context.Listings.Add(new Listing(ListingKind.List, label, [Head, .. Items], open));
        }

        if (HeadChange is not null && Changes.Count > 0)
        {
            context.Listings.Add(new Listing(ListingKind.List, label, [HeadChange, .. Changes], open || Changes.Count < Items.Count));
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
