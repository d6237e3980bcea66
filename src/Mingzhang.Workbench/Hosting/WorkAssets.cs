using System.Reflection;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的样式。</summary>
internal static class WorkAssets
{
    public static Asset Style { get; } = Asset.Of("work", "css", "text/css; charset=utf-8", Text("work.css"));

    public static IReadOnlyList<Asset> All { get; } = [Style];

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
