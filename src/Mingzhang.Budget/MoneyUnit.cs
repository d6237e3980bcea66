namespace Mingzhang.Budget;

/// <summary>金额单位：元、万元、亿元，<see cref="Factor"/> is the number of yuan in one unit.</summary>
public sealed record MoneyUnit(string Name, decimal Factor)
{
    /// <summary>元: the unit in which all arithmetic is done.</summary>
    public static readonly MoneyUnit Yuan = new("元", 1m);

    /// <summary>万元: ten thousand yuan, the usual unit of tables and sentences.</summary>
    public static readonly MoneyUnit TenThousand = new("万元", 10_000m);

    /// <summary>亿元: a hundred million yuan.</summary>
    public static readonly MoneyUnit HundredMillion = new("亿元", 100_000_000m);

    /// <summary>全部单位, longest name first, so that 万元 is found before 元.</summary>
    public static readonly IReadOnlyList<MoneyUnit> All = [TenThousand, HundredMillion, Yuan];

    /// <summary>按名称查找单位; null where the name is no unit of money.</summary>
    public static MoneyUnit? Find(string name) => All.FirstOrDefault(unit => unit.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
