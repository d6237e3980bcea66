using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>空缺的证据：which members a document says are nil, prints as zero or blank, or leaves out of a closed list.</summary>
internal sealed class Emptiness
{
    private readonly Dictionary<Member, Evidence> _evidence = [];
    private readonly List<ClosedList> _closed = [];
    private readonly bool _changes;

    /// <summary>收集证据。</summary>
    /// <param name="disclosure">The document.</param>
    /// <param name="changes">True where changes are judged: what is nil this year and was something last year has changed, and is no nothing.</param>
    public Emptiness(Disclosure disclosure, bool changes = false)
    {
        _changes = changes;
        foreach (var statement in disclosure.Statements)
        {
            foreach (var member in statement.Point.Members)
            {
                for (var m = member; m is not null; m = m.Parent)
                {
                    Note(m, statement);
                }
            }
        }

        foreach (var listing in disclosure.Listings.Where(l => l is { Open: false, Kind: ListingKind.List } && l.Items[0] is AmountStatement))
        {
            var head = listing.Items[0].Point;
            _closed.Add(new ClosedList(head, [.. listing.Items.Skip(1).SelectMany(i => i.Point.Members.Where(m => head[m.Dimension] is null || !Equals(head[m.Dimension], m)))]));
        }
    }

    /// <summary>从未提到（非零）: nothing of it is printed but zeros, blanks or nothing at all.</summary>
    public bool Absent(Member member) => _evidence.GetValueOrDefault(member) is null or { Filled: 0 };

    /// <summary>明示为无: nil or zero wherever it is named, or left out of a closed list of its siblings. One contrary figure against a
    /// nil statement is a contradiction to be reported, not a reason to believe it.</summary>
    public bool Nil(Member member)
    {
        var evidence = _evidence.GetValueOrDefault(member) ?? new Evidence();
        if (evidence.Nil)
        {
            return evidence.Filled <= (_changes ? 0 : 1);
        }

        return evidence.Filled == 0 && (evidence.Zero > 0 || _closed.Exists(c =>
            c.Head[member.Dimension] is var at && (at is null || at.Contains(member))
            && c.Named.Exists(n => n.Dimension == member.Dimension) && !c.Named.Exists(member.Contains)));
    }

    private void Note(Member member, Statement statement)
    {
        if (!_evidence.TryGetValue(member, out var evidence))
        {
            _evidence[member] = evidence = new Evidence();
        }

        switch (statement)
        {
            case AmountStatement { Amount.Value: not 0 }:
                evidence.Filled++;
                break;
            // What one project does not have, the others may.
            case AmountStatement when statement.Point.Key("project") is null:
                evidence.Zero++;
                break;
            case ChangeStatement { Direction: not Direction.Flat, Amount: null or { Value: not 0 }, Percent: null or { Value: not 0 } } when _changes:
                evidence.Filled++;
                break;
            case NilStatement:
                evidence.Nil = true;
                break;
            default:
                break;
        }
    }

    private sealed record ClosedList(Point Head, List<Member> Named);

    private sealed class Evidence
    {
        public int Zero { get; set; }

        public int Filled { get; set; }

        public bool Nil { get; set; }
    }
}
