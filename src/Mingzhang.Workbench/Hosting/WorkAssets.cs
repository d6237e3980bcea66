using System.Reflection;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的样式和脚本。</summary>
internal static class WorkAssets
{
    public static Asset Style { get; } = Asset.Of("work", "css", "text/css; charset=utf-8", Text("work.css"));

    /// <summary>通行密钥的脚本，只在用得到的页面上。</summary>
    public static Asset PasskeyScript { get; } = Asset.Of("passkey", "js", "text/javascript; charset=utf-8", Text("passkey.js"));

    public static IReadOnlyList<Asset> All { get; } = [Style, PasskeyScript];

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
