using System.Globalization;
using System.Text;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>陈述清单：the narrative's statements, one a line, without the words of the document.</summary>
internal static class Narrated
{
    public static string List(Disclosure disclosure)
    {
        var text = new StringBuilder();
        foreach (var s in disclosure.Statements.Where(s => s.Place.Table is null))
        {
            var point = string.Join(' ', s.Point.Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "entity")));
            text.AppendLine(CultureInfo.InvariantCulture, $"{s.Place.Line} {s.Kind} {Value(s)} {point}");
        }

        return text.ToString();
    }

    private static string Value(Statement s) => s switch
    {
        AmountStatement a => a.Amount?.ToString() ?? "",
        ChangeStatement c => string.Create(CultureInfo.InvariantCulture, $"{c.Direction} {c.Amount} vs {c.Base.Year} {c.Base.Phase.Key}{(c.Base.Assumed ? " assumed" : "")}"),
        CountStatement n => n.Number.ToString(CultureInfo.InvariantCulture) + n.Unit,
        _ => "",
    };
}
