using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>叙述阅读：sentences to statements. A 其中-clause inherits its head; what follows a figure is its change; a figure whose
/// words are not understood is listed as unbound, never guessed.</summary>
internal sealed partial class NarrativeReader
{
    private readonly ReadingContext _context;
    private readonly Subject _subject;
    private readonly ClauseWords _words;
    private readonly Ratios _ratios;
    private readonly WordlessClauses _wordless;
    private int _counter;
    private Carried? _carried;

    public NarrativeReader(ReadingContext context)
    {
        _context = context;
        _subject = new Subject(context);
        _words = context.Words;
        _ratios = new Ratios(context, _subject);
        _wordless = new WordlessClauses(context, _subject, _words, Next);
    }

    /// <summary>读一段。</summary>
    public void Read(Placed placed)
    {
        // 收、支 is one word with a mark inside: the mark must not end a clause, and every character must keep its place.
        var whole = placed.Paragraph.Folded;
        if (_context.Full)
        {
            _context.Cut(placed.Paragraph.At(0, 0, _context.Source, placed.Section));
            return;
        }

        if (whole.Length > ReadingContext.MostCharacters)
        {
            _context.Unread.Add(ReadingFaults.Limit("long", placed.Paragraph.At(ReadingContext.MostCharacters, 0, _context.Source, placed.Section), "count", Text(whole.Length), "limit", Text(ReadingContext.MostCharacters)));
            whole = whole[..ReadingContext.MostCharacters];
        }

        var folded = Both().Replace(whole, " ");
        _context.Contact ??= ContactWords.Find(folded);
        var numbers = SentenceTokens.Numbers(folded, _context.Library.Wording);
        var around = _carried is { } carried && carried.Section == placed.Section && Numbering.Prefix(folded[placed.Offset..]).Length == 0 ? carried.Point : _context.Start.Narrow(placed.Context);
        var section = _subject.Measured(around);
        var state = new SentenceState(_context, section, placed.Offset);
        foreach (var clause in SentenceTokens.Clauses(folded, placed.Offset, numbers))
        {
            if (_context.Full)
            {
                _context.Cut(placed.Paragraph.At(clause.Start, 0, _context.Source, placed.Section));
                break;
            }

            Clause(placed, folded, clause, state);
        }

        var kept = _carried is not null && section.Equals(_carried.Point) ? _carried : null;
        _carried = Parts.Announces(folded) && state.LastAmount is { } announced ? new Carried(placed.Section, announced.Point) : kept;
        state.Close();
    }

    private void Clause(Placed placed, string folded, Clause clause, SentenceState state)
    {
        var text = folded[clause.Start..clause.End];
        var because = _words.ReasonLength(text);
        var list = _words.List(text);
        state.Enter(clause, because > 0, list is not null);
        list = because > 0 ? null : list;
        if (list is { } word)
        {
            state.Announce(word.Open, clause.Before, inline: word.Length < text.TrimEnd().Length || (clause.End < folded.Length && folded[clause.End] == ','));
        }

        if (because > 0)
        {
            state.Reason();
        }

        if (Parts.Divides(text))
        {
            state.Divide();
        }

        if (state.ReasonFor(_words.Reason(text), text.Trim()) is var (changed, reason))
        {
            _context.Amend<ChangeStatement>(changed, c => c with { Reason = string.IsNullOrEmpty(c.Reason) ? reason : c.Reason });
        }

        if (_words.Use(text) is { } use && state.LastAmount is { } spent)
        {
            _context.Amend<AmountStatement>(spent.Id, a => a with { Use = a.Use ?? use });
        }

        if (_context.Library.Lexicon.Topic(text) is { } topic)
        {
            state.Speak(state.Section.Narrow(topic).With(topic[_context.Measure]!));
        }

        var lead = clause.Start + (list?.Length ?? because);
        var leads = clause.Numbers.Count > 0 ? new Leads(state, lead) : null;
        foreach (var number in clause.Numbers)
        {
            Figure(placed, folded, clause, number, leads!.Start(folded, number), state);
            leads.Pass(number);
        }

        state.Move(folded, clause.End);

        if (!clause.Numbers.Any(n => n.Kind != NumberTokenKind.Count))
        {
            _wordless.Read(placed, clause, text, state);
        }

        state.Leave(clause);
    }

    private void Figure(Placed placed, string folded, Clause clause, NumberToken number, int leadStart, SentenceState state)
    {
        var lead = folded[leadStart..number.Start].Trim();
        var after = folded[number.End..clause.End];
        var place = placed.Paragraph.At(number.Start, number.End - number.Start, _context.Source, placed.Section);
        var raw = placed.Paragraph.Text[number.Start..number.End];
        switch (number.Kind)
        {
            case NumberTokenKind.Count:
                var counted = Counted.Statement(Next(), lead, number, place, raw, _context);
                _context.Add(counted);
                state.Count(counted.What);
                return;
            case NumberTokenKind.Money when Causes.Threshold(lead, after):
                return;
            default:
                break;
        }

        if (_words.Change(lead, _context.Identity.Year) is { } change)
        {
            Change(change, lead, number, place, raw, state);
        }
        else if (number.Kind == NumberTokenKind.Percent)
        {
            if (state.Bracketed(folded, number.Start) is { } changed)
            {
                _context.Add(changed with { Id = Next(), Place = place, Raw = raw, Amount = null, Percent = new Percentage(number.Value ?? 0, number.Digits), Reason = null });
                return;
            }

            if (_ratios.Read(lead, number.Value ?? 0, number.Digits, state, Next, place, raw, out var problem) is { } ratio)
            {
                _context.Add(ratio);
            }
            else
            {
                _context.Fail(raw, place, problem.Chinese, problem.English);
            }
        }
        else if (YearBefore.Of(lead, after, state, _subject, _context) is var (before, comparison))
        {
            _context.Add(new AmountStatement { Id = Next(), Point = before, Place = place, Raw = raw, Amount = number.Amount });
            state.CompareWith(comparison);
        }
        else
        {
            Amount(placed, clause, lead, after, Causes.Compared(folded, number.End), number, place, raw, state);
        }
    }

    private void Amount(Placed placed, Clause clause, string lead, string after, bool compared, NumberToken number, Place place, string raw, SentenceState state)
    {
        if (placed.Items && Causes.Item(lead, state.Around, _context) is { } own)
        {
            _context.Add(new AmountStatement { Id = Next(), Point = own, Place = place, Raw = raw, Amount = number.Amount });
            return;
        }

        if (state.LastAmount is { } done && Completions.Phase(lead, _context) is { } against)
        {
            var budget = new AmountStatement { Id = Next(), Point = done.Point.With(against), Place = place, Raw = raw, Amount = number.Amount };
            _context.Add(budget);
            state.Against = new Against(done.Point, budget.Point);
            return;
        }

        var meaning = _subject.Read(lead, state.Section.Key("function"));
        if (Counted.Cost(lead, meaning, state, _subject, _context) is { } cost)
        {
            _context.Add(new AmountStatement { Id = Next(), Point = cost, Place = place, Raw = raw, Amount = number.Amount });
            return;
        }

        if (Continuations.Repeats(meaning, state))
        {
            _context.Fail(raw, place, $"未读懂“{lead}”", $"'{lead}' is not understood");
            return;
        }

        var point = _subject.Place(Continuations.Of(meaning, state, _context) ?? state.ContextFor(meaning), meaning);
        point = Continuations.Carried(_context.Past(point, meaning.Point, lead), meaning, clause.Before, placed.Paragraph.Folded, state);
        if ((!meaning.Understood || point[_context.Measure] is null || (meaning.Point[_context.Measure] is null && state.Lead.EndsWith("包括", StringComparison.Ordinal))) && state.Lead.Length > 0
            && _subject.Read(state.Lead + lead, state.Section.Key("function")) is { Understood: true } longer && _subject.Place(state.ContextFor(longer), longer) is var whole && whole[_context.Measure] is not null)
        {
            (meaning, point) = (longer, whole);
        }

        if (!meaning.Any && !meaning.Total && state.LastAmount is null && lead.Trim(',', ')', ' ').Length == 0 && clause.Numbers[0] != number)
        {
            _context.Fail(raw, place, "数字前没有说明是什么", "no words say what the figure is");
            return;
        }

        if (!meaning.Understood && state.Reasoning && !compared && Causes.Change(clause.Before == '、' ? state.Lead + lead : lead, number, state, _words, _subject, _context) is { } cause)
        {
            _context.Add(cause with { Id = Next(), Place = place, Raw = raw });
            return;
        }

        if (!meaning.Understood)
        {
            if (Causes.Item(lead, state.ContextFor(meaning with { Point = _context.Space.Everything }), _context) is { } item)
            {
                var named = new AmountStatement { Id = Next(), Point = item, Place = place, Raw = raw, Amount = number.Amount };
                _context.Add(named);
                state.Named(named);
                return;
            }

            _context.Fail(raw, place, $"未读懂“{lead}”", $"'{lead}' is not understood");
            state.Lost();
            return;
        }

        if (point[_context.Measure] is null)
        {
            _context.Fail(raw, place, "原文没有说明是收入还是支出", "the words do not say what is measured");
            state.Lost();
            return;
        }

        var statement = new AmountStatement
        {
            Id = Next(),
            Point = point,
            Place = place,
            Raw = raw,
            Amount = number.Amount,
            Approximate = _words.Approximate(lead, after),
        };
        _context.Add(statement);
        if (!state.Beside(point))
        {
            state.Amount(statement);
            Follow(point, state);
        }
    }

    // A 项 that a figure has named is what the rest of its paragraph speaks of.
    private void Follow(Point point, SentenceState state)
    {
        var function = _context.Space.Dimension("function")!;
        if (point[function] is { Key.Length: 7 } item)
        {
            state.Speak(state.Section.With(item));
        }
    }

    private string Next() => "n" + Text(++_counter);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=收入?)[、,](?=支)")]
    private static partial Regex Both();
}
