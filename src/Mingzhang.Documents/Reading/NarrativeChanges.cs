using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>叙述阅读：变动, whose subject and base may have been said before.</summary>
internal sealed partial class NarrativeReader
{
    private void Change(ChangeWords change, string lead, NumberToken number, Place place, string raw, SentenceState state)
    {
        var comparison = change.Base is null ? state.LastBase : _context.Base(change.Base);
        if (state.SubjectOf(change.Subject, _subject) is not { } point)
        {
            if (state.Reasoning && Causes.Change(lead, number, state, _words, _subject, _context) is { } cause)
            {
                _context.Add(cause with { Id = Next(), Place = place, Raw = raw });
                return;
            }

            _context.Fail(raw, place, $"未读懂“{change.Subject}”的变动", $"the change of '{change.Subject}' is not understood");
            return;
        }

        if (comparison is null || (comparison.Year == _context.Identity.Year && change.Base is { Own: true } && comparison.Phase.Equals(point[comparison.Phase.Dimension])))
        {
            _context.Fail(raw, place, "没有说明与哪一年比较", "the words do not say which year is compared with");
            return;
        }

        var percent = number.Kind == NumberTokenKind.Percent;
        var statement = new ChangeStatement
        {
            Id = Next(),
            Point = point,
            Place = place,
            Raw = raw,
            Base = comparison,
            Direction = change.Direction,
            Amount = percent ? null : number.Amount,
            Percent = percent && number.Value is { } value ? new Percentage(value, number.Digits) : null,
            Approximate = change.Approximate,
        };
        _context.Add(statement);
        state.Change(statement, number.End);
    }
}
