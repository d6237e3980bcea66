using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>没有数字的小句：与2023年持平, 无使用…安排的支出, 与2023年度相比, 某（项）.</summary>
internal sealed class WordlessClauses(ReadingContext context, Subject subject, ClauseWords words, Func<string> next)
{
    /// <summary>读一个小句。</summary>
    public void Read(Placed placed, Clause clause, string text, SentenceState state)
    {
        if (words.Flat(text, context.Identity.Year) is { } flat)
        {
            var comparison = flat.Base is not null ? context.Base(flat.Base) : state.Reasoning ? null : state.LastBase;
            if (comparison is not null && state.SubjectOf(flat.Subject, subject) is { } point)
            {
                var statement = new ChangeStatement
                {
                    Id = next(),
                    Point = point,
                    Place = placed.Paragraph.At(clause.Start, clause.End - clause.Start, context.Source, placed.Section),
                    Raw = placed.Paragraph.Text[clause.Start..clause.End].Trim(),
                    Base = comparison,
                    Direction = Direction.Flat,
                    Approximate = flat.Approximate,
                };
                context.Add(statement);
                state.Change(statement);
            }
        }
        else if (words.Base(text, context.Identity.Year) is { } alone)
        {
            state.CompareWith(context.Base(alone));
        }
        else if (NilPhrases.Find(text, context, subject) is { } nil)
        {
            var point = state.Section.Narrow(nil);
            context.Add(new NilStatement { Id = next(), Point = point, Place = placed.Paragraph.At(clause.Start, clause.End - clause.Start, context.Source, placed.Section), Raw = placed.Paragraph.Text[clause.Start..clause.End].Trim() });
            state.Nil(point);
        }
        else if (context.Codes.Find(Numbering.Strip(text.TrimStart()), state.Section.Key("function")) is { } named)
        {
            state.Speak(state.Section.With(context.Space.Member("function", named.Code)!));
        }
        else
        {
            state.Say(clause.Numbers.Count == 0 && text.Length < 40 ? text : "");
        }
    }
}
