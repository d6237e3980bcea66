using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>归并：where all other parts of a whole are nil or zero, whole and part are one point (财政拨款 = 一般公共预算 where a
/// department has no other appropriation; 收入总计 = 本年收入 where nothing is carried in).</summary>
public sealed class Canon
{
    private readonly Dictionary<Member, Member?> _widened = [];
    private readonly Dictionary<Point, Point> _known = [];

    private Canon()
    {
    }

    /// <summary>由公开文本得出哪些整体只有一个部分。</summary>
    /// <param name="disclosure">The document.</param>
    /// <param name="space">All dimensions.</param>
    /// <param name="changes">True for changes: a part that is nothing this year and was something last year makes the change of the whole another.</param>
    public static Canon Of(Disclosure disclosure, Space space, bool changes = false)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        ArgumentNullException.ThrowIfNull(space);
        var canon = new Canon();
        var evidence = new Emptiness(disclosure, changes);

        // A budget that speaks of no money carried over has none; final accounts nearly always have some.
        bool Nothing(Member member) => evidence.Nil(member) || (disclosure.Facts.Kind != DocumentKind.Final && evidence.Absent(member));

        foreach (var balance in space.Balances)
        {
            foreach (var whole in new[] { balance.Left, balance.Right })
            {
                canon.Collapse(whole, space.Children(whole), Nothing);
            }
        }

        if (space.Member("fund", "fiscal") is { } fiscal)
        {
            canon.Collapse(fiscal, space.Children(fiscal), evidence.Nil);

            // All money is appropriation only where nothing is carried in either: what is carried in may be of any fund.
            var carried = space.Balances.SelectMany(b => space.Children(b.Left).Skip(1)).All(Nothing);
            var tops = space.Members.Where(m => m.Dimension == fiscal.Dimension && m.Parent is null).ToList();
            if (carried)
            {
                canon.Collapse(null, tops, evidence.Nil);
            }
        }

        return canon;
    }

    /// <summary>两者归并的是否相同。</summary>
    internal bool SameAs(Canon other) =>
        _widened.Count == other._widened.Count && _widened.Keys.All(m => other._widened.TryGetValue(m, out var wider) && Equals(wider, _widened[m]));

    /// <summary>归并后的点。</summary>
    public Point Of(Point point)
    {
        if (_known.TryGetValue(point, out var known))
        {
            return known;
        }

        var result = point.Completed();
        foreach (var member in result.Members.ToList())
        {
            var at = member;
            while (at is not null && _widened.TryGetValue(at, out var wider))
            {
                result = wider is null ? result.Without(member.Dimension) : result.With(wider);
                at = wider;
            }
        }

        return _known[point] = result;
    }

    private void Collapse(Member? whole, IReadOnlyList<Member> parts, Func<Member, bool> empty)
    {
        var filled = parts.Where(p => !empty(p)).ToList();
        if (filled.Count == 1)
        {
            _widened[filled[0]] = whole;
        }
    }
}
