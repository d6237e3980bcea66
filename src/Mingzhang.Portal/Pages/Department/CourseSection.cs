using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>各年：first budget, revised budget and final account, each a line of its own, and what spending was made of.</summary>
internal static class CourseSection
{
    private static readonly string[] Wholes = ["measure=expenditure", "measure=expenditure fund=fiscal", "measure=expenditure fund=general"];

    private static readonly string[] Phases = ["budget", "revised", "executed", "final"];

    private static readonly string[] Scopes = ["", " fund=fiscal", " fund=general"];

    private static readonly string[][] Divisions = [["personnel", "public", "project"], ["basic", "project"]];

    public static Markup Of(Visit v, IArchive archive, IReadOnlyList<Body> bodies, FigureBook book, IReadOnlyList<ArchivedDocument> documents) => Html($"{Course(v, archive, bodies, book, documents)}{Composition(v, archive, bodies, book)}");

    private static Markup Course(Visit v, IArchive archive, IReadOnlyList<Body> bodies, FigureBook book, IReadOnlyList<ArchivedDocument> documents)
    {
        var best = Wholes.Select(w => book.Amount(w)).OfType<ArchivedStatement>().Select(s => new Followed(s, Series(v, archive, bodies, s))).MaxBy(f => f.Series.Count);
        var years = best?.Series.Select(p => p.Year).Distinct().Order().ToList() ?? [];
        if (best is null || years.Count < 2)
        {
            return Empty;
        }

        var all = Enumerable.Range(years[0], years[^1] - years[0] + 1).ToList();
        var series = Phases.Where(p => best.Series.Any(s => s.Phase == p)).Select(p => new LineSeries(Phase(v, p), [.. all.Select(y => Point(v, best.Series.FirstOrDefault(s => s.Year == y && s.Phase == p), y, p, documents))])).ToList();
        var longest = series.MaxBy(s => s.Points.Count(p => p.Value is not null))!;
        var known = longest.Points.Where(p => p.Value is not null).ToList();
        var name = PointName.Short(v.Library, best.Start.Statement.Point, v.English);
        var caption = Html($"{(known.Count > 1 ? v.Say("course.caption", known[0].Year, known[^1].Year, name, longest.Name, known[0].Shown, known[^1].Shown) : v.Say("course.few", name))}");
        return LineChart.Draw(new ChartFrame("course-chart", v["section.years"], caption, v["table"], [v["year"], v["amount.wan"], v["course.note"]]), series, fen => Money.Text((long)fen));
    }

    // One series under all names; the own one first where two say the same.
    private static IReadOnlyList<SeriesPoint> Series(Visit v, IArchive archive, IReadOnlyList<Body> bodies, ArchivedStatement start) =>
        [.. bodies.SelectMany((b, i) => archive.Series(b, start.Statement.Point, v.Site.Bridges).Select(p => i == 0 || p.Bridge is not null ? p : p with { Bridge = b.Name })).DistinctBy(p => p.Year.ToString(CultureInfo.InvariantCulture) + p.Phase).OrderBy(p => p.Year)];

    private static LinePoint Point(Visit v, SeriesPoint? found, int year, string phase, IReadOnlyList<ArchivedDocument> documents)
    {
        if (found?.Statement.Fen is { } fen)
        {
            return new LinePoint(year, fen, Money.Text(fen), Money.Address(v, found.Statement.Document, found.Statement.Statement.Id), Money.Link(v, found.Statement), found.Bridge is null ? "" : v.Say("course.bridge", found.Bridge));
        }

        var kind = phase == "budget" ? nameof(Budget.DocumentKind.Budget) : nameof(Budget.DocumentKind.Final);
        var why = documents.Any(d => d.Year == year && d.Kind == kind) ? "blank.unstated" : "course.nodocument";
        return new LinePoint(year, null, v[why], null, Money.Blank(v, why));
    }

    private static Markup Composition(Visit v, IArchive archive, IReadOnlyList<Body> bodies, FigureBook book)
    {
        foreach (var division in Divisions)
        {
            if (Array.Find(Scopes, s => division.All(p => book.Amount($"measure=expenditure nature={p}{s}") is not null)) is not { } scope)
            {
                continue;
            }

            var parts = division.Select(p => book.Amount($"measure=expenditure nature={p}{scope}")!).ToList();
            var series = parts.ConvertAll(p => Series(v, archive, bodies, p).Where(s => s.Phase == book.Phase && s.Statement.Fen is not null).ToDictionary(s => s.Year));
            var years = series[0].Keys.Where(y => series.TrueForAll(s => s.ContainsKey(y))).Order().ToList();
            if (years.Count < 2)
            {
                return Empty;
            }

            var fund = v.Library.Space.Dimension("fund")!;
            var names = parts.ConvertAll(p => PointName.Short(v.Library, p.Statement.Point.Without(fund), v.English));
            var rows = years.Select(y => new StackRow(y.ToString(CultureInfo.InvariantCulture), [.. series.Select(s => s[y].Statement).Select(s => new StackPart(s.Fen, Money.Text(s.Fen!.Value), Money.Address(v, s.Document, s.Statement.Id), Money.Link(v, s)))])).ToList();
            var caption = Html($"{v.Say("composition.caption", names[^1], Share(series, years[0]), years[0], Share(series, years[^1]), years[^1])} <small>{Phase(v, book.Phase)}{When(scope.Length > 0, () => Html($" {v[scope.EndsWith("general", StringComparison.Ordinal) ? "scope.general" : "scope.fiscal"]}"))}</small>");
            return StackChart.Draw(new ChartFrame("composition-chart", v["composition.title"], caption, v["table"], [v["year"], .. names]), names, rows);
        }

        return Empty;
    }

    private static string Share(List<Dictionary<int, SeriesPoint>> series, int year) => Money.Percent(series[^1][year].Statement.Fen!.Value, series.Sum(s => (decimal)s[year].Statement.Fen!.Value));

    private static string Phase(Visit v, string phase) => v.Library.Space.Member("phase", phase) is { } member ? PointName.Capital(v.English ? member.English : member.Chinese) : phase;

    private sealed record Followed(ArchivedStatement Start, IReadOnlyList<SeriesPoint> Series);
}
