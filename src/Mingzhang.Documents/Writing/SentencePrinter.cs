using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing;

/// <summary>句式的书写：fills the slots of a sentence from a draft; numbers are bound, never typed.</summary>
internal sealed class SentencePrinter(Library library, FormBook book, Draft draft)
{
    private readonly Point _start = library.Space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={draft.Year} phase=budget entity=department"), out _)!;

    public string Print(Sentence sentence, Point section)
    {
        var text = new StringBuilder();
        foreach (var part in sentence.Parts)
        {
            text.Append(part.Kind switch
            {
                SlotKind.Words => part.Words,
                SlotKind.Year => Number(draft.Year),
                SlotKind.LastYear => Number(draft.Year - 1),
                SlotKind.Entity => draft.Entity,
                SlotKind.Amount => Amount(Value(section, part.At!)),
                SlotKind.Compare => Compare(section, part.At!),
                SlotKind.Delta => Delta(Change(section, part.At!)),
                SlotKind.Why => Change(section, part.At!) == 0 ? "" : "，主要原因是" + Words("why " + part.At!.Key("purpose")),
                SlotKind.Functions => Functions(section),
                SlotKind.Text => Words(part.Words),
                SlotKind.Count => draft.Counts.GetValueOrDefault(part.Words, "0"),
                _ => "",
            });
        }

        return text.ToString();
    }

    private Point At(Point section, Point slot) => _start.Narrow(section).Narrow(slot);

    private decimal Value(Point section, Point slot) => draft.Cube.At(At(section, slot)) ?? 0;

    private decimal Change(Point section, Point slot)
    {
        var point = At(section, slot);
        var change = Value(section, slot) - (draft.Cube.At(point.With(library.Space.Member("year", Number(draft.Year - 1))!)) ?? 0);

        // What would be printed as 0.00 is no change.
        return Math.Round(change / book.Unit.Factor, 2, MidpointRounding.AwayFromZero) == 0 ? 0 : change;
    }

    private string Compare(Point section, Point slot)
    {
        var change = Change(section, slot);
        var last = Number(draft.Year - 1);
        return change == 0 ? $"与{last}年持平" : $"比{last}年{Delta(change)}";
    }

    private string Delta(decimal change) => change == 0 ? "无变化" : (change > 0 ? "增加" : "减少") + Amount(Math.Abs(change));

    private string Amount(decimal yuan) => (yuan / book.Unit.Factor).ToString("0.00", CultureInfo.InvariantCulture) + book.Unit.Name;

    private string Functions(Point section)
    {
        var point = _start.Narrow(section);
        return string.Join("，", draft.Cube.Codes("function", [3], point)
            .Select(code => library.Catalogues["functions"].Find(code, draft.Year)!.Name + Amount(draft.Cube.At(point.With(library.Space.Member("function", code)!)) ?? 0)));
    }

    // A gap stays visible: the text is the officer's to write.
    private string Words(string key) => draft.Words.GetValueOrDefault(key) ?? $"【{key} 待填】";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
