using System.Reflection;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的样式和脚本。</summary>
internal static class WorkAssets
{
    public static Asset Style { get; } = Asset.Of("work", "css", "text/css; charset=utf-8", Text("work.css"));

    /// <summary>通行密钥的脚本，只在用得到的页面上。</summary>
    public static Asset PasskeyScript { get; } = Asset.Of("passkey", "js", "text/javascript; charset=utf-8", Text("passkey.js"));

    /// <summary>口令的显示和强度，只在有口令的页面上。</summary>
    public static Asset PasswordScript { get; } = Asset.Of("password", "js", "text/javascript; charset=utf-8", Text("password.js"));

    /// <summary>表格的样式，只在有表格的页面上。</summary>
    public static Asset GridStyle { get; } = Asset.Of("grid", "css", "text/css; charset=utf-8", Text("grid.css"));

    /// <summary>表格的脚本，由 Scripts 中的源码生成。</summary>
    public static Asset GridScript { get; } = Asset.Of("grid", "js", "text/javascript; charset=utf-8", Text("grid.js"));

    /// <summary>上一条、下一条的按键，只在审核单上。</summary>
    public static Asset ReviewScript { get; } = Asset.Of("review", "js", "text/javascript; charset=utf-8", Text("review.js"));

    /// <summary>任务的进度，只在还没有办完时。</summary>
    public static Asset JobsScript { get; } = Asset.Of("jobs", "js", "text/javascript; charset=utf-8", Text("jobs.js"));

    public static IReadOnlyList<Asset> All { get; } = [Style, PasskeyScript, PasswordScript, GridStyle, GridScript, ReviewScript, JobsScript];

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
