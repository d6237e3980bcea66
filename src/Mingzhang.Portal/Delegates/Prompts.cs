using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Delegates;

/// <summary>一条“可以问”。</summary>
/// <param name="Seen">What stands in the document, neutrally.</param>
/// <param name="Ask">What may be asked of it.</param>
/// <param name="Link">Where it stands.</param>
internal sealed record Prompt(string Seen, string Ask, string Link);

/// <summary>可以问：prompts computed from checks, from changes without a reason, and from peers; neutral, since a figure that stands out may have a good reason.</summary>
internal static class Prompts
{
    private const int MostOfOne = 3;

    // A change below this share of the whole is not worth a delegate's time.
    private const decimal Notable = 0.01m;

    // Whether it was published in time is said in words of its own.
    private const string InTime = "MZ901";

    private static readonly string[] Compared = ["sangong", "operating", "project", "procurement"];

    /// <summary>全部，要紧的在前。</summary>
    public static IReadOnlyList<Prompt> Of(Visit v, IArchive archive, FigureBook book, Drivers? drivers)
    {
        var document = book.Document;
        return [.. Findings(v, archive, document), .. Changes(v, document, drivers), .. Unexplained(v, book), .. Beside(v, archive, document), .. Late(v, document)];
    }

    private static IEnumerable<Prompt> Findings(Visit v, IArchive archive, ArchivedDocument document) => archive.Findings(document).Where(f => f.Finding.Severity != Severity.Note && f.Finding.Rule != InTime).OrderByDescending(f => f.Finding.Severity).Take(MostOfOne)
        .Select(f => new Prompt(v.Say(f.Finding.Title) + v["pack.colon"] + v.Say(f.Finding.Message), v["pack.ask.right"], v.To("/r/" + document.Key + "#findings")));

    private static IEnumerable<Prompt> Changes(Visit v, ArchivedDocument document, Drivers? drivers) => drivers is null ? [] : drivers.Parts.Where(p => p.Reason is null && Math.Abs(p.Fen) >= drivers.Before * Notable).OrderByDescending(p => Math.Abs(p.Fen)).Take(MostOfOne)
        .Select(p => new Prompt(v.Say("pack.noreason", PointName.Short(v.Library, p.Point, v.English), Money.Signed(p.Fen)), v["pack.ask.why"], Money.Address(v, document, p.Found.Statement.Id)));

    private static IEnumerable<Prompt> Unexplained(Visit v, FigureBook book) => book.All.Where(s => s is { Fen: > 0, Statement: ChangeStatement { Reason: null, Approximate: false } } && s.Statement.Point.Key("purpose") is not null && s.Fen >= Tenth(book, s.Statement.Point)).DistinctBy(s => s.Statement.Point).OrderByDescending(s => s.Fen).Take(2)
        .Select(s => new Prompt(v.Say("pack.noreason", PointName.Short(v.Library, s.Statement.Point, v.English), Money.Signed(((ChangeStatement)s.Statement).Direction == Direction.Decrease ? -s.Fen!.Value : s.Fen!.Value)), v["pack.ask.why"], Money.Address(v, s.Document, s.Statement.Id)));

    // What changed by a tenth of itself; a rounding of a small sum is none.
    private static long Tenth(FigureBook book, Point point) => book.All.FirstOrDefault(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } } && s.Statement.Point.Equals(point))?.Fen / 10 ?? 0;

    // Only who lies beyond all of ten or more is worth a question; the rule is printed with it.
    private static IEnumerable<Prompt> Beside(Visit v, IArchive archive, ArchivedDocument document)
    {
        if (document.Year is not { } year)
        {
            yield break;
        }

        var ofYear = archive.Documents(year);
        var figures = archive.Headlines(year, ["spending", .. Compared]).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal));
        foreach (var item in Compared)
        {
            if (figures.GetValueOrDefault(document.Id) is { } own && own.GetValueOrDefault(item) is { } figure && own.GetValueOrDefault("spending") is { Fen: > 0 } spending && Peers.Find(ofYear, figures, document, item) is { } peers)
            {
                var share = (decimal)figure.Fen / spending.Fen;
                if (share > peers.Of[^1] && share > peers.Median * 1.5m)
                {
                    yield return new Prompt(v.Say("pack.peers", v["item." + item], Percent(share), peers.Count, Percent(peers.Median)), v["pack.ask.peers"], Money.Address(v, document, figure.Statement));
                }
            }
        }
    }

    private static IEnumerable<Prompt> Late(Visit v, ArchivedDocument d)
    {
        const int Days = 20;
        if (DateOnly.TryParseExact(d.Approved, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var approved) && DateOnly.TryParseExact(d.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published) && published.DayNumber - approved.DayNumber - Days is > 0 and var late)
        {
            yield return new Prompt(v.Say("status.late", late), v["pack.ask.late"], v.To("/status?year=" + d.Year?.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
