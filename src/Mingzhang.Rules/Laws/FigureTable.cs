using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>数字表：all amounts and changes of a disclosure, found by id, by point and by words.</summary>
public sealed class FigureTable
{
    private readonly Dictionary<string, Figure> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Point, List<Figure>> _amounts = [];
    private readonly List<Figure> _all = [];

    private FigureTable()
    {
    }

    /// <summary>全部数字。</summary>
    public IReadOnlyList<Figure> All => _all;

    /// <summary>按归并后的点分组的金额。</summary>
    public IReadOnlyDictionary<Point, List<Figure>> Amounts => _amounts;

    /// <summary>由公开文本构成。</summary>
    public static FigureTable Of(Disclosure disclosure, Canon canon, Canon changes)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        ArgumentNullException.ThrowIfNull(canon);
        ArgumentNullException.ThrowIfNull(changes);
        var table = new FigureTable();

        // 持平 is said of amounts as they are printed: it leaves open what the print of the sentence leaves open.
        var flat = disclosure.Statements.OfType<AmountStatement>().Where(a => a is { Amount: not null, Place.Table: null }).GroupBy(a => canon.Of(a.Point)).ToDictionary(g => g.Key, g => g.Min(a => a.Amount!.Value.Half));
        foreach (var statement in disclosure.Statements)
        {
            // An item has a name of its own, which need not be the only one: no law can be asked of it.
            if (statement.Point.Key("item") is not null)
            {
                continue;
            }

            switch (statement)
            {
                case AmountStatement amount:
                    table.Add(amount, canon.Of(amount.Point), amount.Amount?.Yuan ?? 0, amount.Amount?.Half ?? 0, amount switch
                    {
                        { Blank: true } => FigureState.Blank,
                        { Amount: null } => FigureState.Missing,
                        { Approximate: true } => FigureState.Approximate,
                        _ => FigureState.Printed,
                    });
                    break;
                case ChangeStatement { Percent: null } change:
                    table.Add(change, changes.Of(change.Point), Signed(change), change.Amount?.Half ?? flat.GetValueOrDefault(canon.Of(change.Point)),
                        change.Approximate ? FigureState.Approximate : change is { Amount: null, Direction: not Direction.Flat } ? FigureState.Missing : FigureState.Printed);
                    break;
                default:
                    break;
            }
        }

        return table;
    }

    /// <summary>按编号取; null for statements that are no figures.</summary>
    public Figure? Find(string id) => _byId.GetValueOrDefault(id);

    private static decimal Signed(ChangeStatement change) => change.Direction switch
    {
        Direction.Increase => change.Amount?.Yuan ?? 0,
        Direction.Decrease => -(change.Amount?.Yuan ?? 0),
        _ => 0,
    };

    private void Add(Statement statement, Point canonical, decimal value, decimal half, FigureState state)
    {
        var figure = new Figure(_all.Count, statement, canonical, value, half, state);
        _all.Add(figure);
        _byId[statement.Id] = figure;
        if (statement is AmountStatement)
        {
            if (!_amounts.TryGetValue(canonical, out var same))
            {
                _amounts[canonical] = same = [];
            }

            same.Add(figure);
        }
    }
}
