using System.Text;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>行：a piece of a text that stands on one line; the width leaves spaces at the end out.</summary>
internal sealed record TextLine(Glyph[] Glyphs, int From, int To, double Width, bool Last);

/// <summary>断行：where a line of Chinese may end (避头尾), with words and numbers kept whole.</summary>
internal static class LineBreaker
{
    private const string NotAtStart = "，。、；：？！）》〉」』】〕〗”’％‰%,.;:?!)]}·～…々．";
    private const string NotAtEnd = "（《〈「『【〔〖“‘([{￥$";
    private const string AfterNumber = "万亿元%％‰℃";
    private const double Slack = 0.001;

    /// <summary>分行：widths are shares of the size.</summary>
    public static List<TextLine> Break(Glyph[] glyphs, double first, double width)
    {
        var lines = new List<TextLine>();
        var from = 0;
        while (from < glyphs.Length)
        {
            var to = End(glyphs, from, lines.Count == 0 ? first : width);
            lines.Add(Line(glyphs, from, to));
            from = to;
            while (from < glyphs.Length && glyphs[from].Rune == ' ')
            {
                from++;
            }
        }

        return lines.Count > 0 ? lines : [new TextLine(glyphs, 0, 0, 0, Last: true)];
    }

    /// <summary>不可断开的最宽一段。</summary>
    public static double Widest(Glyph[] glyphs)
    {
        var (widest, run) = (0.0, 0.0);
        for (var i = 0; i < glyphs.Length; i++)
        {
            run = i > 0 && MayBreak(glyphs, i) ? 0 : run;
            run += glyphs[i].Width;
            widest = glyphs[i].Rune == ' ' ? widest : Math.Max(widest, run);
        }

        return widest;
    }

    public static double Width(Glyph[] glyphs) => glyphs.Sum(g => g.Width);

    /// <summary>可否在此字前断开。</summary>
    public static bool MayBreak(Glyph[] glyphs, int at)
    {
        var (before, after) = (glyphs[at - 1].Rune, glyphs[at].Rune);
        if (after == ' ')
        {
            return false;
        }

        if (before == ' ')
        {
            return true;
        }

        return !In(NotAtStart, after) && !In(NotAtEnd, before) && !(IsWord(before) && IsWord(after)) && !(before == after && before is '—') && !IsUnit(glyphs, at);
    }

    /// <summary>两字之间可否加宽。</summary>
    public static bool MayStretch(Glyph[] glyphs, int at) => !(IsWord(glyphs[at - 1].Rune) && IsWord(glyphs[at].Rune));

    public static bool IsWord(int rune) => rune is > 0x20 and < 0x7f || (rune is >= 0xc0 and < 0x2000 && Rune.IsValid(rune) && Rune.IsLetterOrDigit(new Rune(rune)));

    private static int End(Glyph[] glyphs, int from, double width)
    {
        var (used, end) = (0.0, 0);
        for (var i = from; i < glyphs.Length; i++)
        {
            end = i > from && MayBreak(glyphs, i) ? i : end;
            used += glyphs[i].Width;
            if (used > width + Slack && glyphs[i].Rune != ' ')
            {
                // What has no place to break is wider than the line: it is broken anywhere, since nothing may stand outside its cell.
                return end > from ? end : Math.Max(i, from + 1);
            }
        }

        return glyphs.Length;
    }

    private static TextLine Line(Glyph[] glyphs, int from, int to)
    {
        var end = to;
        while (end > from && glyphs[end - 1].Rune == ' ')
        {
            end--;
        }

        var width = 0.0;
        for (var i = from; i < end; i++)
        {
            width += glyphs[i].Width;
        }

        return new TextLine(glyphs, from, end, width, to == glyphs.Length);
    }

    /// <summary>数字后的单位：1,234.56 万元 stays together.</summary>
    private static bool IsUnit(Glyph[] glyphs, int at)
    {
        var i = at;
        while (i > 0 && In(AfterNumber, glyphs[i].Rune) && at - i < 3)
        {
            i--;
        }

        return i < at && glyphs[i].Rune is >= '0' and <= '9';
    }

    private static bool In(string set, int rune) => rune < 0x10000 && set.Contains((char)rune);
}
