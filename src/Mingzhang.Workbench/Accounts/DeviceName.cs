namespace Mingzhang.Workbench.Accounts;

/// <summary>设备的称呼：what a browser says of itself, as people call it; what is not known stays as it was sent.</summary>
internal static class DeviceName
{
    // Of those that call themselves several names the first counts.
    private static readonly string[] Browsers = ["MicroMessenger", "DingTalk", "QQBrowser", "360SE", "Edg", "OPR", "Firefox", "Chrome", "Safari"], Systems = ["Windows", "HarmonyOS", "Android", "iPhone", "iPad", "Mac OS", "Linux"];

    /// <summary>称呼。</summary>
    public static string Of(string agent) => First(Browsers, agent) is { } browser ? Named(browser) + (First(Systems, agent) is { } system ? " · " + Named(system) : "") : agent;

    private static string? First(string[] names, string agent) => Array.Find(names, n => agent.Contains(n, StringComparison.Ordinal));

    private static string Named(string name) => name switch { "MicroMessenger" => "WeChat", "360SE" => "360", "Edg" => "Edge", "OPR" => "Opera", "Mac OS" => "macOS", _ => name };
}
