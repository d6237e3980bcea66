using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>文件身份：who discloses, for which year, budget or final account, department or unit, by which book.</summary>
internal sealed partial record Identity(DocumentKind Kind, DocumentScope? Scope, string? Entity, int? Year, FormBook? Book, decimal Confidence, IReadOnlyList<string> Names)
{
    private const int CoverLines = 16;
    private const int LongestEntity = 40;
    private const int LongestLine = 240;
    private const int LeastSpoken = 3;
    private const int FewestSteps = 3;
    private const decimal LeastConfidence = 0.5m;

    /// <summary>从封面、表名和正文辨认；what none of them says is left open.</summary>
    public static Identity Find(IReadOnlyList<string> lines, IReadOnlyList<string> captions, Library library, ReadingChoice choice)
    {
        var numbered = lines.Select((l, i) => new { Text = Fold.Label(l), Line = i }).Where(l => l.Text.Length > 0).ToList();
        var folded = numbered.ConvertAll(l => l.Text);
        var heads = captions.Select(Fold.Label).Where(l => l.Length > 0).ToList();
        var all = string.Concat(folded.Concat(heads));
        var title = Title(folded.ConvertAll(Cover));
        var kind = choice.Kind ?? title?.Kind ?? Leaning(heads, all);
        var year = choice.Year ?? title?.Year ?? MostNamed(heads.Count > 0 && heads.Exists(h => Years().IsMatch(h)) ? string.Concat(heads) : all);
        var (book, confidence) = ChooseBook(library, all, kind, choice.Book);
        var scope = choice.Scope ?? title?.Scope ?? book?.Scope ?? Wording(all) ?? (heads.Exists(h => OfDepartment().IsMatch(h)) ? DocumentScope.Department : Called(all));
        var entity = Labelled(folded.Take(CoverLines).Concat(heads)) ?? title?.Entity ?? Spoken(folded, year) ?? Named.Candidates(folded, CoverLines).Select(Place).FirstOrDefault(n => Name(n) is not null);
        entity = entity is null ? null : Bare(entity);
        var names = new List<string>();
        if (entity is not null)
        {
            names.Add(entity);
        }

        if (title?.Entity is { } printed && printed != entity)
        {
            names.Add(printed);
        }

        names.AddRange(Abbreviations().Matches(all).Select(m => m.Groups[1].Value).Where(n => n.Length is > 1 and < 20 && !n.Contains("三公", StringComparison.Ordinal)));
        return new Identity(kind == DocumentKind.Unknown ? book?.Kind ?? kind : kind, scope, entity, year, book, confidence, [.. names.Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length)])
        {
            Printed = title is { } said ? (numbered[said.Line].Line, said.Year, said.Kind) : null,
        };
    }

    /// <summary>标题所写：its line, from 0, with the year and the kind that it prints; null where there is no title.</summary>
    public (int Line, int Year, DocumentKind Kind)? Printed { get; private init; }

    /// <summary>去掉标签前面的主体名称。</summary>
    public string WithoutEntity(string folded)
    {
        foreach (var name in Names)
        {
            for (var at = folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, StringComparison.Ordinal))
            {
                // 安徽省怀远县某镇人民政府: the places above the name are part of it.
                var from = at > 0 && Above().Match(folded[..at]) is { Success: true } above ? above.Index : at;
                folded = folded.Remove(from, at + name.Length - from);
            }
        }

        return folded;
    }

    // A title may be spread over up to three lines of the cover: 上海市…局 / 2024年度部门决算.
    private static (string? Entity, int Year, DocumentScope? Scope, DocumentKind Kind, int Line)? Title(List<string> lines)
    {
        for (var i = 0; i < lines.Count && i < CoverLines; i++)
        {
            for (var joined = 1; joined <= 3 && i + joined <= lines.Count; joined++)
            {
                // What stands above a title that is whole in its own line (a web page's head) is no part of it.
                var text = string.Concat(lines.Skip(i).Take(joined));
                if (Head(lines[i]) || (joined > 1 && (Outliner.IsPart(lines[i + joined - 1]) || Whole(lines[i + joined - 1])))
                    || lines.Skip(i).Take(joined).Any(l => l.Length > LongestLine) || Numbering.Level(lines[i]) > 0 || Enclosed(text))
                {
                    break;
                }

                if (TitleLine().Match(Funds().Replace(text, "")) is { Success: true } match && (joined == 1 || match.Groups["entity"].Value.Length + match.Groups["after"].Value.Length == 0 || Name(Place(match.Groups["entity"].Value + match.Groups["after"].Value)) is not null))
                {
                    var entity = match.Groups["entity"].Value + match.Groups["after"].Value;
                    if (Name(Place(entity)) is null && i > 0 && joined == 1)
                    {
                        entity = lines[i - 1];
                    }

                    DocumentScope? scope = match.Groups["scope"].Value switch
                    {
                        "部门" => DocumentScope.Department,
                        "单位" => DocumentScope.Unit,
                        _ => null,
                    };
                    return (Name(Place(entity)), Number(match.Groups["year"].Value), scope, match.Groups["kind"].Value == "决算" ? DocumentKind.Final : DocumentKind.Budget, i + joined - 1);
                }
            }
        }

        return null;
    }

    // A whole document in one line: its title ends where its contents begin.
    private static string Cover(string line) =>
        line.Length > LongestLine && line.IndexOf("目录", StringComparison.Ordinal) is > 5 and < LongestEntity * 2 and var at ? line[..at].TrimEnd('(') : line;

    // The head of a web page: its buttons, its way here, its table of particulars.
    private static bool Head(string line) =>
        line[0] is '•' or '|' or '·' || line is "目录" || line.AsSpan().Count('/') >= FewestSteps || line.StartsWith("当前位置", StringComparison.Ordinal) || Outliner.IsPart(line);

    private static bool Whole(string line) => TitleLine().Match(Funds().Replace(line, "")) is { Success: true } match && Name(Place(match.Groups["entity"].Value + match.Groups["after"].Value)) is not null;

    private static bool Enclosed(string text) => text.Contains('。', StringComparison.Ordinal) || text.Contains(';', StringComparison.Ordinal);

    // Marks of a web page's head before the name (标题:, 当前位置: …) are not part of it.
    private static string Place(string entity)
    {
        var cut = entity.LastIndexOfAny([':', '>', '|']);
        entity = cut < 0 ? entity : entity[(cut + 1)..];
        return entity.StartsWith("关于", StringComparison.Ordinal) ? entity[2..] : entity;
    }

    // …局(本级), …局本级: its own level is a part of what it discloses, not of its name.
    private static string Bare(string entity) => Level().Replace(entity, "") is { Length: > 3 } bare ? bare : entity;

    // 预算主管部门:…, 编制部门:…, 部门:…: the name that a form prints is the name.
    private static string? Labelled(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (NamedBy().Match(line) is { Success: true } match && Name(match.Groups[1].Value) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    // A cover that is a picture says nothing: who again and again stands before the year at the head of a sentence is whose year it is.
    private static string? Spoken(List<string> lines, int? year)
    {
        var names = lines.Where(l => l.Length <= LongestLine).SelectMany(l => BeforeYear().Matches(l))
            .Where(m => year is null || Number(m.Groups["year"].Value) == year).Select(m => m.Groups["who"].Value).Where(w => Name(w) is not null && !Measured().IsMatch(w));
        return names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() >= LeastSpoken).MaxBy(g => g.Count())?.Key;
    }

    private static string? Name(string text) =>
        text.Length is < 3 or > LongestEntity || text.AsSpan().IndexOfAny(",。:;、") >= 0 || text.Any(char.IsAsciiDigit) || Outliner.IsPart(text) || Numbering.Level(text) > 0 || text.StartsWith('第') || text is "目录" or "封面" || text.StartsWith("目录第", StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal) || text.EndsWith('表') ? null : text;

    private static DocumentKind Leaning(List<string> heads, string all)
    {
        var finals = heads.Count(h => h.Contains("决算", StringComparison.Ordinal));
        var budgets = heads.Count(h => h.Contains("预算", StringComparison.Ordinal) && !h.Contains("决算", StringComparison.Ordinal));
        if (finals + budgets > 0)
        {
            return finals >= budgets ? DocumentKind.Final : DocumentKind.Budget;
        }

        var final = all.AsSpan().Count("决算");
        var budget = all.AsSpan().Count("预算");
        return final + budget == 0 ? DocumentKind.Unknown : final >= budget ? DocumentKind.Final : DocumentKind.Budget;
    }

    private static int? MostNamed(string text) =>
        Years().Matches(text).Select(m => m.Groups[1].Value).GroupBy(y => y, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault() is { } year ? Number(year.Key) : null;

    // A book of the other kind cannot be meant once the kind is known.
    private static (FormBook? Book, decimal Confidence) ChooseBook(Library library, string all, DocumentKind kind, string? chosen)
    {
        if (library.Book(chosen) is { } named)
        {
            return (named, 1m);
        }

        var books = library.Books.Where(b => kind == DocumentKind.Unknown || b.Kind == kind).Select(b => new { Book = b, Weight = b.Weight(all) }).ToList();
        var best = books.MaxBy(b => b.Weight);
        var confidence = FormBook.Confidence(best?.Weight ?? 0);

        // Budgets of all places share half of their words: among several books more than half must speak for one.
        var enough = confidence > LeastConfidence || (confidence == LeastConfidence && books.Count(b => b.Weight > 0) == 1);
        return (enough ? best?.Book : null, confidence);
    }

    private static DocumentScope? Wording(string all)
    {
        var department = all.AsSpan().Count("本部门");
        var unit = all.AsSpan().Count("本单位");
        return department == 0 && unit == 0 ? null : department >= unit ? DocumentScope.Department : DocumentScope.Unit;
    }

    private static DocumentScope? Called(string all)
    {
        var department = all.AsSpan().Count("部门预算") + all.AsSpan().Count("部门决算");
        var unit = all.AsSpan().Count("单位预算") + all.AsSpan().Count("单位决算");
        return department == unit ? null : department > unit ? DocumentScope.Department : DocumentScope.Unit;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<entity>.{0,50}?)(?:关于)?(?<year>20\d{2})年(?:度)?(?:[区市省县乡镇]级|本级)?(?<after>(?:(?!部门|单位|收支)[^,。:;\d]){0,30}?)(?<scope>部门|单位)?(?:收支|综合)?(?<kind>预算|决算)(?!收入|支出\d|执行|绩效)")]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"(?:[(]本级[)]|(?<=[局委厅院校学院部])本级)$")]
    private static partial Regex Level();

    [GeneratedRegex(@"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|地区|市|县|区|州|盟|旗)){1,3}$")]
    private static partial Regex Above();

    // The funds in a title say neither whose it is nor that it is a budget: …局一般公共预算财政拨款“三公”经费支出决算情况说明.
    [GeneratedRegex(@"(?:一般公共预算|政府性基金预算|国有资本经营预算|公共财政预算)(?:财政)?(?:拨款)?(?:[和及、])?(?=.*(?:预算|决算))|财政拨款|三公经费(?:支出)?")]
    private static partial Regex Funds();

    [GeneratedRegex(@"(?:预算主管|编制|填报|公开)?(?:部门|单位)(?:名称)?:(?!(?:人民币)?[亿万]?元)([^:]{3,40}?)(?:单位:|金额单位|$)")]
    private static partial Regex NamedBy();

    [GeneratedRegex(@"(?:^|。)(?<who>[^。,;:、()\d]{4,30}?)(?<year>20\d{2})年")]
    private static partial Regex BeforeYear();

    [GeneratedRegex(@"^[本我该各全此]|[预决]算|支出|收入|经费|拨款|[比较与同至]$")]
    private static partial Regex Measured();

    [GeneratedRegex(@"^(?:预算主管|编制|填报|公开)?部门(?:名称)?:.")]
    private static partial Regex OfDepartment();

    [GeneratedRegex(@"(?<![比较与同])(20\d{2})年")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?:以下)?简称:?(.{2,16}?)\)")]
    private static partial Regex Abbreviations();
}

/// <summary>用户指定的辨认结果：what the user says the document is; null where the document decides.</summary>
/// <param name="Book">Key of the book.</param>
/// <param name="Year">Year.</param>
/// <param name="Kind">Budget or final account.</param>
/// <param name="Scope">Department or unit.</param>
public sealed record ReadingChoice(string? Book = null, int? Year = null, DocumentKind? Kind = null, DocumentScope? Scope = null)
{
    /// <summary>全由文件决定。</summary>
    public static ReadingChoice None { get; } = new();
}
