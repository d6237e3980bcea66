namespace Mingzhang.Documents.Formats.Html;

/// <summary>元素名：the classes of elements that the standard tells apart, as far as reading needs them.</summary>
internal static class ElementNames
{
    /// <summary>成块的元素: they begin and end a line.</summary>
    public static bool IsBlock(string name) => name is "p" or "div" or "center" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "dir" or "menu"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hgroup" or "blockquote" or "pre" or "listing" or "address" or "article" or "aside" or "section"
        or "main" or "header" or "footer" or "nav" or "figure" or "figcaption" or "fieldset" or "legend" or "details" or "summary" or "dialog"
        or "table" or "caption" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "hr" or "body" or "frameset";

    /// <summary>使前面未关的段落结束的元素。</summary>
    public static bool EndsParagraph(string name) => IsBlock(name) && name is not ("caption" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "legend" or "body");

    /// <summary>标题元素。</summary>
    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>没有内容的元素。</summary>
    public static bool IsVoid(string name) => name is "br" or "hr" or "img" or "input" or "col" or "area" or "base" or "basefont" or "bgsound" or "embed"
        or "frame" or "keygen" or "link" or "meta" or "param" or "source" or "track" or "wbr" or "image";

    /// <summary>格式元素: their ends need not match their order.</summary>
    public static bool IsFormatting(string name) => name is "a" or "b" or "strong" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small"
        or "strike" or "tt" or "u";

    /// <summary>表格内部的元素。</summary>
    public static bool IsTablePart(string name) => name is "caption" or "colgroup" or "col" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th";

    /// <summary>行组。</summary>
    public static bool IsRowGroup(string name) => name is "thead" or "tbody" or "tfoot";

    /// <summary>单元格。</summary>
    public static bool IsCell(string name) => name is "td" or "th";

    /// <summary>不是正文的元素: widgets, pictures drawn by code, data for programs.</summary>
    public static bool IsDropped(string name) => name is "select" or "datalist" or "button" or "svg" or "math" or "object" or "applet" or "template" or "xml"
        or "audio" or "video" or "canvas" or "map" or "marquee" or "comment";
}
