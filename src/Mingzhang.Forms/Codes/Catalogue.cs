using Mingzhang.Forms.Words;

namespace Mingzhang.Forms.Codes;

/// <summary>科目：one code with the name that it had in a span of years.</summary>
/// <param name="Code">类 3, 款 5, 项 7 digits.</param>
/// <param name="Name">Official name.</param>
/// <param name="From">First year of the name; null: before 2018 or unknown.</param>
/// <param name="To">Last year of the name; null: still valid.</param>
/// <param name="Verified">True where the row was seen in a real document, false where it is from general knowledge.</param>
public sealed record CodeEntry(string Code, string Name, int? From, int? To, bool Verified)
{
    /// <summary>该年度是否使用此名称。</summary>
    public bool ValidIn(int year) => (From is null || From <= year) && (To is null || year <= To);
}

/// <summary>科目表：one classification with the names of all years.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, CodeEntry[]> _byCode;
    private readonly Dictionary<string, CodeEntry[]> _byName;
    private readonly Dictionary<string, CodeEntry> _loosely;

    internal Catalogue(string key, IReadOnlyList<CodeEntry> entries)
    {
        Key = key;
        Entries = entries;
        _byCode = entries.GroupBy(e => e.Code).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _loosely = entries.Where(e => e.Code.Length == 3).GroupBy(e => Loose(e.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _byName = entries.GroupBy(e => FoldName(e.Name)).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>键: functions, economic-department, economic-government, revenue or fund-nature.</summary>
    public string Key { get; }

    /// <summary>全部科目，含旧名。</summary>
    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>名称归一: brackets and spaces folded, 其它 as 其他.</summary>
    public static string FoldName(string name) =>
        Fold.Label(name).Replace("其它", "其他", StringComparison.Ordinal).Replace("帐", "账", StringComparison.Ordinal);

    /// <summary>某年度的科目; null where the code had no name in that year.</summary>
    public CodeEntry? Find(string code, int year) =>
        _byCode.TryGetValue(code, out var entries) ? Array.Find(entries, e => e.ValidIn(year)) : null;

    /// <summary>某一编码的全部名称，各年。</summary>
    public IReadOnlyList<CodeEntry> Names(string code) => _byCode.GetValueOrDefault(code) ?? [];

    /// <summary>按名称查找某年度的科目; the level (3, 5 or 7 digits) may be given, since names recur.</summary>
    public IEnumerable<CodeEntry> ByName(string name, int year, int? length) =>
        (_byName.GetValueOrDefault(FoldName(name)) ?? []).Where(e => e.ValidIn(year) && (length is null || e.Code.Length == length));

    /// <summary>按通行的简称查找类（商品服务支出、对个人和家庭补助）: 和, 的 and a last 支出 do not count; null where none fits.</summary>
    public CodeEntry? Loosely(string name) => _loosely.GetValueOrDefault(Loose(name));

    private static string Loose(string name)
    {
        var folded = FoldName(name).Replace("和", "", StringComparison.Ordinal).Replace("的", "", StringComparison.Ordinal);
        return folded.EndsWith("支出", StringComparison.Ordinal) ? folded[..^2] : folded;
    }

    /// <summary>按名称查找，不论年度; the newest name first.</summary>
    public IEnumerable<CodeEntry> ByName(string name, int length) =>
        (_byName.GetValueOrDefault(FoldName(name)) ?? []).Where(e => e.Code.Length == length).OrderByDescending(e => e.From ?? 0);
}
