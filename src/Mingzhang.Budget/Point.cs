namespace Mingzhang.Budget;

/// <summary>点：what a figure measures, as one member or none in each dimension; a dimension that is not narrowed means its whole.</summary>
public sealed class Point : IEquatable<Point>
{
    private readonly Member?[] _members;
    private readonly int _hash;
    private Member[]? _narrowed;
    private Point? _completed;

    internal Point(Member?[] members)
    {
        _members = members;
        var hash = 17;
        foreach (var member in members)
        {
            hash = unchecked((hash * 31) + (member is null ? 0 : member.GetHashCode()));
        }

        _hash = hash;
    }

    /// <summary>某一维度的成员; null: the whole.</summary>
    public Member? this[Dimension dimension]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(dimension);
            return _members[dimension.Index];
        }
    }

    /// <summary>已限定的各坐标，按维度次序。</summary>
    public IReadOnlyList<Member> Members => _narrowed ??= [.. _members.OfType<Member>()];

    /// <summary>按维度的键取成员的键; null: the whole.</summary>
    public string? Key(string dimension)
    {
        foreach (var member in _members)
        {
            if (member is not null && member.Dimension.Key == dimension)
            {
                return member.Key;
            }
        }

        return null;
    }

    /// <summary>换上某一坐标（原有的同维坐标被替换）。</summary>
    public Point With(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.Equals(_members[member.Dimension.Index]))
        {
            return this;
        }

        var members = (Member?[])_members.Clone();
        members[member.Dimension.Index] = member;
        return new Point(members);
    }

    /// <summary>去掉某一坐标, so that the whole of the dimension is meant.</summary>
    public Point Without(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        if (_members[dimension.Index] is null)
        {
            return this;
        }

        var members = (Member?[])_members.Clone();
        members[dimension.Index] = null;
        return new Point(members);
    }

    /// <summary>叠加另一点的坐标: where both narrow a dimension the other's member counts, unless it merely contains the member here.</summary>
    public Point Narrow(Point other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var point = this;
        foreach (var member in other.Members)
        {
            if (point._members[member.Dimension.Index] is not { } own || !member.Contains(own))
            {
                point = point.With(member);
            }
        }

        return point;
    }

    /// <summary>两点是否相容: no dimension in which both narrow and neither contains the other.</summary>
    public bool Agrees(Point other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < _members.Length; i++)
        {
            if (_members[i] is { } mine && other._members[i] is { } theirs && !mine.Contains(theirs) && !theirs.Contains(mine))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>是否包含（含相等）: every coordinate here contains the other's.</summary>
    public bool Contains(Point other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < _members.Length; i++)
        {
            if (_members[i] is { } mine && (other._members[i] is not { } theirs || !mine.Contains(theirs)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>补全蕴含的坐标: implied members are added where the point does not already say something narrower or contrary.</summary>
    public Point Completed()
    {
        if (_completed is null)
        {
            var point = this;
            while (point.Implied() is { } more)
            {
                point = point.With(more);
            }

            _completed = point;
        }

        return _completed;
    }

    private Member? Implied()
    {
        foreach (var member in _members)
        {
            for (var m = member; m is not null; m = m.Parent)
            {
                foreach (var (then, when) in m.Implications)
                {
                    var holds = when is null || (_members[when.Dimension.Index] is { } at && when.Contains(at));
                    var present = _members[then.Dimension.Index];
                    if (holds && (present is null || (present.Contains(then) && !present.Equals(then))))
                    {
                        return then;
                    }
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Point? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Same(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Point);

    private bool Same(Point other)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            if (!Equals(_members[i], other._members[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Members);
}
