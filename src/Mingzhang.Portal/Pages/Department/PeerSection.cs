using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>和同类比：bodies of the same function and size; at least ten, or none, and the rule stands beside.</summary>
internal static class PeerSection
{
    private const int Most = 60;

    private static readonly int[] Factors = [2, 3, 4];

    private static readonly Measure[] Measures = [new("sangong", null), new("operating", null), new("operating", "posts"), new("running", "fleet"), new("project", "spending")];

    private static readonly string[] Items = [.. Measures.Select(m => m.Item).Concat(Measures.Select(m => m.By).OfType<string>()).Distinct()];

    public static Markup Of(Visit v, IArchive archive, ArchivedDocument document)
    {
        IReadOnlyList<RankedHeadline> peers = [];
        var factor = Factors[0];
        foreach (var tried in Factors)
        {
            (peers, factor) = (archive.Peers(document, tried, Most), tried);
            if (peers.Count >= PeerStrip.Fewest)
            {
                break;
            }
        }

        if (peers.Count == 0)
        {
            return Empty;
        }

        var rule = v.Say("peers.rule", document.Year, Parts.Kind(v, document), PointName.Code(v.Library, "functions", peers[0].Headline.Item, document.Year ?? 0), factor, peers.Count);
        if (peers.Count < PeerStrip.Fewest)
        {
            return Html($"<p class=\"soft\">{rule} {v["peers.few"]}</p>");
        }

        var found = archive.Headlines([.. peers.Select(p => p.Document)], Items).ToLookup(h => h.Document);
        var figures = peers.Select(p => new PeerFigures(p.Document, found[p.Document.Id].ToDictionary(h => h.Item, StringComparer.Ordinal))).ToList();
        var strips = Measures.Select(m => Strip(v, document, figures, m)).Where(s => !s.IsEmpty).ToList();
        return strips.Count == 0 ? Empty : Html($"<p class=\"soft\">{rule}</p>{strips}");
    }

    private static Markup Strip(Visit v, ArchivedDocument document, List<PeerFigures> figures, Measure measure)
    {
        var peers = figures.Where(f => Value(f, measure) is not null).Select(f => new Peer(f.Document.Body!.Name, Value(f, measure)!.Value, Written(measure, Value(f, measure)!.Value), f.Document.Id == document.Id, Parts.Address(v, f.Document), Cell(v, f, measure))).ToList();
        if (peers.Find(p => p.Own) is not { } own || peers.Count < PeerStrip.Fewest)
        {
            return Empty;
        }

        var name = Name(v, measure);
        var median = PeerStrip.Median(peers.Select(p => p.Value));
        var caption = Html($"{v.Say("peers.caption", name, own.Shown, peers.Count, peers.Count(p => p.Value > own.Value) + 1, Written(measure, median))}");
        return PeerStrip.Draw(new ChartFrame("peers-" + measure.Item + (measure.By ?? ""), name, caption, v["table"], [v["department"], name]), peers, m => v.Say("peers.median", Written(measure, m)));
    }

    // A quotient of two printed figures, or one printed figure.
    private static decimal? Value(PeerFigures f, Measure m) => f.Found.GetValueOrDefault(m.Item) is not { } over ? null
        : m.By is null ? over.Fen : f.Found.GetValueOrDefault(m.By) is { Fen: > 0 } under ? (decimal)over.Fen / under.Fen : null;

    private static Markup Cell(Visit v, PeerFigures f, Measure m) => m.By is null ? Money.Link(v, f.Document, f.Found[m.Item].Statement, f.Found[m.Item].Fen)
        : Html($"{Money.Link(v, f.Document, f.Found[m.Item].Statement, f.Found[m.Item].Fen)} ÷ {(m.By == "spending" ? Money.Link(v, f.Document, f.Found[m.By].Statement, f.Found[m.By].Fen) : PerOne.Count(v, f.Document, f.Found[m.By]))} = {Written(m, Value(f, m)!.Value)}");

    private static string Written(Measure m, decimal value) => m.By switch
    {
        null => Money.Text((long)Math.Round(value / 10_000m) * 10_000),
        "spending" => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        _ => PerOne.Text(value),
    };

    private static string Name(Visit v, Measure m) => m.By switch { null => v["item." + m.Item], "spending" => v["peers.projectshare"], _ => v["per." + m.Item + "." + m.By] };

    private sealed record Measure(string Item, string? By);

    private sealed record PeerFigures(ArchivedDocument Document, Dictionary<string, Headline> Found);
}
