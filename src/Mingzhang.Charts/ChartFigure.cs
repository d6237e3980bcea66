using static Mingzhang.Charts.Markup;

namespace Mingzhang.Charts;

/// <summary>图的说明：a sentence that says what the chart shows, its name for those who do not see it, and the words around its table.</summary>
/// <param name="Id">Unique on the page; letters, digits and dashes.</param>
/// <param name="Title">Name of the chart.</param>
/// <param name="Caption">The sentence.</param>
/// <param name="TableWord">Label of the folded table: 表格.</param>
/// <param name="Columns">Headers of the table.</param>
public sealed record ChartFrame(string Id, string Title, Markup Caption, string TableWord, IReadOnlyList<string> Columns);

/// <summary>图与表：every chart stands in a figure with its sentence, and over a table of the same rows.</summary>
public static class ChartFigure
{
    /// <summary>一幅图最多的标记。</summary>
    public const int MostMarks = 300;

    /// <summary>一幅图最多的字节。</summary>
    public const int MostBytes = 25 * 1024;

    /// <summary>成图。</summary>
    public static Markup Of(ChartFrame frame, Markup svg, IEnumerable<IReadOnlyList<Markup>> rows)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        return Html($"""
            <figure class="chart"><figcaption>{frame.Caption}</figcaption>
            {svg}
            <details><summary>{frame.TableWord}</summary><div class="scroll"><table><thead><tr>{frame.Columns.Select((c, i) => i == 0 ? Html($"<th scope=\"col\">{c}</th>") : Html($"<th scope=\"col\" class=\"n\">{c}</th>"))}</tr></thead><tbody>
            {rows.Select(r => Html($"<tr>{r.Select((c, i) => i == 0 ? Html($"<th scope=\"row\">{c}</th>") : Html($"<td class=\"n\">{c}</td>"))}</tr>\n"))}</tbody></table></div></details></figure>

            """);
    }

    // A picture hides what is inside it from readers of screens; marks that are links must be reached.
    internal static Markup Svg(ChartFrame frame, double height, string description, Markup marks) => Html($"""
        <svg class="chart" role="{(marks.ToString().Contains("<a ", StringComparison.Ordinal) ? "group" : "img")}" aria-labelledby="{frame.Id}-t {frame.Id}-d" viewBox="0 0 {Width} {height}" xmlns="http://www.w3.org/2000/svg"><title id="{frame.Id}-t">{frame.Title}</title><desc id="{frame.Id}-d">{description}</desc>
        {marks}</svg>
        """);

    /// <summary>宽度: drawn for a phone, and widened a little on a desk, so that its words are never smaller than 12 px.</summary>
    internal const double Width = 400;

    internal static Markup Linked(string? link, Markup marks, string tip) => link is null ? Html($"<g><title>{tip}</title>{marks}</g>") : Html($"<a href=\"{link}\"><title>{tip}</title>{marks}</a>");

    // Half as wide where the character is narrow; what does not fit ends in an ellipsis, and is whole in the table.
    internal static string Fit(string text, double ems)
    {
        var used = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            used += text[i] < 0x2000 ? 0.56 : 1;
            if (used > ems)
            {
                return text[..Math.Max(1, i - 1)] + "…";
            }
        }

        return text;
    }
}
