using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>句式的填写：fills the slots of a sentence from a draft; numbers are bound, never typed.</summary>
internal sealed class SentenceComposer(Library library, Draft draft)
{
    // All books write their sentences in 万元, also those whose tables are in 元.
    private static readonly MoneyUnit Unit = MoneyUnit.TenThousand;
    private readonly Point _start = draft.Start(library.Space);
    private readonly PrintedWords _words = new(draft);

    public IReadOnlyList<Run> Compose(Sentence sentence, Point section, SentenceItem? item = null)
    {
        var runs = new List<Run>();
        foreach (var part in sentence.Parts)
        {
            if (Unstated(part, section))
            {
                Clauses.Drop(runs);
                continue;
            }

            foreach (var run in Clauses.Following(Slot(part, section, item), runs).Where(r => r.Text.Length > 0))
            {
                if (run is WordsRun && runs.Count > 0 && runs[^1] is WordsRun before)
                {
                    runs[^1] = new WordsRun(before.Text + run.Text);
                }
                else
                {
                    runs.Add(run);
                }
            }
        }

        return runs;
    }

    /// <summary>某点的金额，以元计; 0 where there is nothing.</summary>
    public decimal Value(Point section, Point slot) => draft.Cube.At(At(section, slot)) ?? 0;

    private List<Run> Slot(SentencePart part, Point section, SentenceItem? item) => part.Kind switch
    {
        SlotKind.Words => [new WordsRun(_words.Scoped(part.Words))],
        SlotKind.Year => [new WordsRun(PrintedWords.Number(draft.Year))],
        SlotKind.LastYear => [new WordsRun(PrintedWords.Number(draft.Year - 1))],
        SlotKind.Entity => [new WordsRun(draft.Entity)],
        SlotKind.Scope => [new WordsRun(draft.ScopeName)],
        SlotKind.Amount => [Amount(Value(section, part.At!), At(section, part.At!))],
        SlotKind.Also => Value(section, part.At!) is var more && more == 0 ? [] : [new WordsRun(_words.Scoped(part.Words)), Amount(more, At(section, part.At!))],
        SlotKind.Compare => Compare(At(section, part.At!), "", LastYear(At(section, part.At!))),
        SlotKind.CompareExecuted => Compare(At(section, part.At!), "预算执行数", LastYear(At(section, part.At!)).With(library.Space.Member("phase", "executed")!)),
        SlotKind.Delta => Delta(At(section, part.At!), LastYear(At(section, part.At!))),
        SlotKind.Growth => Growth(At(section, part.At!), LastYear(At(section, part.At!))),
        SlotKind.Share => [Percent(Value(section, part.At!), Whole(section, part), At(section, part.At!))],
        SlotKind.Completion => [Percent(Value(section, part.At!), draft.Cube.At(Budgeted(section, part.At!)) ?? 0, At(section, part.At!))],
        SlotKind.Why => Change(At(section, part.At!), LastYear(At(section, part.At!))) == 0 || (draft.Cube.Totals.Count > 0 && draft.Cube.At(LastYear(At(section, part.At!))) is null) ? [] : [new WordsRun("，主要原因是"), Words("why " + part.At!.Key("purpose"))],
        SlotKind.Functions => Functions(section.Narrow(part.At!), "，", false),
        SlotKind.FunctionShares => Functions(section.Narrow(part.At!), "；", true),
        SlotKind.Names => [new WordsRun(string.Join('、', draft.Cube.Codes("economic", [5], At(section, part.At!)).Select(c => library.Catalogues["economic-department"].Find(c, draft.Year)?.Name).OfType<string>().Distinct()))],
        SlotKind.Path => [new WordsRun(item?.Path ?? "")],
        SlotKind.Item => [new WordsRun(item?.Name ?? "")],
        SlotKind.Ordinal => [new WordsRun(PrintedWords.Number(item?.Ordinal ?? 0))],
        SlotKind.Text => [Words(part.Words.EndsWith('*') ? part.Words[..^1] + item?.Key : part.Words)],
        SlotKind.Count => [new WordsRun(draft.Counts.GetValueOrDefault(part.Words, "0"))],
        _ => [],
    };

    // Where amounts are stated one by one, what nobody stated is not known to be nothing: its clause is left out.
    private bool Unstated(SentencePart part, Point section) => draft.Cube.Totals.Count > 0 && part.At is { } at && part.Kind switch
    {
        SlotKind.Amount => draft.Cube.At(At(section, at)) is null,
        SlotKind.Compare or SlotKind.Delta or SlotKind.Growth => draft.Cube.At(LastYear(At(section, at))) is null,
        SlotKind.CompareExecuted => draft.Cube.At(LastYear(At(section, at)).With(library.Space.Member("phase", "executed")!)) is null,
        SlotKind.Share => draft.Cube.At(At(section, at)) is null,
        SlotKind.Completion => draft.Cube.At(Budgeted(section, at)) is null,
        _ => false,
    };

    private Point At(Point section, Point slot) => _start.Narrow(section).Narrow(slot);

    private decimal Whole(Point section, SentencePart part)
    {
        var whole = At(section, part.Whole ?? library.Space.Everything);
        return draft.Cube.At(part.Of is { } dimension ? whole.Without(dimension) : whole) ?? 0;
    }

    private Point LastYear(Point point) => point.With(library.Space.Member("year", PrintedWords.Number(draft.Year - 1))!);

    private Point Budgeted(Point section, Point slot) => At(section, slot).With(library.Space.Member("phase", "budget")!);

    // What would be printed as 0.00 is no change.
    private decimal Change(Point point, Point before)
    {
        var change = (draft.Cube.At(point) ?? 0) - (draft.Cube.At(before) ?? 0);
        return Math.Round(change / Unit.Factor, 2, MidpointRounding.AwayFromZero) == 0 ? 0 : change;
    }

    private List<Run> Compare(Point point, string phase, Point before)
    {
        var last = PrintedWords.Number(draft.Year - 1) + "年" + phase;
        return Change(point, before) == 0 ? [new WordsRun($"与{last}持平")] : [new WordsRun("比" + last), .. Delta(point, before)];
    }

    private List<Run> Delta(Point point, Point before) => Change(point, before) is var change && change == 0 ? [new WordsRun("无变化")]
        : [new WordsRun(change > 0 ? "增加" : "减少"), Amount(Math.Abs(change), point)];

    // A change from nothing has no percentage.
    private List<Run> Growth(Point point, Point before)
    {
        var runs = Delta(point, before);
        var change = Change(point, before);
        var last = draft.Cube.At(before) ?? 0;
        if (change != 0 && last != 0)
        {
            runs.AddRange([new WordsRun(change > 0 ? "，增长" : "，下降"), Percent(Math.Abs(change), last, point)]);
        }

        return runs;
    }

    private static NumberRun Amount(decimal yuan, Point point) => new((yuan / Unit.Factor).ToString("0.00", CultureInfo.InvariantCulture) + Unit.Name, point, yuan);

    private static Run Percent(decimal part, decimal whole, Point point) =>
        whole == 0 ? new WordsRun("0.00%") : new NumberRun((part / whole * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%", point, null);

    private List<Run> Functions(Point section, string separator, bool shares)
    {
        var point = _start.Narrow(section);
        var whole = draft.Cube.At(point) ?? 0;
        var runs = new List<Run>();
        foreach (var code in draft.Cube.Codes("function", [3], point))
        {
            var at = point.With(library.Space.Member("function", code)!);
            var yuan = draft.Cube.At(at) ?? 0;
            runs.AddRange([new WordsRun((runs.Count > 0 ? separator : "") + library.Catalogues["functions"].Find(code, draft.Year)?.Name + (shares ? "（类）" : "")), Amount(yuan, at)]);
            if (shares)
            {
                runs.AddRange([new WordsRun("，占"), Percent(yuan, whole, at)]);
            }
        }

        return runs;
    }

    /// <summary>填报人的文字; a gap stays visible: the text is the officer's to write.</summary>
    public Run Words(string key) => draft.Words.GetValueOrDefault(key) is { } text ? new WordsRun(text) : new GapRun($"【待填：{GapNames.Of(key, library, draft.Year)}】", key);
}

/// <summary>逐项说明中的一项。</summary>
/// <param name="Key">Code or name of the project.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">类、款、项 by name.</param>
/// <param name="Ordinal">From 1.</param>
internal sealed record SentenceItem(string Key, string Name, string Path, int Ordinal);
