using System.Text;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>段：lines joined to one paragraph; every character still knows its line.</summary>
internal sealed class Paragraph
{
    private readonly List<Part> _parts = [];
    private readonly StringBuilder _text = new();
    private string? _joined;
    private string? _folded;

    public Paragraph(TextLine first) => Append(first);

    /// <summary>首行。</summary>
    public TextLine First => _parts[0].Line;

    /// <summary>原文，各行相接。</summary>
    public string Text => _joined ??= _text.ToString();

    /// <summary>末字，归一后。</summary>
    public char Last { get; private set; } = '。';

    /// <summary>是否有过标点: prose, not a lone label.</summary>
    public bool Prose { get; private set; }

    /// <summary>归一后的文字，与原文等长。</summary>
    public string Folded => _folded ??= Fold.Text(Text);

    public void Append(TextLine line)
    {
        var start = 0;
        while (start < line.Text.Length && char.IsWhiteSpace(line.Text[start]))
        {
            start++;
        }

        var text = line.Text[start..].TrimEnd();
        _parts.Add(new Part(_text.Length, line, start));
        _text.Append(text);
        Last = text.Length > 0 ? Fold.Char(text[^1]) : Last;
        Prose |= text.Any(c => Fold.Char(c) is ',' or '。' or ';' or '、' or ':' or '(');
        _joined = null;
        _folded = null;
    }

    /// <summary>一段文字的位置。</summary>
    public Place At(int offset, int length, Source source, string? section)
    {
        var at = _parts.FindLastIndex(p => p.Offset <= offset);
        var (from, line, start) = _parts[Math.Max(0, at)];
        return source.At(line) with
        {
            Start = offset - from + start + line.Column,
            Length = length,
            Section = section,
            Text = Excerpt(offset, length),
        };
    }

    /// <summary>前后文。</summary>
    private string Excerpt(int offset, int length)
    {
        const int Around = 24;
        var text = Text;
        var from = Math.Max(0, offset - Around);
        var to = Math.Min(text.Length, offset + length + Around);
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }

    private sealed record Part(int Offset, TextLine Line, int Start);
}
