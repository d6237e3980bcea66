using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>要目的选取：of each document the few figures by which departments are listed and compared, each one that is printed, never a sum of ours.</summary>
internal static class Headlines
{
    /// <summary>各要目：its key and its points, the first that is printed counts. Year and phase are the document's.</summary>
    public static readonly IReadOnlyList<HeadlineItem> Items =
    [
        new("income", ["measure=income", "measure=resources"]),
        new("spending", ["measure=expenditure", "measure=uses"]),
        new("fiscal", ["measure=income fund=fiscal", "measure=resources fund=fiscal", "measure=expenditure fund=fiscal"]),
        new("general", ["measure=expenditure fund=general", "measure=income fund=general"]),
        new("own", ["measure=income fund=own"]),
        new("basic", ["measure=expenditure nature=basic", "measure=expenditure fund=fiscal nature=basic", "measure=expenditure fund=general nature=basic"]),
        new("project", ["measure=expenditure nature=project", "measure=expenditure fund=fiscal nature=project", "measure=expenditure fund=general nature=project"]),
        new("sangong", ["measure=expenditure purpose=三公"]),
        new("abroad", ["measure=expenditure purpose=三公/abroad"]),
        new("vehicles", ["measure=expenditure purpose=三公/vehicles"]),
        new("purchase", ["measure=expenditure purpose=三公/vehicles/purchase"]),
        new("running", ["measure=expenditure purpose=三公/vehicles/running"]),
        new("reception", ["measure=expenditure purpose=三公/reception"]),
        new("operating", ["measure=expenditure purpose=机关运行"]),
        new("procurement", ["measure=expenditure purpose=procurement", "measure=contracts purpose=procurement", "measure=contracts"]),
        new("goods", ["measure=expenditure purpose=procurement/goods", "measure=contracts purpose=procurement/goods"]),
        new("works", ["measure=expenditure purpose=procurement/works", "measure=contracts purpose=procurement/works"]),
        new("services", ["measure=expenditure purpose=procurement/services", "measure=contracts purpose=procurement/services"]),
        new("targeted", ["measure=targeted", "measure=targeted fund=fiscal", "measure=targeted fund=general"]),
    ];

    /// <summary>最大的功能类：its key is followed by the code and by what else peers have in common: kind, scope and year. Of two alike the first code.</summary>
    public const string Principal = "principal:";

    /// <summary>一份文件最大的功能类; null where none is printed.</summary>
    public static FoundHeadline? PrincipalOf(DocumentFacts facts, IEnumerable<CodedFigure> codes) =>
        codes.Where(c => c is { Dimension: "function", Code.Length: 3 }).OrderByDescending(c => c.Fen).ThenBy(c => c.Code, StringComparer.Ordinal)
            .Select(c => new FoundHeadline(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Principal}{c.Code}:{facts.Kind}:{facts.Scope?.ToString() ?? ""}:{facts.Year}"), c.Fen, c.Statement)).FirstOrDefault();

    /// <summary>每一个的：an amount divided by what the same document counts.</summary>
    public static readonly IReadOnlyList<Quotient> Quotients = [new("operating", "posts"), new("sangong", "posts"), new("running", "fleet")];

    /// <summary>一份文件的各要目，没有印出的不列; quotients last.</summary>
    public static IEnumerable<FoundHeadline> Of(Disclosure disclosure)
    {
        var found = Printed(disclosure).ToList();
        return [.. found, .. Quotients.Select(q => q.Of(found)).OfType<FoundHeadline>()];
    }

    private static IEnumerable<FoundHeadline> Printed(Disclosure disclosure)
    {
        if (disclosure.Facts.Year is not { } year)
        {
            yield break;
        }

        var phase = disclosure.Facts.Kind == DocumentKind.Final ? "final" : "budget";
        var best = new Dictionary<string, AmountStatement>(StringComparer.Ordinal);
        foreach (var statement in disclosure.Statements.OfType<AmountStatement>())
        {
            if (statement is { Amount: not null, Blank: false } && PointText.Year(statement.Point) == year && statement.Point.Key("phase") == phase && Key(statement.Point) is { } key
                && (!best.TryGetValue(key, out var other) || Better(statement, other)))
            {
                best[key] = statement;
            }
        }

        foreach (var item in Items)
        {
            if (item.Points.Select(p => best.GetValueOrDefault(p)).FirstOrDefault(s => s is not null) is { } found && StatementText.Fen(found) is { } fen)
            {
                yield return new FoundHeadline(item.Key, fen, found.Id);
            }
        }

        foreach (var more in ExecutedFigures.Of(disclosure).Concat(CountedFigures.Of(disclosure)))
        {
            yield return more;
        }
    }

    // The whole body only: a unit's own figures are no department's.
    internal static string? Key(Point point)
    {
        var words = new List<string>();
        foreach (var member in point.Completed().Members)
        {
            switch (member.Dimension.Key)
            {
                case "year" or "phase":
                    break;
                case "entity" when member.Key is "department" or "unit":
                    break;
                case "measure" or "fund" or "nature" or "purpose":
                    words.Add(member.ToString());
                    break;
                default:
                    return null;
            }
        }

        // What a purpose implies is not said in its key.
        return string.Join(' ', words.Any(w => w.StartsWith("purpose=", StringComparison.Ordinal)) ? words.Where(w => !w.StartsWith("fund=", StringComparison.Ordinal) && !w.StartsWith("nature=", StringComparison.Ordinal)) : words);
    }

    // Finer prints and tables say more than rounded sentences; for procurement the larger scope.
    private static bool Better(AmountStatement one, AmountStatement other) =>
        one.Point.Key("fund") is null != (other.Point.Key("fund") is null) ? one.Point.Key("fund") is null
            : one.Place.Table is not null && other.Place.Table is null;
}

/// <summary>要目的定义。</summary>
internal sealed record HeadlineItem(string Key, IReadOnlyList<string> Points);

/// <summary>每一个的数：by it departments are ordered, in thousandths of a 分 for a hundredth of what is counted; what is shown is made of the two figures.</summary>
internal sealed record Quotient(string Over, string Under)
{
    private const int Thousandths = 1000;

    /// <summary>在要目中的键。</summary>
    public string Key => $"per:{Over}:{Under}";

    /// <summary>一份文件的; null where either is not printed, nothing is counted, or it is beyond all measure.</summary>
    public FoundHeadline? Of(IReadOnlyList<FoundHeadline> found) => found.FirstOrDefault(f => f.Item == Over) is { } over && found.FirstOrDefault(f => f.Item == Under) is { Fen: > 0 } under
        && Math.Abs(over.Fen) < long.MaxValue / Thousandths ? new FoundHeadline(Key, over.Fen * Thousandths / under.Fen, over.Statement) : null;
}

/// <summary>找到的要目。</summary>
internal sealed record FoundHeadline(string Item, long Fen, string Statement);
