using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>文件身份：who discloses, for which year, budget or final account, department or unit, by which book.</summary>
internal sealed partial record Identity(DocumentKind Kind, DocumentScope? Scope, string? Entity, int? Year, FormBook? Book, decimal Confidence, IReadOnlyList<string> Names)
{
    private const int TitleLines = 12;
    private const decimal LeastConfidence = 0.3m;

    /// <summary>从开头各行的标题辨认；what the title does not say is left open.</summary>
    public static Identity Find(IReadOnlyList<string> lines, IReadOnlyList<string> captions, Library library)
    {
        var title = Title(lines);
        var all = Fold.Label(string.Concat(lines.Concat(captions)));
        var (best, confidence) = library.Books.Select(b => (Book: b, Confidence: b.Confidence(all))).OrderByDescending(b => b.Confidence).FirstOrDefault();
        var book = confidence < LeastConfidence ? null : best;

        if (title is null)
        {
            var years = Years().Matches(all).Select(m => m.Groups[1].Value).GroupBy(y => y).OrderByDescending(g => g.Count()).FirstOrDefault();
            return new Identity(book?.Kind ?? DocumentKind.Unknown, null, null, years is null ? null : Number(years.Key), book, confidence, []);
        }

        var (entity, year, scope, kind) = title.Value;
        var names = new List<string>();
        if (entity is not null)
        {
            names.Add(entity);
        }

        names.AddRange(Abbreviations().Matches(all).Select(m => m.Groups[1].Value).Where(n => n.Length is > 1 and < 20));
        return new Identity(kind, scope, entity, year, book, confidence, [.. names.Distinct().OrderByDescending(n => n.Length)]);
    }

    /// <summary>去掉标签前面的主体名称。</summary>
    public string WithoutEntity(string folded)
    {
        foreach (var name in Names)
        {
            folded = folded.Replace(name, "", StringComparison.Ordinal);
        }

        return folded;
    }

    private static (string? Entity, int Year, DocumentScope? Scope, DocumentKind Kind)? Title(IReadOnlyList<string> lines)
    {
        var above = "";
        foreach (var line in lines.Select(Fold.Label).Where(l => l.Length > 0).Take(TitleLines))
        {
            if (TitleLine().Match(line) is { Success: true } match)
            {
                var entity = match.Groups["entity"].Value;
                entity = entity.Length > 0 ? entity : above;
                DocumentScope? scope = match.Groups["scope"].Value switch
                {
                    "部门" => DocumentScope.Department,
                    "单位" => DocumentScope.Unit,
                    _ => null,
                };
                return (Name(entity), Number(match.Groups["year"].Value), scope, match.Groups["kind"].Value == "决算" ? DocumentKind.Final : DocumentKind.Budget);
            }

            above = line;
        }

        return null;
    }

    // A line above the title names the entity only if it looks like a name.
    private static string? Name(string text) =>
        text.Length is < 2 or > 40 || text.IndexOfAny([',', '。', ':', ';', '、']) >= 0 || text.Any(char.IsAsciiDigit) ? null : text;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<entity>.{0,40}?)(?:关于)?(?<year>20\d{2})年(?:度)?(?<scope>部门|单位)?(?:收支)?(?<kind>预算|决算)(?!收入|支出\d)")]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"(?<![比较与同])(20\d{2})年")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?:以下)?简称:?(.{2,16}?)\)")]
    private static partial Regex Abbreviations();
}
