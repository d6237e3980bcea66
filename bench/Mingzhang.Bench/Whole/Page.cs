using System.Globalization;
using System.Text;

namespace Mingzhang.Bench.Whole;

/// <summary>一页结果：sections with tables in Markdown; what is written is told as it comes, since the whole takes minutes.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();

    /// <summary>一节。</summary>
    public void Section(string title, string said)
    {
        Line("");
        Line("## " + title);
        Line("");
        Line(said);
        Line("");
    }

    /// <summary>一张表的表头。</summary>
    public void Head(params string[] columns)
    {
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    /// <summary>一行。</summary>
    public void Row(params string[] cells) => Line("| " + string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))) + " |");

    /// <summary>一行文字。</summary>
    public void Line(string text)
    {
        _text.Append(text).Append('\n');
        Console.WriteLine(text);
    }

    /// <summary>别的基准所说的话，成为一张两栏的表: what stands before the colon is what was measured.</summary>
    public void Told(string first, Action work)
    {
        var console = Console.Out;
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(said);
        try
        {
            work();
        }
        finally
        {
            Console.SetOut(console);
        }

        foreach (var line in said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            Row(first, colon > 0 ? line[..colon] : line.Split("  ")[0], Plain(colon > 0 ? line[(colon + 2)..] : line[line.Split("  ")[0].Length..]));
        }
    }

    public override string ToString() => _text.ToString();

    private static string Plain(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
