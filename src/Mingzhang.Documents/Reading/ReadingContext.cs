using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>阅读的上下文：what all readers of one document share, and where they put what they read.</summary>
internal sealed class ReadingContext
{
    public ReadingContext(PaperDocument paper, Library library, Identity identity)
    {
        Source = Source.Of(paper);
        Library = library;
        Identity = identity;
        Space = library.Space;
        var start = Space.Everything.With(Space.Member("phase", identity.Kind == DocumentKind.Final ? "final" : "budget")!)
            .With(Space.Member("entity", identity.Scope == DocumentScope.Unit ? "unit" : "department")!);
        Start = identity.Year is { } year ? start.With(Year(year)) : start;
        Codes = new CodeNames(library.Catalogues.GetValueOrDefault("functions"), identity.Year);
        Measure = Space.Dimension("measure")!;
        Words = new ClauseWords(library.Wording);
        NarrativeUnit = identity.Book?.Unit ?? MoneyUnit.TenThousand;
    }

    /// <summary>来源。</summary>
    public Source Source { get; }

    public Library Library { get; }

    public Identity Identity { get; }

    public Space Space { get; }

    public Dimension Measure { get; }

    /// <summary>该文件一切数字的起点: year, phase and entity of the document, never defaulted elsewhere.</summary>
    public Point Start { get; }

    /// <summary>科目名称。</summary>
    public CodeNames Codes { get; }

    public MoneyUnit NarrativeUnit { get; }

    /// <summary>叙述用词。</summary>
    public ClauseWords Words { get; }

    /// <summary>一份文件最多的数字: far more than any disclosure has; beyond it the rest is listed as not read, so that time and memory stay bounded.</summary>
    public const int MostFigures = 20_000;

    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<Statement> _statements = [];

    public IReadOnlyList<Statement> Statements => _statements;

    public bool Full => _statements.Count >= MostFigures;

    /// <summary>一段最多的字数: no paragraph of a disclosure comes near it.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>超出上限而没有读的: told once each, for the place where it begins.</summary>
    public List<Finding> Unread { get; } = [];

    private bool _told;

    /// <summary>已到上限: nothing is read from this place on; only the first such place is told.</summary>
    public void Cut(Place place)
    {
        if (!_told)
        {
            _told = true;
            Unread.Add(ReadingFaults.Limit("figures", place, "limit", MostFigures.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public List<Listing> Listings { get; } = [];

    public List<Unbound> Unbound { get; } = [];

    public List<PerformanceObject> Performance { get; } = [];

    private readonly Dictionary<string, int> _projects = new(StringComparer.Ordinal);

    /// <summary>绩效表所称的项目: a name that another sheet bears too is another project.</summary>
    public string Project(string name)
    {
        var count = _projects[name] = _projects.GetValueOrDefault(name) + 1;
        var known = name.Length > 0 ? name : "未命名项目";
        return count == 1 ? known : known + "#" + count.ToString(CultureInfo.InvariantCulture);
    }

    public Contact? Contact { get; set; }

    /// <summary>往年的数字: in a budget, an amount of a year gone by whose words name no phase is what was spent, not what was planned.</summary>
    public Point Past(Point point, Point said, string words) =>
        Identity is { Kind: DocumentKind.Budget, Year: { } year } && said.Key("phase") is null && !words.Contains("预算", StringComparison.Ordinal) && !words.Contains("安排", StringComparison.Ordinal) && said.Key("year") is { } named && int.Parse(named, CultureInfo.InvariantCulture) < year
            ? point.With(Space.Member("phase", "executed")!) : point;

    public void Add(Statement statement)
    {
        _byId[statement.Id] = _statements.Count;
        _statements.Add(statement);
    }

    /// <summary>补充已读的陈述 (its precision, its reason, its use).</summary>
    public void Amend<T>(string id, Func<T, T> amend)
        where T : Statement
    {
        if (_byId.TryGetValue(id, out var at) && _statements[at] is T statement)
        {
            _statements[at] = amend(statement);
        }
    }

    public Member Year(int year) => Space.Member("year", year.ToString(CultureInfo.InvariantCulture))!;

    /// <summary>比较基础: a base that names no phase takes the document's own, and is marked assumed.</summary>
    public ComparisonBase Base(BaseWords words) =>
        new(words.Year, words.Phase is null ? Start[Space.Dimension("phase")!]! : Space.Member("phase", words.Phase)!, words.Phase is null, words.Raw);

    public void Fail(string raw, Place place, string chinese, string english) => Unbound.Add(new Unbound(raw, place, new Reason(chinese, english)));

    /// <summary>各分项组的精度: where one of the parts prints decimals, the others dropped their zeros. One part alone with more than two, or
    /// among so many that they cannot all end in zeros, is a slip (3.251 for 32.51) and says nothing of the others.</summary>
    public static int Precision(IEnumerable<Amount> amounts)
    {
        const int Usual = 2;
        const int Many = 20;
        var digits = amounts.Where(a => a.Value != 0 || a.Digits > 0).Select(a => a.Digits).OrderDescending().Take(Many).ToList();
        return digits.Count == 0 ? 0 : digits.Count > 1 && (digits[1] >= Usual || digits.Count == Many) ? digits[1] : digits[0];
    }
}
