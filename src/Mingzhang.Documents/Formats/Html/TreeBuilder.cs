using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页的解析：tokens of AngleSharp to a tree, in time linear in the page. The rules are those of the HTML standard as far as they
/// bear on text and tables; the tree is never deeper than a printed page can show.</summary>
internal sealed class TreeBuilder
{
    /// <summary>一页最多的元素: the largest disclosure seen has fewer than a tenth.</summary>
    public const int MostElements = 1_000_000;

    /// <summary>最深的层次: what lies deeper stays in the text but opens no element.</summary>
    public const int MostDepth = 256;

    private static readonly string[] Kept =
        ["class", "id", "style", "hidden", "aria-hidden", "align", "colspan", "rowspan", "role", "start", "value", "type", "reversed", "span", "height"];

    private readonly PageTree _page = new();
    private readonly OpenElements _open;
    private readonly FormattingMarks _marks = new();
    private readonly bool _xml;
    private int _elements;
    private int _beyond;
    private string? _raw;

    private TreeBuilder(bool xml)
    {
        _xml = xml;
        _open = new OpenElements(_page.Body, _marks);
    }

    /// <summary>解析; null where the page has more elements than any disclosure.</summary>
    public static PageTree? Build(string text)
    {
        var builder = new TreeBuilder(text.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase));
        using var tokens = new HtmlTokenizer(new TextSource(ServerCode.Remove(text)), HtmlEntityProvider.Resolver) { DisableElementPositionTracking = true };
        while (builder._elements <= MostElements)
        {
            var token = tokens.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return builder._page;
                case HtmlTokenType.Character:
                    builder.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    builder.Start(token.AsTag(), tokens);
                    break;
                case HtmlTokenType.EndTag:
                    builder.End(token.Name);
                    break;
            }
        }

        return null;
    }

    private void Text(string text)
    {
        switch (_raw)
        {
            case null:
                Place(text);
                break;
            case "title" when _page.Title.Length == 0:
                _page.Title = text;
                break;
            case "style":
                _page.Sheet.Add(text);
                break;
        }
    }

    private void Place(string text)
    {
        var blank = string.IsNullOrWhiteSpace(text);
        if (blank && _open.InTable)
        {
            return;
        }

        var (parent, at) = _open.PlaceOf(null);
        if (at > 0 && parent.Children[at - 1] is PageText before && before.Marks == _marks.Current)
        {
            before.Append(text);
            return;
        }

        _elements++;
        parent.Children.Insert(at, new PageText(text, _marks.Current));
    }

    private void Start(HtmlTagToken tag, HtmlTokenizer tokens)
    {
        _elements++;
        var name = tag.Name;
        if (_raw is not null || name is "html" or "head" or "body" or "form" or "base" or "link" or "input")
        {
            return;
        }

        if (RawState(name) is { } state)
        {
            _page.Scripts += name == "script" ? 1 : 0;
            _page.Frames += name == "iframe" ? 1 : 0;
            if (!(_xml && tag.IsSelfClosing))
            {
                _raw = name;
                tokens.State = state;
            }

            return;
        }

        if (name == "meta")
        {
            Meta(tag);
            return;
        }

        if (ElementNames.IsFormatting(name))
        {
            if (!tag.IsSelfClosing)
            {
                _marks.Open(name, MarksOf(tag));
            }

            return;
        }

        _page.Frames += name == "frame" ? 1 : 0;
        var holds = !ElementNames.IsVoid(name) && !(tag.IsSelfClosing && (_xml || name.Contains(':', StringComparison.Ordinal)));
        if (_beyond > 0 || _open.Depth >= MostDepth)
        {
            _beyond += holds ? 1 : 0;
            Place("\n");
            return;
        }

        if (_open.Prepare(name))
        {
            Insert(name, tag, holds);
        }
    }

    private void Insert(string name, HtmlTagToken tag, bool holds)
    {
        var (parent, at) = _open.PlaceOf(name);
        var element = new PageElement(name, parent, Attributes(tag));
        if (!ElementNames.IsDropped(name))
        {
            parent.Children.Insert(at, element);
        }

        if (holds)
        {
            _open.Push(element);
        }
    }

    private void End(string name)
    {
        if (_raw is not null)
        {
            _raw = name == _raw ? null : _raw;
        }
        else if (ElementNames.IsFormatting(name))
        {
            _marks.Close(name);
        }
        else if (_beyond > 0)
        {
            _beyond -= ElementNames.IsVoid(name) ? 0 : 1;
            Place("\n");
        }
        else if (name == "br" || (name == "p" && !_open.Has("p")))
        {
            // The standard makes an element of an end without beginning here, and browsers show the break.
            _elements++;
            var (parent, at) = _open.PlaceOf(name);
            parent.Children.Insert(at, new PageElement(name, parent, []));
        }
        else
        {
            _open.Close(name);
        }
    }

    private void Meta(HtmlTagToken tag)
    {
        var content = tag.GetAttribute("content") ?? "";
        if (string.Equals(tag.GetAttribute("name"), "ArticleTitle", StringComparison.OrdinalIgnoreCase))
        {
            _page.ArticleTitle = content;
        }
    }

    private TextMarks MarksOf(HtmlTagToken tag)
    {
        var marks = tag.Name is "b" or "strong" ? TextMarks.Bold : TextMarks.None;
        if (tag.GetAttribute("style") is { Length: > 0 } style)
        {
            var look = StyleSheet.Read(style);
            marks |= (look & Look.Hidden) != 0 ? TextMarks.Hidden : TextMarks.None;
            marks |= (look & Look.Bold) != 0 ? TextMarks.Bold : TextMarks.None;
        }

        if (tag.Name == "a" && tag.GetAttribute("href") is { Length: > 0 } address)
        {
            var file = LinkTargets.IsFile(address);
            marks |= file || LinkTargets.IsInside(address) ? TextMarks.Reference : TextMarks.Link;
            if (file && _page.Attachments.Count < MostDepth)
            {
                _page.Attachments.Add(address);
            }
        }

        return marks;
    }

    private static HtmlParseMode? RawState(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "noscript" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => null,
    };

    private static KeyValuePair<string, string>[] Attributes(HtmlTagToken tag)
    {
        const int MostCharacters = 2000;
        if (tag.Attributes.Count == 0)
        {
            return [];
        }

        var kept = tag.Attributes.Where(a => Kept.Contains(a.Name, StringComparer.Ordinal)).Take(Kept.Length);
        return [.. kept.Select(a => KeyValuePair.Create(a.Name, a.Value.Length > MostCharacters ? a.Value[..MostCharacters] : a.Value))];
    }
}
