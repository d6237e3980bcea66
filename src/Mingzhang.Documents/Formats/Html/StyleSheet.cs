using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>样式表：the simple selectors of a page (element, class, id) with the few effects that bear on reading. Anything finer is
/// left out, so that doubtful text stays.</summary>
internal sealed class StyleSheet
{
    private const int MostCharacters = 2_000_000;

    // What only these make sure of would take the matching of a browser.
    private static readonly SearchValues<char> Compound = SearchValues.Create(" >+~:[*");

    private readonly Dictionary<string, Look> _looks = new(StringComparer.OrdinalIgnoreCase);
    private int _characters;

    public void Add(string css)
    {
        _characters = Math.Min(MostCharacters, _characters + css.Length);
        if (_characters == MostCharacters)
        {
            return;
        }

        var at = 0;
        while (NextRule(css, ref at) is var (selectors, body))
        {
            var look = Read(body);
            if (look == Look.None)
            {
                continue;
            }

            foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries))
            {
                if (selector.Length > 0 && !selector.AsSpan().ContainsAny(Compound))
                {
                    _looks[selector] = _looks.GetValueOrDefault(selector) | look;
                }
            }
        }
    }

    /// <summary>元素的样子。</summary>
    public Look Of(PageElement element)
    {
        var look = _looks.GetValueOrDefault(element.Name);
        if (_looks.Count > 0)
        {
            foreach (var name in (element["class"] ?? "").Split([' ', '\t', '\n', '\r'], 16, StringSplitOptions.RemoveEmptyEntries))
            {
                look |= _looks.GetValueOrDefault("." + name) | _looks.GetValueOrDefault(element.Name + "." + name);
            }

            if (element["id"] is { Length: > 0 } id)
            {
                look |= _looks.GetValueOrDefault("#" + id) | _looks.GetValueOrDefault(element.Name + "#" + id);
            }
        }

        // A table that is centred stands in the middle; its text does not.
        if (element.Name == "center" || (element["align"] is not null && element.Name != "table"))
        {
            var centred = element["align"] is not { } side || side.Equals("center", StringComparison.OrdinalIgnoreCase);
            look = (look & ~(Look.Centred | Look.Aside)) | (centred ? Look.Centred : Look.Aside);
        }

        look |= element["hidden"] is not null || string.Equals(element["aria-hidden"], "true", StringComparison.OrdinalIgnoreCase) ? Look.Hidden : Look.None;
        return element["style"] is { Length: > 0 } style ? Override(look, Read(style)) : look;
    }

    /// <summary>声明的效果。</summary>
    public static Look Read(string declarations)
    {
        var look = Look.None;
        var off = false;
        var shift = false;
        foreach (var part in declarations.Split(';'))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var value = part[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            look |= (part[..colon].Trim().ToLowerInvariant(), value) switch
            {
                ("display", "none") or ("visibility", "hidden" or "collapse") or ("mso-hide", "all") => Look.Hidden,
                ("display", "block" or "flex" or "table" or "list-item" or "grid") => Look.Block,
                ("font-weight", "bold" or "bolder" or "600" or "700" or "800" or "900") => Look.Bold,
                ("font-weight", "normal" or "400" or "lighter") => Look.Light,
                ("text-align", "center" or "-webkit-center") => Look.Centred,
                ("text-align", _) => Look.Aside,
                ("list-style" or "list-style-type", _) when value.StartsWith("none", StringComparison.Ordinal) => Look.Unnumbered,
                ("opacity", "0") or ("font-size", "0" or "0px" or "0pt") => Look.Hidden,
                ("text-indent", _) when Far(value) => Look.Hidden,
                _ => Look.None,
            };
            off |= part.Contains("absolute", StringComparison.OrdinalIgnoreCase) || part.Contains("fixed", StringComparison.OrdinalIgnoreCase);
            shift |= part[..colon].Trim().ToLowerInvariant() is "left" or "top" or "right" && Far(value);
        }

        return off && shift ? look | Look.Hidden : look;
    }

    // What stands a thousand points left of the page is meant for screen readers, or for nobody.
    private static bool Far(string value) =>
        value.StartsWith('-') && decimal.TryParse(value.AsSpan(1).TrimEnd("pxtem%"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var distance) && distance >= 900;

    private static Look Override(Look look, Look inline)
    {
        look &= (inline & (Look.Centred | Look.Aside)) != 0 ? ~(Look.Centred | Look.Aside) : ~Look.None;
        look &= (inline & (Look.Bold | Look.Light)) != 0 ? ~(Look.Bold | Look.Light) : ~Look.None;
        look &= (inline & Look.Block) != 0 ? ~Look.Hidden : ~Look.None;
        return look | inline;
    }

    // The next rule outside at-rules: those for print or for small screens do not bear on what the page says.
    private static (string Selectors, string Body)? NextRule(string css, ref int at)
    {
        while (at < css.Length)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
            {
                break;
            }

            var selectors = Uncommented(css[at..open]);
            if (selectors.StartsWith('@') && selectors.Contains("media", StringComparison.OrdinalIgnoreCase))
            {
                at = Closing(css, open);
                continue;
            }

            var close = css.IndexOf('}', open);
            close = close < 0 ? css.Length : close;
            at = Math.Min(css.Length, close + 1);
            return (selectors, Uncommented(css[(open + 1)..close]));
        }

        at = css.Length;
        return null;
    }

    private static int Closing(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return css.Length;
    }

    private static string Uncommented(string css)
    {
        css = css.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        var kept = new StringBuilder(css.Length);
        var from = 0;
        for (int at; (at = css.IndexOf("/*", from, StringComparison.Ordinal)) >= 0;)
        {
            kept.Append(css, from, at - from);
            var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
            from = end < 0 ? css.Length : end + 2;
        }

        return kept.Append(css, from, css.Length - from).ToString().Trim();
    }
}
