using Microsoft.AspNetCore.Http;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Hosting;

/// <summary>回答：a page, another address, or a file.</summary>
internal sealed record WorkAnswer
{
    /// <summary>标题。</summary>
    public string Title { get; init; } = "";

    /// <summary>正文，begins with the h1.</summary>
    public Markup Body { get; init; }

    /// <summary>转到; null where the page itself answers.</summary>
    public string? Redirect { get; init; }

    /// <summary>另一个网站; null where it is ours.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>文件的字节; null where it is a page.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>只送出一次的文件；it is removed when it was sent; null where there is none.</summary>
    public string? Once { get; init; }

    /// <summary>文件的类型。</summary>
    public string Type { get; init; } = "application/json; charset=utf-8";

    /// <summary>下载的文件名; null where it is shown.</summary>
    public string? Name { get; init; }

    /// <summary>脚本和它的样式; empty where the page needs none.</summary>
    public IReadOnlyList<Asset> Scripts { get; init; } = [];

    /// <summary>陆续送出; null where the answer is sent at once.</summary>
    public Func<HttpContext, Task>? Stream { get; init; }

    /// <summary>状态码。</summary>
    public int Status { get; init; } = 200;

    /// <summary>所在的栏目。</summary>
    public string Entry { get; init; } = "";

    /// <summary>一页。</summary>
    public static WorkAnswer Page(string title, Markup body, string entry = "") => new() { Title = title, Body = body, Entry = entry };

    /// <summary>转到别处：after everything that was done, so that loading again does nothing twice.</summary>
    public static WorkAnswer Go(string address) => new() { Redirect = address };

    /// <summary>没有。</summary>
    public static WorkAnswer Missing { get; } = new() { Status = 404 };

    /// <summary>不许。</summary>
    public static WorkAnswer Forbidden { get; } = new() { Status = 403 };
}

/// <summary>不能办的事，as a page shows it.</summary>
internal static class Refused
{
    /// <summary>列出; empty where there is none.</summary>
    public static Markup List(WorkVisit v, IReadOnlyList<Problem> problems) => Markup.When(problems.Count > 0, () => Markup.Html($"""
        <div class="refused" role="alert"><ul class="plain">{problems.Select(p => Markup.Html($"<li><b>{v.Visit.Say(p.Message)}</b> {v.Visit.Say(p.Remedy)}</li>"))}</ul></div>
        """));
}
