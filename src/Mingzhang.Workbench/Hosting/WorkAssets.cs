using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的样式和脚本。</summary>
internal static class WorkAssets
{
    public static Asset Style { get; } = Of("work.css", "text/css; charset=utf-8");

    public static IReadOnlyList<Asset> All { get; } = [Style];

    private static Asset Of(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var bytes = Encoding.UTF8.GetBytes(reader.ReadToEnd());
        return new Asset($"/assets/{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}{Path.GetExtension(name)}", type, bytes);
    }
}
