namespace Mingzhang.Budget;

/// <summary>坐标系的构造：collects dimensions and members, then <see cref="Build"/> freezes them.</summary>
public sealed class SpaceBuilder
{
    private readonly List<Dimension> _dimensions = [];
    private readonly Dictionary<string, Dictionary<string, Member>> _members = [];
    private readonly List<Balance> _balances = [];

    /// <summary>增加维度; null where the key is taken.</summary>
    public Dimension? AddDimension(string key, string chinese, string english, DimensionKind kind, bool additive)
    {
        if (_dimensions.Any(d => d.Key == key))
        {
            return null;
        }

        var dimension = new Dimension(_dimensions.Count, key, chinese, english, kind, additive);
        _dimensions.Add(dimension);
        _members[key] = new Dictionary<string, Member>(StringComparer.Ordinal);
        return dimension;
    }

    /// <summary>增加成员; null where the key is taken in its dimension.</summary>
    public Member? AddMember(Dimension dimension, string key, string chinese, string english, Member? parent)
    {
        var member = new Member(dimension, key, chinese, english, parent);
        return _members[dimension.Key].TryAdd(key, member) ? member : null;
    }

    /// <summary>查找已加的维度。</summary>
    public Dimension? Dimension(string key) => _dimensions.Find(d => d.Key == key);

    /// <summary>查找已加的成员, written as "dimension=key".</summary>
    public Member? Find(string coordinate)
    {
        var cut = coordinate.IndexOf('=', StringComparison.Ordinal);
        return cut < 0 ? null : _members.GetValueOrDefault(coordinate[..cut])?.GetValueOrDefault(coordinate[(cut + 1)..]);
    }

    /// <summary>声明蕴含: <paramref name="member"/> ⇒ <paramref name="then"/>, inside <paramref name="when"/> only where that is given.</summary>
    public static void Imply(Member member, Member then, Member? when)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.Imply(new Implication(then, when));
    }

    /// <summary>声明并集的一部分。</summary>
    public static void Gather(Member union, Member part)
    {
        ArgumentNullException.ThrowIfNull(union);
        union.Gather(part);
    }

    /// <summary>声明平衡关系。</summary>
    public void AddBalance(Member left, Member right) => _balances.Add(new Balance(left, right));

    /// <summary>完成。</summary>
    public Space Build() => new(_dimensions, _members, _balances);
}
