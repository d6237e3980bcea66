using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>标记内容：stretches of content that are hidden, or whose text is given.</summary>
internal sealed class MarkedContent(HiddenLayers layers, PageMarks marks)
{
    private const int MostOpen = 4096;
    private readonly Stack<Mark> _open = new();
    private int _hidden;
    private int _texts;

    public bool Hidden => _hidden > 0;

    public int Depth => _open.Count;

    public void Open(string? tag, PdfValue properties, PdfDictionary? resources)
    {
        marks.Pay();
        if (_open.Count >= MostOpen)
        {
            return;
        }

        var named = properties.Name is { } name ? resources?["Properties"].Dictionary : null;
        var list = named is null ? properties.Dictionary : named[properties.Name!].Dictionary;
        var hidden = tag == "OC" && named is not null && layers.IsHidden(named.Raw(properties.Name!));

        // The text of an outer stretch stands for all that is inside.
        var text = _texts == 0 && list?["ActualText"].Text is { } bytes ? TextStrings.Decode(bytes) : null;
        _hidden += hidden ? 1 : 0;
        _texts += text is null ? 0 : 1;
        _open.Push(new Mark(hidden, text, marks.GlyphCount));
    }

    public void Close()
    {
        if (!_open.TryPop(out var mark))
        {
            return;
        }

        _hidden -= mark.Hidden ? 1 : 0;
        if (mark.Text is { } text)
        {
            _texts--;
            marks.Replace(mark.FirstGlyph, text);
        }
    }

    /// <summary>关到某层：a form or page that ends closes what it left open.</summary>
    public void CloseTo(int depth)
    {
        while (_open.Count > depth)
        {
            Close();
        }
    }

    private sealed record Mark(bool Hidden, string? Text, int FirstGlyph);
}
