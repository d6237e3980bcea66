namespace Mingzhang.Budget;

/// <summary>维度：one direction in which a figure is narrowed (资金, 性质, 功能分类, …).</summary>
public sealed class Dimension
{
    internal Dimension(int index, string key, string chinese, string english, DimensionKind kind, bool additive)
    {
        Index = index;
        Key = key;
        Chinese = chinese;
        English = english;
        Kind = kind;
        Additive = additive;
    }

    /// <summary>在坐标中的位置。</summary>
    public int Index { get; }

    /// <summary>键。</summary>
    public string Key { get; }

    /// <summary>中文名称。</summary>
    public string Chinese { get; }

    /// <summary>英文名称。</summary>
    public string English { get; }

    /// <summary>成员从何而来。</summary>
    public DimensionKind Kind { get; }

    /// <summary>可加性: whether the members directly below the whole of the dimension add up to it.</summary>
    public bool Additive { get; }

    /// <inheritdoc/>
    public override string ToString() => Key;
}

/// <summary>成员来源：how a dimension gets its members.</summary>
public enum DimensionKind
{
    /// <summary>固定: all members are declared.</summary>
    Fixed,

    /// <summary>编码: members are codes; a longer code lies inside every code that it begins with.</summary>
    Coded,

    /// <summary>开放: any name is a member (年度, 单位, 项目).</summary>
    Open,
}
