using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>读不出正文的网页：why, and what to open instead.</summary>
internal static partial class Unreadable
{
    private const int ShortNotice = 200;

    public static Opened Encoding { get; } = Failed("是网页，但文字编码无法识别", "is a web page in an unknown encoding", "请在浏览器中打开，另存为 UTF-8 编码的网页再检查", "open it in a browser, save it in UTF-8 and try again");

    public static Opened TooLarge { get; } = Failed("是网页，但元素多得不像公开文本", "is a web page with far more elements than a disclosure has", "请检查是否选错了文件", "check that it is the right file");

    /// <summary>没有正文的网页; null where there is something to check.</summary>
    public static Opened? Empty(List<ReadPage> pages)
    {
        var blocks = pages.SelectMany(p => p.Blocks).ToList();
        var text = blocks.OfType<TextLine>().Sum(l => l.Text.Count(c => !char.IsWhiteSpace(c)));
        if (blocks.Exists(b => b is Grid) || text > ShortNotice || blocks.OfType<TextLine>().Any(l => Amount().IsMatch(l.Text)))
        {
            return null;
        }

        if (pages.Exists(p => p.Tree.Attachments.Count > 0))
        {
            return Failed("网页正文只有附件链接，公开的内容在附件中", "is a web page that only links to its attachments", "请下载附件后检查附件", "download the attachment and check that");
        }

        if (pages.Exists(p => p.Tree.Frames > 0))
        {
            return Failed("是框架页，正文在框架内的另一个网页中", "is a page of frames; the text is in another page", "请在浏览器中单独打开框架内的网页，另存后检查；如有附件，请下载附件后检查", "open the page inside the frame by itself, save it and check that; if it links to an attachment, download and check the attachment");
        }

        if (pages.Exists(p => p.Pictures > 0))
        {
            return Failed("网页正文是图片，没有可检查的文字", "is a web page whose text is pictures", "请向公开单位索取文字版，或打开附件后检查", "ask for a version with text, or check the attachment");
        }

        return text > 0 ? null
            : pages.Exists(p => p.Tree.Scripts > 0)
            ? Failed("网页中没有正文，可能由脚本在打开后载入", "is a web page without text; scripts may load it", "请在浏览器中打开，等正文显示后另存为完整网页；如有附件，请下载附件后检查", "open it in a browser, save the complete page once the text shows; if it links to an attachment, download and check the attachment")
            : Failed("网页中没有文字", "is a web page without text", "请打开附件或下载附件后检查，或检查文件是否完整保存", "check the attachment, or that the page was saved completely");
    }

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));

    [GeneratedRegex(@"\d\s*(?:亿|万)?元")]
    private static partial Regex Amount();
}
