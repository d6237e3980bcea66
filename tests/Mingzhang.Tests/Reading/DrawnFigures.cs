using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Reading;

/// <summary>抽查的数字：figures of all real documents in one fixed order, some of them drawn by a fixed seed, to be judged by eye.</summary>
internal static class DrawnFigures
{
    private const ulong Seed = 20250407;
    private const int Every = 300;
    private const int OfEachDocument = 8;
    private const int OfSentences = 110;

    /// <summary>The documents of the answers, as identity and path below ../shared.</summary>
    public static IReadOnlyList<(string Id, string File)> Documents() =>
        [.. Shared.Text("answers/docs.tsv").Split('\n').Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 1).Select(c => (c[0], c[1]))];

    public static Disclosure Read(string file) => Reader.Read(Opening.File(Shared.File(file)).Paper!, Tests.Documents.Library);

    /// <summary>All figures of one document that can be drawn, with their keys.</summary>
    public static IEnumerable<DrawnFigure> Of(string document, Disclosure disclosure)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var s in disclosure.Statements.Where(IsFigure))
        {
            var figure = new DrawnFigure(document, s);
            var ordinal = seen[figure.Key] = seen.GetValueOrDefault(figure.Key) + 1;
            yield return figure with { Ordinal = ordinal };
        }
    }

    /// <summary>The drawn ones, document by document in the order of the documents.</summary>
    public static IReadOnlyList<DrawnFigure> Draw(IReadOnlyList<DrawnFigure> all)
    {
        var order = all.OrderBy(f => Lot(f.Document + '|' + f.Statement.Id + '|' + f.Statement.Raw)).ThenBy(f => f.Statement.Id, StringComparer.Ordinal).ToList();
        var drawn = new HashSet<DrawnFigure>(order.GroupBy(f => f.Document).SelectMany(g => g.Take(OfEachDocument)));
        var sentences = order.Where(f => f.Statement.Place.Table is null && !drawn.Contains(f)).ToList();
        drawn.UnionWith(sentences.Take(OfSentences - drawn.Count(f => f.Statement.Place.Table is null)));
        drawn.UnionWith(order.Where(f => !drawn.Contains(f)).Take(Every - drawn.Count).ToList());
        return [.. all.Where(drawn.Contains)];
    }

    private static bool IsFigure(Statement s) => s is AmountStatement { Amount: not null, Blank: false } or ChangeStatement or ShareStatement or CompletionStatement;

    /// <summary>签号: FNV-1a of the words, stirred with the seed by SplitMix64, so that the lot of a figure never depends on the others.</summary>
    private static ulong Lot(string words)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes(words))
            {
                hash = (hash ^ b) * 1099511628211UL;
            }

            hash += Seed * 0x9E3779B97F4A7C15UL;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return hash ^ (hash >> 31);
        }
    }
}

/// <summary>抽到的一个数字：what was printed, where, and what it is bound to.</summary>
internal sealed record DrawnFigure(string Document, Statement Statement)
{
    /// <summary>Which of the figures with the same key, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>Table, row and column, or the nearest heading: no line, page or number of the statement.</summary>
    public string Where => Statement.Place switch
    {
        { Table: { } table } p => string.Join(" · ", new[] { table, p.Row, p.Column }.Where(w => !string.IsNullOrEmpty(w))),
        { Section: { } section } => section.Split(" / ")[^1],
        _ => "",
    };

    public string Key => string.Join('\t', Document, Statement.Kind, Statement.Raw, Where.ReplaceLineEndings(" "));

    /// <summary>The other end of a comparison: base and direction, whole, or budget.</summary>
    public string Against => Statement switch
    {
        ChangeStatement c => string.Create(CultureInfo.InvariantCulture, $"{c.Direction} {c.Base.Year} {c.Base.Phase.Key}{(c.Base.Assumed ? " assumed" : "")}"),
        ShareStatement s => s.Whole.ToString(),
        CompletionStatement c => c.Budget.ToString(),
        _ => "",
    };

    /// <summary>One line of the expectation: key, ordinal, point and what it is compared with.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Key}\t{Ordinal}\t{Statement.Point}\t{Against}");
}
