using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Site;

namespace Mingzhang.Tests.Documentation;

/// <summary>文档网站试验：the site of our own documents has no broken link; a link that leads nowhere, a page nobody lists or a picture without words stops it.</summary>
public sealed partial class SiteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mingzhang-site-");

    [Fact]
    public void Our_documents_make_a_site_without_a_broken_link()
    {
        var site = new DocumentationSite(Repository.Root);
        site.Make();
        Assert.Equal("", string.Join('\n', site.Problems));
        Assert.All(site.Made.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)), page =>
        {
            var html = Encoding.UTF8.GetString(page.Value);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|<link[^>]* href)=\"https?:", html);
            // Asked of what was written, too: every address of every page is one that was made.
            foreach (Match link in Address().Matches(html))
            {
                var target = new Uri(new Uri("http://site/" + page.Key), link.Groups[1].Value);
                Assert.True(target.Host != "site" || target.AbsolutePath == "/" + page.Key || site.Made.ContainsKey(Uri.UnescapeDataString(target.AbsolutePath[1..])), $"{page.Key}: {link.Value}");
            }
        });
    }

    [Fact]
    public void Every_page_leads_to_the_other_language_and_to_all_others()
    {
        Page("docs/index.md", "# Begin\n\n[中文](index.zh-CN.md)\n\nSee [more](more.md#two).");
        Page("docs/index.zh-CN.md", "# 开始\n\n[English](index.md)\n\n见[更多](more.md)。");
        Page("docs/more.md", "# One 一\n\n## Two\n\n| a |\n| --- |\n| `<b>` |\n");
        var site = Made("开始 | Begin\n  docs/index.md 开始 | Begin\n  docs/more.md 更多 | More\n");
        Assert.Empty(site.Problems);
        Assert.Equal(["en/index.html", "en/more.html", "index.html", "site.css", "zh/index.html", "zh/more.html"], site.Made.Keys.Order(StringComparer.Ordinal));
        var english = Encoding.UTF8.GetString(site.Made["en/index.html"]);
        Assert.Contains("<a href=\"../en/more.html#two\">more</a>", english, StringComparison.Ordinal);
        Assert.Contains("href=\"../zh/index.html\">中文</a>", english, StringComparison.Ordinal);
        // The line that leads to the other text on the repository's own page is not said twice.
        Assert.DoesNotContain("<p><a href=\"../zh/index.html\"", english, StringComparison.Ordinal);
        var chinese = Encoding.UTF8.GetString(site.Made["zh/more.html"]);
        Assert.Contains("<html lang=\"zh-CN\">", chinese, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">更多</a>", chinese, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](absent.md)", "docs/index.md:3: 没有 absent.md / there is no absent.md")]
    [InlineData("[x](#absent)", "docs/index.md:3: docs/index.md 里没有标题 #absent / docs/index.md has no heading #absent")]
    [InlineData("![](picture.png)", "docs/index.md:3: 图片没有说明文字 / a picture without words")]
    [InlineData("![x](https://example.cn/picture.png)", "docs/index.md:3: 图片在别处 https://example.cn/picture.png / a picture from elsewhere")]
    public void What_leads_nowhere_stops_the_site(string text, string problem)
    {
        Page("docs/picture.png", "");
        Page("docs/index.md", "# Begin\n\n" + text);
        Assert.Contains(problem, Made("开始 | Begin\n  docs/index.md 开始 | Begin\n").Problems);
    }

    [Fact]
    public void A_page_that_nobody_lists_stops_the_site()
    {
        Page("docs/index.md", "# Begin");
        Page("docs/lost.md", "# Lost");
        Assert.Equal(["docs/site/navigation.txt: 没有列出 docs/lost.md / does not name docs/lost.md"], Made("开始 | Begin\n  docs/index.md 开始 | Begin\n").Problems);
    }

    [Fact]
    public void A_folder_that_is_no_site_is_not_emptied()
    {
        Page("docs/index.md", "# Begin");
        var site = Made("开始 | Begin\n  docs/index.md 开始 | Begin\n");
        Page("own/letter.txt", "kept");
        Assert.Throws<IOException>(() => site.Save(Path.Combine(_folder.FullName, "own")));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "own", "letter.txt")));
        site.Save(Path.Combine(_folder.FullName, "site"));
        site.Save(Path.Combine(_folder.FullName, "site"));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "site", "zh", "index.html")));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private DocumentationSite Made(string navigation)
    {
        Page("docs/site/navigation.txt", navigation);
        var site = new DocumentationSite(_folder.FullName);
        site.Make();
        return site;
    }

    private void Page(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"#]+)[\"#]")]
    private static partial Regex Address();
}
