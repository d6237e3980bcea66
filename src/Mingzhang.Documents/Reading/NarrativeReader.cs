using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>叙述阅读：sentences to statements. A 其中-clause inherits its head; what follows a figure is its change; a figure whose
/// words are not understood is listed as unbound, never guessed.</summary>
internal sealed class NarrativeReader
{
    private readonly ReadingContext _context;
    private readonly Subject _subject;
    private readonly ClauseWords _words;
    private int _counter;

    public NarrativeReader(ReadingContext context)
    {
        _context = context;
        _subject = new Subject(context);
        _words = new ClauseWords(context.Library.Wording);
    }

    /// <summary>读一段。</summary>
    public void Read(Placed placed)
    {
        var folded = placed.Paragraph.Folded;
        if (_context.Full)
        {
            return;
        }

        _context.Contact ??= ContactWords.Find(folded);
        var numbers = SentenceTokens.Numbers(folded, _context.Library.Wording);
        var state = new SentenceState(_context, _context.Start.Narrow(placed.Context));
        foreach (var clause in SentenceTokens.Clauses(folded, placed.Offset, numbers))
        {
            Clause(placed, clause, state);
        }

        state.Close();
    }

    private void Clause(Placed placed, Clause clause, SentenceState state)
    {
        var text = placed.Paragraph.Folded[clause.Start..clause.End];
        state.Enter(clause);
        var list = _words.List(text);
        if (list is { } word)
        {
            state.Announce(word.Open, clause.Before, inline: word.Length < text.TrimEnd().Length);
        }

        if (_words.Reason(text) is { } reason && state.LastChange is { } changed)
        {
            _context.Amend<ChangeStatement>(changed, c => c with { Reason = c.Reason ?? reason });
        }

        if (_words.Use(text) is { } use && state.LastAmount is { } spent)
        {
            _context.Amend<AmountStatement>(spent.Id, a => a with { Use = a.Use ?? use });
        }

        var lead = clause.Start + (list?.Length ?? 0);
        foreach (var number in clause.Numbers)
        {
            Figure(placed, clause, number, lead, state);
            lead = number.End;
        }

        if (!clause.Numbers.Any(n => n.Kind != NumberTokenKind.Count))
        {
            Wordless(placed, clause, text, state);
        }

        state.Leave(clause);
    }

    private void Figure(Placed placed, Clause clause, NumberToken number, int leadStart, SentenceState state)
    {
        var folded = placed.Paragraph.Folded;
        var lead = folded[leadStart..number.Start].Trim();
        var place = placed.Paragraph.At(number.Start, number.End - number.Start, _context.File, placed.Section);
        var raw = placed.Paragraph.Text[number.Start..number.End];
        switch (number.Kind)
        {
            case NumberTokenKind.Count:
                Add(new CountStatement
                {
                    Id = Next(),
                    Point = _context.Start.With(_context.Space.Member("measure", "count")!),
                    Place = place,
                    Raw = raw,
                    What = lead.Trim(',', ':', ' '),
                    Number = number.Value ?? 0,
                    Unit = number.Unit,
                });
                return;
            case NumberTokenKind.Percent:
                Percent(lead, number, place, raw, state);
                return;
            default:
                break;
        }

        if (_words.Change(lead, _context.Identity.Year) is { } change)
        {
            Change(change, number, place, raw, state);
        }
        else
        {
            Amount(lead, folded[number.End..clause.End], number, place, raw, state);
        }
    }

    private void Amount(string lead, string after, NumberToken number, Place place, string raw, SentenceState state)
    {
        var meaning = _subject.Read(lead);
        var point = _subject.Place(state.ContextFor(meaning), meaning);
        if (!meaning.Understood)
        {
            _context.Fail(raw, place, $"未读懂“{meaning.Residue}”", $"'{meaning.Residue}' is not understood");
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
        Add(statement);
        state.Amount(statement);
    }

    private void Change(ChangeWords change, NumberToken number, Place place, string raw, SentenceState state)
    {
        var comparison = change.Base is null ? state.LastBase : Base(change.Base);
        if (state.SubjectOf(change.Subject, _subject) is not { } point)
        {
            _context.Fail(raw, place, $"未读懂“{change.Subject}”的变动", $"the change of '{change.Subject}' is not understood");
            return;
        }

        if (comparison is null)
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
        Add(statement);
        state.Change(statement);
    }

    private void Percent(string lead, NumberToken number, Place place, string raw, SentenceState state)
    {
        var percent = new Percentage(number.Value ?? 0, number.Digits);
        if (_words.Change(lead, _context.Identity.Year) is { } change)
        {
            Change(change, number, place, raw, state);
        }
        else if (state.LastAmount is { } last && lead.StartsWith('占'))
        {
            var meaning = _subject.Read(lead[1..]);
            var whole = meaning is { Understood: true, Any: true } ? _subject.Place(state.Section, meaning) : state.Head?.Point;
            if (whole is not null && whole.Contains(last.Point))
            {
                Add(new ShareStatement { Id = Next(), Point = last.Point, Place = place, Raw = raw, Whole = whole, Percent = percent });
                return;
            }

            _context.Fail(raw, place, "未读懂占比的整体", "the whole of the share is not understood");
        }
        else if (state.LastAmount is { } done && lead.Contains("完成", StringComparison.Ordinal))
        {
            var phase = lead.Contains("全年", StringComparison.Ordinal) ? "revised" : "budget";
            Add(new CompletionStatement { Id = Next(), Point = done.Point, Place = place, Raw = raw, Budget = done.Point.With(_context.Space.Member("phase", phase)!), Percent = percent });
        }
        else
        {
            _context.Fail(raw, place, "未读懂的百分比", "a percentage that is not understood");
        }
    }

    // Clauses without a figure of their own: 与2023年持平, 无使用…安排的支出.
    private void Wordless(Placed placed, Clause clause, string text, SentenceState state)
    {
        if (_words.Flat(text, _context.Identity.Year) is { } flat)
        {
            if (state.SubjectOf(flat.Subject, _subject) is { } point && flat.Base is not null)
            {
                var statement = new ChangeStatement
                {
                    Id = Next(),
                    Point = point,
                    Place = placed.Paragraph.At(clause.Start, clause.End - clause.Start, _context.File, placed.Section),
                    Raw = placed.Paragraph.Text[clause.Start..clause.End].Trim(),
                    Base = Base(flat.Base),
                    Direction = Direction.Flat,
                    Approximate = flat.Approximate,
                };
                Add(statement);
                state.Change(statement);
            }
        }
        else if (NilPhrases.Find(text, _context, _subject) is { } nil)
        {
            var point = state.Section.Narrow(nil);
            Add(new NilStatement { Id = Next(), Point = point, Place = placed.Paragraph.At(clause.Start, clause.End - clause.Start, _context.File, placed.Section), Raw = text.Trim() });
            state.Nil(point);
        }
    }

    private ComparisonBase Base(BaseWords words)
    {
        var phase = words.Phase is null ? _context.Start[_context.Space.Dimension("phase")!]! : _context.Space.Member("phase", words.Phase)!;
        return new ComparisonBase(words.Year, phase, words.Phase is null, words.Raw);
    }

    private void Add(Statement statement) => _context.Add(statement);

    private string Next() => "n" + (++_counter).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
