using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>省去的零：where most amounts of the text print two decimals, those without dropped their zeros (35万元 for 35.00万元) and are as exact
/// as the others.</summary>
internal static class DroppedZeros
{
    private const int Usual = 2;
    private const int Fewest = 10;

    // 万元 with four decimals and more are amounts to the yuan: who prints some so prints none rounded.
    private const int ToTheYuan = 4;
    private const int Several = 3;

    /// <summary>按其余各数的精度看待。</summary>
    public static void Restore(ReadingContext context)
    {
        var amounts = context.Statements.Where(s => s.Place.Table is null).Select(s => new { s.Id, Amount = Exact(s) }).Where(a => a.Amount is { Value: not 0 }).ToList();
        if (amounts.Count < Fewest || (amounts.Count(a => a.Amount!.Value.Digits >= Usual) * 2 < amounts.Count && amounts.Count(a => a.Amount!.Value.Digits >= ToTheYuan) < Several))
        {
            return;
        }

        foreach (var amount in amounts.Where(a => a.Amount!.Value.Precision < Usual))
        {
            context.Amend<Statement>(amount.Id, s => s switch
            {
                AmountStatement a => a with { Amount = a.Amount!.Value.WithPrecision(Usual) },
                ChangeStatement c => c with { Amount = c.Amount!.Value.WithPrecision(Usual) },
                _ => s,
            });
        }
    }

    private static Amount? Exact(Statement statement) => statement switch
    {
        AmountStatement { Approximate: false } a => a.Amount,
        ChangeStatement { Approximate: false } c => c.Amount,
        _ => null,
    };
}
