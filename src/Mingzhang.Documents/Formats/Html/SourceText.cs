using System.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>源文字：the text of an element with the white space of the source.</summary>
internal static class SourceText
{
    public static string Of(PageElement element)
    {
        var text = new StringBuilder();
        Collect(element, text);
        return text.ToString();
    }

    private static void Collect(PageElement element, StringBuilder text)
    {
        foreach (var child in element.Children)
        {
            if (child is PageText run && (run.Marks & TextMarks.Hidden) == 0)
            {
                text.Append(run.Text);
            }
            else if (child is PageElement inner && (inner.Look & Look.Hidden) == 0)
            {
                if (inner.Name == "br" || ElementNames.IsBlock(inner.Name))
                {
                    text.Append('\n');
                }

                Collect(inner, text);
            }
        }
    }
}
