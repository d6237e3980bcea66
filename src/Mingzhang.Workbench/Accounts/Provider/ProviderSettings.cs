using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Mingzhang.Ledger;

namespace Mingzhang.Workbench.Accounts.Provider;

/// <summary>政府统一身份认证的设置：from a file, each item replaced by the environment where it stands there; the secret is shown nowhere.</summary>
internal sealed class ProviderSettings
{
    /// <summary>环境变量的开头。</summary>
    public const string Prefix = "MINGZHANG_PROVIDER_";

    private const long MostBytes = 64 * 1024;

    private static readonly string[] Keys = ["issuer", "client", "secret", "name", "english", "second"];

    private ProviderSettings(Dictionary<string, string> given)
    {
        Issuer = given["issuer"];
        Client = given["client"];
        Secret = given["secret"];
        Name = given.GetValueOrDefault("name", new Uri(Issuer).Host);
        English = given.GetValueOrDefault("english", Name);
        Second = given.GetValueOrDefault("second", "");
    }

    /// <summary>签发者，as it calls itself.</summary>
    public string Issuer { get; }

    /// <summary>本站在那里的名称。</summary>
    public string Client { get; }

    /// <summary>本站在那里的口令。</summary>
    public string Secret { get; }

    /// <summary>按钮上的名称。</summary>
    public string Name { get; }

    /// <summary>英文名称。</summary>
    public string English { get; }

    /// <summary>何时算两步：a value of the token's amr or acr by which the provider says that it asked for two steps, or always; empty where it never counts.</summary>
    public string Second { get; }

    /// <summary>令牌是否说明已两步。</summary>
    public bool CountsAsTwo(JsonWebToken token) => Second == "always" || (Second.Length > 0 && (token.Claims.Any(c => c.Type == "amr" && c.Value == Second) || (token.TryGetPayloadValue<string>("acr", out var acr) && acr == Second)));

    /// <summary>是否只在本机：a provider of tests, which needs no encryption.</summary>
    public bool Local => new Uri(Issuer).IsLoopback;

    /// <summary>读取; null where nothing is set, or with a problem.</summary>
    /// <param name="file">The file; null where none is named.</param>
    /// <param name="environment">What the environment says of a name.</param>
    /// <param name="problem">What is wrong.</param>
    public static ProviderSettings? Read(string? file, Func<string, string?> environment, out Problem? problem)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        problem = file is null ? null : From(file, given);
        foreach (var key in Keys)
        {
            if (environment(Prefix + key.ToUpperInvariant()) is { Length: > 0 } value)
            {
                given[key] = value;
            }
        }

        if (problem is not null || given.Count == 0)
        {
            return null;
        }

        if (Array.Find(Keys[..3], k => given.GetValueOrDefault(k, "").Length == 0) is { } lacking)
        {
            problem = Problem.Of($"统一身份认证的设置缺少“{lacking}”", $"the settings of the provider lack '{lacking}'", $"请在设置文件或环境变量 {Prefix}{lacking.ToUpperInvariant()} 中给出", $"give it in the file or as {Prefix}{lacking.ToUpperInvariant()}");
            return null;
        }

        // Over an open line anybody in between could be the provider.
        if (!Uri.TryCreate(given["issuer"], UriKind.Absolute, out var issuer) || (issuer.Scheme != "https" && !(issuer.Scheme == "http" && issuer.IsLoopback)))
        {
            problem = Problem.Of($"签发者“{Problem.Shown(given["issuer"])}”须是 https 网址", $"the issuer '{Problem.Shown(given["issuer"])}' must be an https address", "请写作 https://sso.example.cn", "write it as https://sso.example.cn");
            return null;
        }

        return new ProviderSettings(given);
    }

    private static Problem? From(string file, Dictionary<string, string> given)
    {
        try
        {
            if (new FileInfo(file).Length > MostBytes)
            {
                return Problem.Of($"{Problem.Shown(file)}：设置文件太大", $"{Problem.Shown(file)}: too large for settings", "请检查是否选错文件", "see whether it is the right file");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var item in document.RootElement.EnumerateObject())
            {
                if (!Keys.Contains(item.Name, StringComparer.Ordinal) || item.Value.ValueKind != JsonValueKind.String || !given.TryAdd(item.Name, item.Value.GetString()!))
                {
                    return Problem.Of($"设置中的“{Problem.Shown(item.Name)}”不能识别、不是文字或写了两次", $"'{Problem.Shown(item.Name)}' in the settings is not known, is no text or stands twice", $"可以写的是 {string.Join("、", Keys)}", $"there may be {string.Join(", ", Keys)}");
                }
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return Problem.Of($"{Problem.Shown(file)}：设置文件读不出来", $"{Problem.Shown(file)}: the settings cannot be read", "须是 JSON 对象，如 {\"issuer\": \"https://sso.example.cn\", \"client\": \"mingzhang\", \"secret\": \"…\"}", "it must be an object of JSON such as {\"issuer\": \"https://sso.example.cn\", \"client\": \"mingzhang\", \"secret\": \"…\"}");
        }
    }
}
