using Mingzhang.Charts;

namespace Mingzhang.Portal.Hosting;

/// <summary>页面：its title and what stands between head and foot.</summary>
/// <param name="Title">Title, without the name of the site.</param>
/// <param name="Body">Contents, beginning with the h1.</param>
internal sealed record Page(string Title, Markup Body)
{
    /// <summary>页脚的来源、版本、截至、校验、下载; empty where the page is of no document.</summary>
    public Markup Foot { get; init; }

    /// <summary>所在的栏目：its path.</summary>
    public string Entry { get; init; } = "";

    /// <summary>是否不供搜索引擎收录。</summary>
    public bool Hidden { get; init; }

    /// <summary>给程序看的：links and data blocks of the head.</summary>
    public Markup Head { get; init; }

    /// <summary>是否每次重做：what it shows changes without the archive.</summary>
    public bool Fresh { get; init; }

    /// <summary>转到; null where the page itself answers.</summary>
    public string? Redirect { get; init; }

    /// <summary>状态码。</summary>
    public int Status { get; init; } = 200;
}
