using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mingzhang.Site;

/// <summary>链接：turns names of files into addresses of the site. What leads nowhere, a picture without words, or one fetched from elsewhere, is a problem.</summary>
/// <param name="root">The repository.</param>
/// <param name="texts">All pages in both languages.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="shown">Takes a file of the repository that is no page, and gives its address.</param>
internal sealed class Links(string root, IReadOnlyList<PageText> texts, List<string> problems, Func<string, string> shown)
{
    private readonly Dictionary<(string Key, bool English), PageText> _pages = texts.ToDictionary(t => (t.Entry.Key, t.English));

    /// <summary>改写一页的各个链接。</summary>
    public void Follow(PageText text)
    {
        foreach (var link in text.Document.Descendants<LinkInline>())
        {
            link.Url = Address(text, link);
            if (link.IsImage && link.FirstChild is null)
            {
                Wrong(text, link, "图片没有说明文字 / a picture without words");
            }
        }
    }

    private string Address(PageText text, LinkInline link)
    {
        var url = link.Url ?? "";
        if (Uri.TryCreate(url, UriKind.Absolute, out var outside) && outside.Scheme is "http" or "https" or "mailto")
        {
            if (link.IsImage)
            {
                Wrong(text, link, $"图片在别处 {url} / a picture from elsewhere");
            }

            return url;
        }

        var (path, anchor) = url.Split('#', 2) is [var before, var after] ? (before, Uri.UnescapeDataString(after)) : (url, "");
        var file = path.Length == 0 ? text.File : Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(text.File)!, Uri.UnescapeDataString(path)))).Replace('\\', '/');
        // The text in the other language is meant only where a page names its own.
        var key = Navigation.KeyOf(file);
        var english = path.Length > 0 && key == text.Entry.Key ? file == text.Entry.English : text.English;
        var page = file.EndsWith(".md", StringComparison.Ordinal) ? _pages.GetValueOrDefault((key, english)) : null;
        if (page is null && !File.Exists(Path.Combine(root, file)))
        {
            Wrong(text, link, $"没有 {url} / there is no {url}");
            return "#";
        }

        if (page is not null && anchor.Length > 0 && !page.Anchors.Contains(anchor))
        {
            Wrong(text, link, $"{page.File} 里没有标题 #{anchor} / {page.File} has no heading #{anchor}");
        }

        var address = page is null ? shown(file) : page.Entry.Address(english);
        return Escaped(Up(text) + address) + (anchor.Length > 0 ? "#" + Uri.EscapeDataString(anchor) : "");
    }

    /// <summary>从一页回到网站的根。</summary>
    public static string Up(PageText text) => string.Concat(Enumerable.Repeat("../", text.Entry.Address(text.English).Count(c => c == '/')));

    private static string Escaped(string address) => string.Join('/', address.Split('/').Select(Uri.EscapeDataString));

    private void Wrong(PageText text, LinkInline link, string what) => problems.Add($"{text.File}:{link.Line + 1}: {what}");
}
