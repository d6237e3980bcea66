using System.Globalization;

namespace Mingzhang.Workbench.Hosting;

/// <summary>兆字节：how large something is, for people, to one decimal.</summary>
internal static class Megabytes
{
    /// <summary>由字节。</summary>
    public static string Of(long bytes) => (bytes / 1048576m).ToString("0.0", CultureInfo.InvariantCulture);
}
