namespace Mingzhang.Budget;

/// <summary>成员：one value of a dimension, such as 一般公共预算 of 资金. Two members are the same when dimension and key are.</summary>
public sealed class Member : IEquatable<Member>
{
    private readonly int _hash;
    private List<Implication>? _implications;
    private List<Member>? _union;

    internal Member(Dimension dimension, string key, string chinese, string english, Member? parent)
    {
        Dimension = dimension;
        Key = key;
        Chinese = chinese;
        English = english;
        Parent = parent;
        _hash = HashCode.Combine(dimension.Index, StringComparer.Ordinal.GetHashCode(key));
    }

    /// <summary>所属维度。</summary>
    public Dimension Dimension { get; }

    /// <summary>键: how data, reports and the API write the member.</summary>
    public string Key { get; }

    /// <summary>中文名称。</summary>
    public string Chinese { get; }

    /// <summary>英文名称。</summary>
    public string English { get; }

    /// <summary>上级成员; null at the top, where only the whole of the dimension is above.</summary>
    public Member? Parent { get; }

    /// <summary>蕴含坐标: what a point with this member also has; those of its parents hold too.</summary>
    public IReadOnlyList<Implication> Implications => _implications ?? [];

    /// <summary>并集的各部分: members that this one gathers although they lie elsewhere in the tree; empty as a rule.</summary>
    public IReadOnlyList<Member> Union => _union ?? [];

    /// <summary>是否包含（含相等）: the other lies inside this one.</summary>
    public bool Contains(Member other)
    {
        for (Member? m = other; m is not null; m = m.Parent)
        {
            if (Equals(m))
            {
                return true;
            }
        }

        if (_union is null)
        {
            return false;
        }

        // A loop, not a query: a closure would be made at every comparison of points.
        foreach (var part in _union)
        {
            if (part.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Member? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Dimension == other.Dimension && string.Equals(Key, other.Key, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Member);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Dimension.Key + "=" + Key;

    internal void Imply(Implication implication) => (_implications ??= []).Add(implication);

    internal void Gather(Member part) => (_union ??= []).Add(part);
}

/// <summary>蕴含：a member adds <paramref name="Then"/> to a point, where the point lies inside <paramref name="When"/> (null: always).</summary>
public sealed record Implication(Member Then, Member? When);
