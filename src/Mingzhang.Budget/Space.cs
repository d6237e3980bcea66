namespace Mingzhang.Budget;

/// <summary>坐标系：all dimensions with their members, made from data. It is never changed once built.</summary>
public sealed class Space
{
    private readonly Dictionary<string, Dimension> _dimensions;
    private readonly Dictionary<string, Dictionary<string, Member>> _members;
    private readonly Dictionary<Member, List<Member>> _children = [];

    internal Space(IReadOnlyList<Dimension> dimensions, Dictionary<string, Dictionary<string, Member>> members, IReadOnlyList<Balance> balances)
    {
        Dimensions = dimensions;
        Balances = balances;
        _dimensions = dimensions.ToDictionary(d => d.Key, StringComparer.Ordinal);
        _members = members;
        foreach (var member in Members)
        {
            if (member.Parent is not { } parent)
            {
                continue;
            }

            if (!_children.TryGetValue(parent, out var children))
            {
                _children[parent] = children = [];
            }

            children.Add(member);
        }

        Everything = new Point(new Member?[dimensions.Count]);
    }

    /// <summary>全部维度，按坐标次序。</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>平衡关系: pairs of members that are equal in every sound account (收入总计 = 支出总计).</summary>
    public IReadOnlyList<Balance> Balances { get; }

    /// <summary>不加任何限定的点: the start of every point.</summary>
    public Point Everything { get; }

    /// <summary>全部已声明的成员。</summary>
    public IEnumerable<Member> Members => _members.Values.SelectMany(m => m.Values);

    /// <summary>按键取维度; null where there is none.</summary>
    public Dimension? Dimension(string key) => _dimensions.GetValueOrDefault(key);

    /// <summary>按键取成员: declared, a code, or a free name of an open dimension; null where the dimension knows no such member.</summary>
    public Member? Member(string dimension, string key)
    {
        if (_members.TryGetValue(dimension, out var declared) && declared.TryGetValue(key, out var known))
        {
            return known;
        }

        return _dimensions.TryGetValue(dimension, out var d) ? d.Kind switch
        {
            DimensionKind.Open => new Member(d, key, key, key, null),
            DimensionKind.Coded => Code(d, key),
            _ => null,
        } : null;
    }

    /// <summary>下级成员: those declared directly below (not the codes of a catalogue).</summary>
    public IReadOnlyList<Member> Children(Member parent) => _children.GetValueOrDefault(parent) ?? [];

    /// <summary>读取坐标文字, such as "fund=general nature=basic"; null with the faulty word where one is unknown.</summary>
    public Point? Parse(string coordinates, out string? unknown)
    {
        var point = Everything;
        foreach (var word in coordinates.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = word.IndexOf('=', StringComparison.Ordinal);
            var member = cut < 0 ? null : Member(word[..cut], word[(cut + 1)..]);
            if (member is null)
            {
                unknown = word;
                return null;
            }

            point = point.With(member);
        }

        unknown = null;
        return point;
    }

    private Member? Code(Dimension dimension, string key)
    {
        if (key.Length == 0 || !key.All(char.IsAsciiDigit))
        {
            return null;
        }

        // 类 3 digits, then two more for each level.
        Member? parent = key.Length > 3 ? Member(dimension.Key, key[..^2]) : null;
        return new Member(dimension, key, key, key, parent);
    }
}

/// <summary>平衡：two members that are equal for the whole and for each part that prints both.</summary>
public sealed record Balance(Member Left, Member Right);
