using System.Globalization;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Estimates;

/// <summary>支出标准：what one year allows per person, per vehicle, per unit, or as a percentage of what other standards gave; with the codes under which it is budgeted.</summary>
internal sealed record Standard
{
    /// <summary>计算单位：people there are, posts, pensioners, vehicles (vehicle or vehicle:类型), the unit as a whole, or a percentage.</summary>
    public static readonly IReadOnlyList<string> Pers = ["actual", "posts", "retired", "vehicle", "unit", "percent"];

    public required int Year { get; init; }

    public required string Code { get; init; }

    public string Name { get; init; } = "";

    public string Per { get; init; } = "actual";

    /// <summary>每人、每辆、每单位的金额，以分计。</summary>
    public long Fen { get; init; }

    /// <summary>比例，如 16 表示16%。</summary>
    public string Percent { get; init; } = "";

    /// <summary>计提基数：economic codes of amounts computed before, separated by spaces.</summary>
    public string Base { get; init; } = "";

    /// <summary>适用的人员类别，空为全部。</summary>
    public string Categories { get; init; } = "";

    public string Nature { get; init; } = "personnel";

    public string Fund { get; init; } = "general";

    /// <summary>支出功能分类；空为该类人员自己的。</summary>
    public string Function { get; init; } = "";

    public string Economic { get; init; } = "";

    public long Version { get; init; }

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Year}/{Code}");

    public bool Vehicles => Per == "vehicle" || Per.StartsWith("vehicle:", StringComparison.Ordinal);

    /// <summary>是否适用于某类人员。</summary>
    public bool Covers(string category) => Categories.Length == 0 || Categories.Split(' ').Contains(category);

    public static Standard Of(StoredRecord r) => new()
    {
        Year = (int)r.Whole("year"),
        Code = r["code"],
        Name = r["name"],
        Per = r["per"],
        Fen = r.Whole("fen"),
        Percent = r["percent"],
        Base = r["base"],
        Categories = r["categories"],
        Nature = r["nature"],
        Fund = r["fund"],
        Function = r["function"],
        Economic = r["economic"],
        Version = r.Version,
    };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("code", Code).Set("name", Name).Set("per", Per).Set("fen", Fen).Set("percent", Percent).Set("base", Base)
        .Set("categories", Categories).Set("nature", Nature).Set("fund", Fund).Set("function", Function).Set("economic", Economic).As(Kinds.Standard, Id, Organisations.CommonChain, Version);
}
