using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>空白底稿：what a template is composed from: every line of it is nothing, and rows that wait for a code stand under codes that no classification has.</summary>
internal static class EntryDraft
{
    /// <summary>单位名称的占位: replaced by a formula that looks the name up.</summary>
    public const char Entity = '\uE000';

    /// <summary>项目名称的占位。</summary>
    public const string Project = "\uE001";

    private const int Groups = 15;
    private const int Items = 4;
    private const int Projects = 100;
    private const int Indicators = 20;

    // 类 of departmental economic codes from which basic expenditure is paid (norms §2.4).
    private static readonly string[] Personnel = ["301", "303"];
    private static readonly string[] Public = ["302", "307", "310", "399"];

    /// <summary>待选科目的行: its code begins like no code of a classification.</summary>
    public static bool Waits(string code) => code is ['0', _, _, ..] && code.All(char.IsAsciiDigit);

    public static Draft Of(Library library, FormBook book, int year, DocumentScope scope, Action<Point> asked)
    {
        var draft = new Draft
        {
            Entity = Entity.ToString(),
            Year = year,
            Kind = book.Kind,
            Scope = scope,
            Cube = new Cube(library.Space, []),
            Words = new Dictionary<string, string>(StringComparer.Ordinal),
            Counts = new Dictionary<string, string>(StringComparer.Ordinal),
            Performance = [Objective(true, Indicators), .. Enumerable.Range(0, Projects).Select(_ => Objective(false, 1))],
        };
        return draft with { Cube = new Cube(library.Space, [.. Lines(library, draft)]) { Asked = asked } };
    }

    private static IEnumerable<BudgetLine> Lines(Library library, Draft draft)
    {
        var start = draft.Start(library.Space);
        foreach (var fund in new[] { "general", "government-funds", "state-capital", "operating" })
        {
            foreach (var measure in new[] { "expenditure", "income" })
            {
                var point = start.Narrow(library.Space.Parse($"fund={fund} measure={measure}", out _)!);
                foreach (var code in Waiting())
                {
                    yield return new BudgetLine(point.With(library.Space.Member("function", code)!), 0, []);
                }
            }
        }

        // One project stands for all of which the sentences speak one by one.
        yield return new BudgetLine(start.Narrow(library.Space.Parse("fund=general measure=expenditure nature=project", out _)!).With(library.Space.Member("function", Waiting().First())!).With(library.Space.Member("project", Project)!), 0, []);

        var basic = start.Narrow(library.Space.Parse("fund=general measure=expenditure", out _)!);
        foreach (var entry in library.Catalogues["economic-department"].Entries.Where(e => e.Code.Length == 5 && e.ValidIn(draft.Year)).DistinctBy(e => e.Code))
        {
            if (Nature(entry.Code) is { } nature)
            {
                yield return new BudgetLine(basic.With(library.Space.Member("nature", nature)!).With(library.Space.Member("economic", entry.Code)!), 0, []);
            }
        }
    }

    private static string? Nature(string code) => Array.Exists(Personnel, code.StartsWith) ? "personnel" : Array.Exists(Public, code.StartsWith) ? "public" : null;

    private static IEnumerable<string> Waiting() =>
        Enumerable.Range(1, Groups).SelectMany(g => Enumerable.Range(1, Items).Select(i => string.Create(CultureInfo.InvariantCulture, $"{g:000}01{i:00}")));

    private static PerformanceObject Objective(bool whole, int indicators) => new()
    {
        Table = "",
        Name = "",
        Whole = whole,
        Money = null,
        Goal = "",
        Place = new Place(),
        Indicators = [.. Enumerable.Repeat(new Indicator { Name = "", Nature = "", Value = "", Number = null, Unit = "", WeightText = "", Weight = null, Core = null, Place = new Place() }, indicators)],
    };
}
