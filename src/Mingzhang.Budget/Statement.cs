namespace Mingzhang.Budget;

/// <summary>陈述：one thing that a document says, with its point and the place where it stands.</summary>
public abstract record Statement
{
    /// <summary>编号: stable for one content, such as t2.r5.c3 or n12.</summary>
    public required string Id { get; init; }

    /// <summary>所说的点，按原文限定。</summary>
    public required Point Point { get; init; }

    /// <summary>位置。</summary>
    public required Place Place { get; init; }

    /// <summary>原文: what was printed, untouched.</summary>
    public required string Raw { get; init; }

    /// <summary>种类的键: amount, change, share, completion, count or nil.</summary>
    public abstract string Kind { get; }
}

/// <summary>金额陈述：the amount at a point.</summary>
public sealed record AmountStatement : Statement
{
    /// <inheritdoc/>
    public override string Kind => "amount";

    /// <summary>金额; null where the words call for a number and none is printed.</summary>
    public required Amount? Amount { get; init; }

    /// <summary>空白格: a money cell of a table that was read and holds nothing; it counts 0 and stays blank.</summary>
    public bool Blank { get; init; }

    /// <summary>约数: 约、左右、以上; it enters no exact law.</summary>
    public bool Approximate { get; init; }

    /// <summary>用途，按原文 (behind 主要用于); null where none is named.</summary>
    public string? Use { get; init; }
}

/// <summary>变动陈述：by how much a point differs from its base.</summary>
public sealed record ChangeStatement : Statement
{
    /// <inheritdoc/>
    public override string Kind => "change";

    /// <summary>比较基础。</summary>
    public required ComparisonBase Base { get; init; }

    /// <summary>方向，按用词。</summary>
    public required Direction Direction { get; init; }

    /// <summary>变动额，按印出（不带方向的正负号）; null where only a percentage or a word is given.</summary>
    public Amount? Amount { get; init; }

    /// <summary>变动百分比，按印出。</summary>
    public Percentage? Percent { get; init; }

    /// <summary>基本持平等约略说法: it enters no exact law.</summary>
    public bool Approximate { get; init; }

    /// <summary>说明的原因; null where none is given.</summary>
    public string? Reason { get; init; }
}

/// <summary>占比陈述：a part as a percentage of its whole.</summary>
public sealed record ShareStatement : Statement
{
    /// <inheritdoc/>
    public override string Kind => "share";

    /// <summary>整体的点。</summary>
    public required Point Whole { get; init; }

    /// <summary>百分比。</summary>
    public required Percentage Percent { get; init; }
}

/// <summary>完成率陈述：the final or executed amount as a percentage of the budget.</summary>
public sealed record CompletionStatement : Statement
{
    /// <inheritdoc/>
    public override string Kind => "completion";

    /// <summary>预算的点。</summary>
    public required Point Budget { get; init; }

    /// <summary>百分比。</summary>
    public required Percentage Percent { get; init; }
}

/// <summary>数量陈述：a number that is not money (vehicles, people, visits).</summary>
public sealed record CountStatement : Statement
{
    /// <inheritdoc/>
    public override string Kind => "count";

    /// <summary>所数的事物，按原文。</summary>
    public required string What { get; init; }

    /// <summary>数值。</summary>
    public required decimal Number { get; init; }

    /// <summary>计量单位，按原文。</summary>
    public required string Unit { get; init; }
}

/// <summary>无数据陈述：there is none of it; every point inside counts 0.</summary>
public sealed record NilStatement : Statement
{
    /// <inheritdoc/>
    public override string Kind => "nil";
}

/// <summary>比较基础：the year and phase with which a change compares.</summary>
/// <param name="Year">Year of the base.</param>
/// <param name="Phase">Phase of the base.</param>
/// <param name="Assumed">True where the words name no phase and the subject's own was taken.</param>
/// <param name="Raw">The words, such as 比2023年.</param>
public sealed record ComparisonBase(int Year, Member Phase, bool Assumed, string Raw);

/// <summary>百分比：a printed percentage with its decimals; the interval is closed, in percent.</summary>
public readonly record struct Percentage(decimal Value, int Digits)
{
    /// <summary>闭区间。</summary>
    public Interval Interval
    {
        get
        {
            var half = PowersOfTen.Negative(Digits) / 2;
            return new Interval(Value - half, Value + half);
        }
    }
}

/// <summary>增减方向。</summary>
public enum Direction
{
    /// <summary>增加、增长。</summary>
    Increase,

    /// <summary>减少、下降。</summary>
    Decrease,

    /// <summary>持平、无变化。</summary>
    Flat,
}
