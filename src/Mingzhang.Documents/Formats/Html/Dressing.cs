namespace Mingzhang.Documents.Formats.Html;

/// <summary>着装：gives every element its look and its measure. The tree is no deeper than the parser lets it be, so recursion is bounded.</summary>
internal static class Dressing
{
    public static void Apply(PageTree page) => Visit(page.Body, page.Sheet);

    private static Measure Visit(PageElement element, StyleSheet sheet)
    {
        element.Look = sheet.Of(element);
        if ((element.Look & Look.Hidden) != 0 && element.Parent is not null)
        {
            return default;
        }

        var sum = default(Measure);
        foreach (var child in element.Children)
        {
            sum += child is PageText text ? Of(text) : Visit((PageElement)child, sheet);
        }

        const int LongestNumber = 24;
        if (ElementNames.IsCell(element.Name))
        {
            var figure = sum.Text is > 0 and <= LongestNumber && sum.Digits == sum.Text;
            sum = sum with { Cells = sum.Cells + 1, Figures = sum.Figures + (figure ? 1 : 0) };
        }

        sum = element.Name == "img" ? sum with { Pictures = 1 } : sum;
        return element.Measure = sum;
    }

    private static Measure Of(PageText text)
    {
        if ((text.Marks & TextMarks.Hidden) != 0)
        {
            return default;
        }

        int characters = 0, digits = 0;
        foreach (var c in text.Text)
        {
            characters += char.IsWhiteSpace(c) ? 0 : 1;
            digits += c is >= '0' and <= '9' or '.' or ',' or '-' or '%' ? 1 : 0;
        }

        return new Measure
        {
            Text = characters,
            Digits = digits,
            Linked = (text.Marks & TextMarks.Link) != 0 ? characters : 0,
            Links = (text.Marks & TextMarks.Link) != 0 && characters > 0 ? 1 : 0,
        };
    }
}
