using System.Globalization;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>列表编号：the numbers that browsers show before the items of an ordered list, which people read as text.</summary>
internal sealed class ListMarks
{
    private readonly List<(PageElement List, int Next)> _open = [];

    public void Enter(PageElement element, LineWriter line)
    {
        if (element.Name is "ol" or "ul" or "menu" or "dir")
        {
            _open.Add((element, Whole(element["start"]) ?? 1));
        }
        else if (element.Name == "li" && _open.Count > 0)
        {
            var (list, next) = _open[^1];
            next = Whole(element["value"]) ?? next;
            _open[^1] = (list, next < int.MaxValue ? next + 1 : next);
            line.Prefix = list.Name == "ol" && ((list.Look | element.Look) & Look.Unnumbered) == 0 ? Mark(next, list["type"]) + " " : "";
        }
    }

    public void Leave(PageElement element)
    {
        if (element.Name is "ol" or "ul" or "menu" or "dir")
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Mark(int number, string? type) => type switch
    {
        "a" when number is >= 1 and <= 26 => $"{(char)('a' + number - 1)}.",
        "A" when number is >= 1 and <= 26 => $"{(char)('A' + number - 1)}.",
        "i" when number is >= 1 and <= 50 => Roman(number).ToLowerInvariant() + ".",
        "I" when number is >= 1 and <= 50 => Roman(number) + ".",
        _ => number.ToString(CultureInfo.InvariantCulture) + ".",
    };

    private static string Roman(int number)
    {
        string[] tens = ["", "X", "XX", "XXX", "XL", "L"];
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return tens[number / 10] + ones[number % 10];
    }
}
