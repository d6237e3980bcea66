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
        File = paper.Name;
        Library = library;
        Identity = identity;
        Space = library.Space;
        var start = Space.Everything.With(Space.Member("phase", identity.Kind == DocumentKind.Final ? "final" : "budget")!)
            .With(Space.Member("entity", "department")!);
        Start = identity.Year is { } year ? start.With(Year(year)) : start;
        Measure = Space.Dimension("measure")!;
        NarrativeUnit = identity.Book?.Unit ?? MoneyUnit.TenThousand;
    }

    public string File { get; }

    public Library Library { get; }

    public Identity Identity { get; }

    public Space Space { get; }

    public Dimension Measure { get; }

    /// <summary>该文件一切数字的起点: year, phase and entity of the document, never defaulted elsewhere.</summary>
    public Point Start { get; }

    public MoneyUnit NarrativeUnit { get; }

    public List<Statement> Statements { get; } = [];

    public List<Listing> Listings { get; } = [];

    public List<Unbound> Unbound { get; } = [];

    public List<PerformanceObject> Performance { get; } = [];

    public Member Year(int year) => Space.Member("year", year.ToString(CultureInfo.InvariantCulture))!;

    public void Fail(string raw, Place place, string chinese, string english) => Unbound.Add(new Unbound(raw, place, new Reason(chinese, english)));

    /// <summary>各分项组的精度: where one of the parts prints decimals, the others dropped their zeros.</summary>
    public static int Precision(IEnumerable<Amount> amounts) => amounts.Select(a => a.Digits).DefaultIfEmpty(0).Max();
}
