using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Ledger.Imports;

/// <summary>单元格的读取：what people write in a column, as the ledger keeps it; null where it is not understood.</summary>
internal sealed class ImportCells(Library library, int year)
{
    // A file of many rows says few different things.
    private readonly Dictionary<string, string?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _codes = new(StringComparer.Ordinal);

    /// <summary>编码，带名称时核对; a name alone finds its code where it is the only one.</summary>
    public string Code(string catalogue, int length, string text, Action<Problem> fault)
    {
        if (!_codes.TryGetValue(catalogue, out var known))
        {
            _codes[catalogue] = known = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        if (known.TryGetValue(text, out var code))
        {
            return code;
        }

        // What has a fault is read again, because it is told again with its own cell.
        var sound = true;
        code = CodeOf(catalogue, length, text, p =>
        {
            sound = false;
            fault(p);
        });
        if (sound)
        {
            known[text] = code;
        }

        return code;
    }

    private string CodeOf(string catalogue, int length, string text, Action<Problem> fault)
    {
        var folded = Fold.Label(text).Trim('[', ']');
        var digits = new string([.. folded.TakeWhile(char.IsAsciiDigit)]);
        var name = folded[digits.Length..].Trim('-', '_', '.', ':', ']', '[', ' ');
        if (digits.Length == 0)
        {
            if (name.Length == 0)
            {
                return "";
            }

            var named = library.Catalogues[catalogue].ByName(name, year, length).ToList();
            if (named.Count == 1)
            {
                return named[0].Code;
            }

            if (named.Count > 1)
            {
                fault(Problem.Of($"名称“{Problem.Shown(name)}”有 {named.Count} 个科目", $"the name '{Problem.Shown(name)}' belongs to {named.Count} codes", "请写编码：" + string.Join('、', named.Take(5).Select(e => e.Code)), "give the code: " + string.Join(", ", named.Take(5).Select(e => e.Code))));
            }

            return name;
        }

        var entry = library.Catalogues[catalogue].Find(digits, year);
        if (entry is not null && name.Length > 0 && Forms.Codes.Catalogue.FoldName(entry.Name) != Forms.Codes.Catalogue.FoldName(name) && library.Catalogues[catalogue].Names(digits).All(n => Forms.Codes.Catalogue.FoldName(n.Name) != Forms.Codes.Catalogue.FoldName(name)))
        {
            fault(Problem.Of($"编码 {digits} 是“{entry.Name}”，不是“{Problem.Shown(name)}”", $"code {digits} is '{entry.Name}', not '{Problem.Shown(name)}'", "请改正编码或名称", "mend the code or the name"));
        }

        return digits;
    }

    /// <summary>资金性质。</summary>
    public string? Fund(string text) => Once("fund " + text, () => FundOf(text));

    private string? FundOf(string text)
    {
        var digits = new string([.. Fold.Label(text).TakeWhile(char.IsAsciiDigit)]);
        var name = digits.Length > 0 ? library.Catalogues["fund-nature"].Names(digits).Select(e => e.Name).FirstOrDefault() ?? "" : text;
        return Known("fund", text) ?? library.Lexicon.Read(name).Point.Key("fund");
    }

    /// <summary>支出性质。</summary>
    public string? Nature(string text) => Once("nature " + text, () => Known("nature", text) ?? library.Lexicon.Read(text).Point.Key("nature"));

    /// <summary>口径。</summary>
    public string? Measure(string text) => Fold.Label(text) switch
    {
        "" or "支出" => "expenditure",
        "收入" => "income",
        _ => Once("measure " + text, () => Known("measure", text) ?? library.Lexicon.Read(text).Point.Key("measure")),
    };

    /// <summary>政府采购品类。</summary>
    public static string? Procurement(string text) => Fold.Label(text) switch
    {
        "" or "否" or "0" or "无" => "",
        "货物" or "货物类" or "goods" => "goods",
        "工程" or "工程类" or "works" => "works",
        "服务" or "服务类" or "services" => "services",
        _ => null,
    };

    /// <summary>面向中小企业预留。</summary>
    public static string? Sme(string text) => Fold.Label(text) switch
    {
        "" or "否" or "0" or "无" => "",
        "是" or "1" or "中小企业" or "sme" => "sme",
        "小微企业" or "小型和微型企业" or "sme/micro" => "sme/micro",
        _ => null,
    };

    /// <summary>是否。</summary>
    public static bool? Flag(string text) => Fold.Label(text) switch
    {
        "" or "否" or "0" or "无" or "no" => false,
        "是" or "1" or "√" or "有" or "yes" => true,
        _ => null,
    };

    private string? Once(string key, Func<string?> read)
    {
        if (!_read.TryGetValue(key, out var known))
        {
            _read[key] = known = read();
        }

        return known;
    }

    private string? Known(string dimension, string text) => library.Space.Member(dimension, text.Trim())?.Key;
}
