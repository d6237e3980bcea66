using System.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>一行的文字：white space as browsers show it; hard and full-width blanks stay.</summary>
internal sealed class LineWriter
{
    private readonly StringBuilder _text = new();
    private bool _blank;
    private bool _newline;
    private bool _light;

    /// <summary>下一行之前的编号: shown with the first character.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>行中是否全是粗体。</summary>
    public bool Bold => !_light;

    public void Append(string text, bool bold)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _blank = true;
                _newline |= c is '\n' or '\r';
                continue;
            }

            if (_text.Length == 0)
            {
                _text.Append(Prefix);
                Prefix = "";
            }
            else if (_blank && !(_newline && Wide(_text[^1]) && Wide(c)))
            {
                _text.Append(' ');
            }

            _text.Append(c);
            _blank = false;
            _newline = false;
            _light |= !bold && !char.IsWhiteSpace(c);
        }
    }

    /// <summary>取出一行; null where nothing is to be seen in it.</summary>
    public string? Take()
    {
        var text = _text.ToString();
        _text.Clear();
        _blank = false;
        _newline = false;
        return text.AsSpan().Trim().TrimEnd("\u200b\u200c\u200d\ufeff").Trim().Length == 0 ? null : text;
    }

    /// <summary>重新开始计粗体。</summary>
    public void Restart() => _light = false;

    // Editors break the source of a page between any two Chinese characters, where nobody would see a blank.
    private static bool Wide(char c) => c >= '\u2e80';
}
