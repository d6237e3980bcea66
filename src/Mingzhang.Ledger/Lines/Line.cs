using System.Globalization;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Lines;

/// <summary>预算行：one amount in 分 with everything that it is for. All tables and sentences are sums of lines.</summary>
internal sealed record Line
{
    public string Id { get; init; } = "";

    public required int Year { get; init; }

    public required string Unit { get; init; }

    /// <summary>阶段：budget, revised, executed or final.</summary>
    public string Phase { get; init; } = "budget";

    /// <summary>口径：expenditure, income, carried-in, carried-out, surplus-used …</summary>
    public string Measure { get; init; } = "expenditure";

    public string Fund { get; init; } = "";

    /// <summary>支出性质：personnel, public, project …; empty for what is no expenditure.</summary>
    public string Nature { get; init; } = "";

    /// <summary>支出功能分类项。</summary>
    public string Function { get; init; } = "";

    /// <summary>部门预算经济分类款。</summary>
    public string Economic { get; init; } = "";

    /// <summary>政府预算经济分类款，按对照表。</summary>
    public string Government { get; init; } = "";

    /// <summary>项目编码。</summary>
    public string Project { get; init; } = "";

    /// <summary>金额，以分计。</summary>
    public required long Fen { get; init; }

    /// <summary>政府采购：goods, works or services; empty where nothing is procured.</summary>
    public string Procurement { get; init; } = "";

    /// <summary>面向中小企业预留：sme, or sme/micro for small and micro enterprises.</summary>
    public string Sme { get; init; } = "";

    /// <summary>政府购买服务。</summary>
    public bool Bought { get; init; }

    /// <summary>用途，如 三公/abroad; what follows from the economic code need not be named.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>涉密：left out of what is published.</summary>
    public bool Secret { get; init; }

    /// <summary>对方单位：for money that passes between two units of one department, which counts once.</summary>
    public string Transfer { get; init; } = "";

    public string Details { get; init; } = "";

    /// <summary>来源：what computed or imported it; empty where a person entered it.</summary>
    public string Source { get; init; } = "";

    public long Version { get; init; }

    /// <summary>是否支出。</summary>
    public bool Spending => Measure == "expenditure";

    /// <summary>基本支出或项目支出, the level at which controls are given.</summary>
    public string Group => GroupOf(Nature);

    /// <summary>某支出性质属于基本支出还是项目支出。</summary>
    public static string GroupOf(string nature) => nature is "personnel" or "public" or "basic" ? "basic" : nature;

    /// <summary>同一行的标志：two lines alike in it are one line entered twice.</summary>
    public string Identity => string.Join('|', Year.ToString(CultureInfo.InvariantCulture), Unit, Phase, Measure, Fund, Nature, Function, Economic, Project, Procurement, Sme, Purpose, Transfer, Details);

    public static Line Of(StoredRecord r) => new()
    {
        Id = r.Id,
        Year = (int)r.Whole("year"),
        Unit = r["unit"],
        Phase = r["phase"],
        Measure = r["measure"],
        Fund = r["fund"],
        Nature = r["nature"],
        Function = r["function"],
        Economic = r["economic"],
        Government = r["government"],
        Project = r["project"],
        Fen = r.Whole("fen"),
        Procurement = r["procurement"],
        Sme = r["sme"],
        Bought = r.Is("bought"),
        Purpose = r["purpose"],
        Secret = r.Is("secret"),
        Transfer = r["transfer"],
        Details = r["details"],
        Source = r["source"],
        Version = r.Version,
    };

    public StoredRecord Stored() => new RecordValues().Set("year", Year).Set("unit", Unit).Set("phase", Phase).Set("measure", Measure).Set("fund", Fund).Set("nature", Nature)
        .Set("function", Function).Set("economic", Economic).Set("government", Government).Set("project", Project).Set("fen", Fen).Set("procurement", Procurement).Set("sme", Sme)
        .Set("bought", Bought).Set("purpose", Purpose).Set("secret", Secret).Set("transfer", Transfer).Set("details", Details).Set("source", Source).As(Kinds.Line, Id, Unit, Version);
}
