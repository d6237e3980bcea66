using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Codes;

namespace Mingzhang.Documents.Reading;

/// <summary>科目名称：finds which code of the functional classification a text names: 某（类）某（款）某（项）, or the code itself.
/// The names that the document's own tables print come first, then the catalogue of the year, then that of any year.</summary>
internal sealed partial class CodeNames
{
    private readonly Catalogue? _catalogue;
    private readonly int _year;
    private readonly Dictionary<string, HashSet<string>> _own = new(StringComparer.Ordinal);

    public CodeNames(Catalogue? catalogue, int? year)
    {
        _catalogue = catalogue;
        _year = year ?? 0;
    }

    /// <summary>记下表中印出的编码和名称。</summary>
    public void Learn(IEnumerable<Table> tables)
    {
        foreach (var row in tables.SelectMany(t => t.Rows).Where(r => r.Code.Length >= 3 && r.Code[0] == '2' && r.Label.Length > 1))
        {
            var name = Catalogue.FoldName(row.Label);
            if (!_own.TryGetValue(name, out var codes))
            {
                _own[name] = codes = new HashSet<string>(StringComparer.Ordinal);
            }

            codes.Add(row.Code);
        }
    }

    /// <summary>文字中所说的科目; null where it names none. <paramref name="above"/> is the code of the heading, under which 款 and 项 are looked for.</summary>
    public NamedCode? Find(string folded, string? above)
    {
        // Cheap looks first: this runs for every label and every figure.
        if (folded.Contains('(', StringComparison.Ordinal) && folded.AsSpan().IndexOfAny("类款项") >= 0 && Level().Matches(folded) is { Count: > 0 } levels)
        {
            return Named(levels, above);
        }

        if (!folded.Contains('2', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (Match match in Printed().Matches(folded))
        {
            var code = match.Groups[1].Value;
            if (_catalogue?.Names(code).Count > 0 || (code.Length == 7 && _catalogue?.Names(code[..3]).Count > 0) || _own.Values.Any(c => c.Contains(code)))
            {
                return new NamedCode(code, match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    private NamedCode? Named(MatchCollection levels, string? above)
    {
        var code = above ?? "";
        var length = 0;
        foreach (Match match in levels)
        {
            length = match.Groups["level"].Value switch
            {
                "类" => 3,
                "款" => 5,
                _ => 7,
            };
            var name = Catalogue.FoldName(match.Groups["name"].Value.Trim('"', ' ', '-', '—', '、'));
            code = code.Length >= length ? code[..(length - (length == 3 ? 3 : 2))] : code;
            code = Resolve(name, length, code) ?? Resolve(name + "支出", length, code) ?? Unnamed(name, code, length) ?? Shuffled(name, code, length) ?? "";
            if (code.Length == 0)
            {
                return null;
            }
        }

        var last = levels[^1];
        return code.Length == length ? new NamedCode(code, levels[0].Index, last.Index + last.Length) : null;
    }

    // 一般行政事务 with its words turned about: the same characters in another order, among what the tables print below the 款.
    private string? Shuffled(string name, string above, int length)
    {
        if (length != 7 || above.Length != 5)
        {
            return null;
        }

        var sorted = string.Concat(name.Order());
        var found = _own.Where(o => o.Key.Length == name.Length && string.Concat(o.Key.Order()) == sorted).SelectMany(o => o.Value).Where(c => c.Length == length && c.StartsWith(above, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    // 款 and 项 below an unknown name cannot be told apart; a 项 right below its 类 is looked for among all of it.
    private string? Unnamed(string name, string above, int length) => above.Length == length - 4 ? Resolve(name, length, above) : null;

    private string? Resolve(string name, int length, string above)
    {
        if (_own.TryGetValue(name, out var own) && own.Where(c => c.Length == length && c.StartsWith(above, StringComparison.Ordinal)).ToList() is { Count: 1 } single)
        {
            return single[0];
        }

        var known = _catalogue?.ByName(name, _year, length).Select(e => e.Code).Concat(_catalogue.ByName(name, length).Select(e => e.Code))
            .Where(c => c.StartsWith(above, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return known is { Count: > 0 } ? known[0] : null;
    }

    [GeneratedRegex(@"(?<name>[^()。;,:]{1,40}?(?:\([^()类款项]{1,8}\)[^()。;,:]{0,20}?)*)\s*\((?:\d{2,7})?(?<level>类|款|项)\)")]
    private static partial Regex Level();

    [GeneratedRegex(@"(?<![\d.])(2\d{2}(?:\d{2}){0,2})(?=[\p{IsCJKUnifiedIdeographs}()—\-])(?![年万元亿个人])")]
    private static partial Regex Printed();
}

/// <summary>文中的科目：its code and where it stands in the text.</summary>
internal sealed record NamedCode(string Code, int Start, int End);
