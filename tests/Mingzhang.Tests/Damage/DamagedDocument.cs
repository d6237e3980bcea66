using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;
using Mingzhang.Rules;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Tests.Damage;

/// <summary>受试文件：a document read once, undamaged: its paper, what was found in it, and by how much each figure may differ unnoticed.</summary>
internal sealed class DamagedDocument
{
    private readonly Dictionary<string, List<Relation>> _relations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    public DamagedDocument(string name, PaperDocument paper)
    {
        Name = name;
        Paper = paper;
        Sound = Reader.Read(paper, Documents.Library);
        _known = [.. Inspector.Check(Sound, Documents.Library).Findings.Where(f => f.Severity != Severity.Note).SelectMany(f => new[] { f.Id, Same(f) })];
        foreach (var relation in LawBook.Relations(new LawContext(Sound, Documents.Library)).Where(r => r.Missing is null))
        {
            if (!relation.Evaluate().Holds)
            {
                _broken.Add(BruteForce.Key(relation));
            }

            foreach (var id in relation.Figures.Select(f => f.Id).Concat(relation is RatioRelation ratio ? [ratio.Stated.Id] : []))
            {
                (_relations.TryGetValue(id, out var list) ? list : _relations[id] = []).Add(relation);
            }
        }
    }

    public string Name { get; }

    public PaperDocument Paper { get; }

    public Disclosure Sound { get; }

    /// <summary>How many of its statements print a number that can be made wrong.</summary>
    public int Figures => Sound.Statements.Count(Wounds.Value);

    public IReadOnlySet<string> Broken => _broken;

    /// <summary>Every document of the list beside the corpus, templates apart.</summary>
    public static IReadOnlyList<DamagedDocument> Corpus()
    {
        var lines = File.ReadAllLines(Shared.File("answers/docs.tsv")).Skip(1).Select(l => l.Split('\t')).Where(f => f.Length > 2 && f[2] != "template").ToList();
        return [.. lines.AsParallel().AsOrdered().Select(f => new DamagedDocument(f[0], Opening.File(Shared.File(f[1])).Paper!))];
    }

    /// <summary>Whether no law on the figure was broken before.</summary>
    public bool Unhurt(Statement figure) => !_relations.TryGetValue(figure.Id, out var own) || own.TrueForAll(r => r.Evaluate().Holds);

    /// <summary>Whether a sum, an agreement, a change or a balance that holds would not bear another figure.</summary>
    public bool InEquation(Statement figure) =>
        _relations.TryGetValue(figure.Id, out var own) && own.Exists(r => r is LinearRelation { AtMost: false } && r.Evaluate().Holds && r.Evaluate().Slack < 77_700);

    /// <summary>Whether the damage is more than rounding leaves open to the laws that the figure enters.</summary>
    public bool Beyond(Injury injury)
    {
        if (!_relations.TryGetValue(injury.Figure.Id, out var own))
        {
            return true;
        }

        var linear = own.OfType<LinearRelation>().Where(r => !r.AtMost && r.Figures.Any(f => f.Id == injury.Figure.Id)).ToList();
        var ratios = own.OfType<RatioRelation>().Where(r => r.Stated.Id == injury.Figure.Id).ToList();
        var after = injury.After ?? 0;
        return (linear.Count == 0 || Math.Abs(after - injury.Before) > linear.Min(r => r.Evaluate().Slack + Math.Abs(r.Evaluate().Difference)))
            && (ratios.Count == 0 || ratios.Exists(r => !(r with { Percent = r.Percent with { Value = after } }).Evaluate().Holds));
    }

    /// <summary>What is new among the findings of the damaged document, notes apart.</summary>
    public IReadOnlyList<Finding> New(Disclosure damaged) =>
        [.. Inspector.Check(damaged, Documents.Library).Findings.Where(f => f.Severity != Severity.Note && !_known.Contains(f.Id) && !_known.Contains(Same(f)))];

    // One and the same mistake, although the other figures that its message cites have changed.
    private static string Same(Finding f) =>
        f.Template + '|' + (f.Places is [var at, ..] ? at.Chinese : "") + '|' + (f.Candidates is [var first, ..] ? first.Figure + first.Value : "");

    /// <summary>Why no rule noticed: no law enters the figure, or only bounds that the damage respects.</summary>
    public string Why(Injury injury)
    {
        if (!_relations.TryGetValue(injury.Figure.Id, out var own))
        {
            return Alone(injury.Figure);
        }

        var standing = own.FindAll(r => r.Evaluate().Holds);
        return CutOff(injury) ? "the last digit left out: the amount cut off, not wrong"
            : standing.TrueForAll(r => r is LinearRelation { AtMost: true }) ? standing.Count < own.Count ? "its law does not hold in the document itself" : "only bounds enter it, and they still hold"
            : standing.TrueForAll(r => r is LinearRelation { AtMost: true } or RatioRelation) && Wounds.Percent(injury.Figure) is null ? "only bounds and percentages enter it, and they still hold"
            : injury is { Kind: "sign", Figure.Place.Table: null } ? "a minus behind a bracket is read as a dash"
            : injury is { Kind: "delete", Figure.Place.Table: null } ? "the words without their number are read as a heading, or as of a unit"
            : "unexplained";
    }

    private static bool CutOff(Injury injury) =>
        injury.After is { } after && injury.NewRaw.Length < injury.Figure.Raw.Length && Math.Abs(after) < Math.Abs(injury.Before) && Math.Abs(after - injury.Before) < Wounds.Unit(injury.Figure) / 10;

    private string Alone(Statement figure)
    {
        if (Wounds.Percent(figure) is not null)
        {
            return "a percentage whose amounts are not both printed";
        }

        return figure switch
        {
            { Point: var point } when point.Key("item") is not null => "an item named once, in no classification",
            AmountStatement { Approximate: true } or ChangeStatement { Approximate: true } => "an approximate figure",
            ChangeStatement => "a change whose base is not printed",
            _ => "the figure is printed once only and enters no sum",
        };
    }
}
