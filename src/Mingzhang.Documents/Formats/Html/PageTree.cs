namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页：its tree and what its head says.</summary>
internal sealed class PageTree
{
    public PageElement Body { get; } = new("body", null, []);

    /// <summary>窗口标题。</summary>
    public string Title { get; set; } = "";

    /// <summary>正文标题: the name that government pages give the article in their head.</summary>
    public string ArticleTitle { get; set; } = "";

    /// <summary>样式表。</summary>
    public StyleSheet Sheet { get; } = new();

    /// <summary>附件的地址。</summary>
    public List<string> Attachments { get; } = [];

    /// <summary>框架的个数: pages inside the page, which are other files.</summary>
    public int Frames { get; set; }

    /// <summary>脚本的个数。</summary>
    public int Scripts { get; set; }
}
