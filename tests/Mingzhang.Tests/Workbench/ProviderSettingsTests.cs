using Mingzhang.Workbench.Accounts.Provider;

namespace Mingzhang.Tests.Workbench;

/// <summary>统一身份认证的设置：wholly given, or refused with what lacks.</summary>
public class ProviderSettingsTests
{
    [Fact]
    public void The_environment_goes_before_the_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"issuer": "https://sso.example.cn", "client": "mingzhang", "secret": "one", "name": "统一身份认证"}""");
        var settings = ProviderSettings.Read(file, n => n == "MINGZHANG_PROVIDER_SECRET" ? "two" : null, out var problem);
        File.Delete(file);
        Assert.Null(problem);
        Assert.Equal("two", settings!.Secret);
        Assert.Equal("统一身份认证", settings.English);
        Assert.False(settings.Local);
    }

    [Fact]
    public void Nothing_set_is_no_provider() => Assert.Null(ProviderSettings.Read(null, _ => null, out var problem) is null && problem is null ? null : "a provider");

    [Theory]
    [InlineData("""{"issuer": "https://sso.example.cn", "client": "mingzhang"}""", "secret")]
    [InlineData("""{"issuer": "http://sso.example.cn", "client": "mingzhang", "secret": "s"}""", "https")]
    [InlineData("""{"issuer": "not an address", "client": "mingzhang", "secret": "s"}""", "https")]
    [InlineData("""{"issuer": "https://sso.example.cn", "client": "mingzhang", "secret": "s", "scope": "x"}""", "scope")]
    [InlineData("""{"issuer": "https://sso.example.cn", "issuer": "https://other.example.cn"}""", "issuer")]
    [InlineData("""{"issuer": 5}""", "issuer")]
    [InlineData("[]", "JSON")]
    [InlineData("{", "JSON")]
    public void What_lacks_or_is_not_known_is_refused_with_its_name(string text, string named)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        Assert.Null(ProviderSettings.Read(file, _ => null, out var problem));
        File.Delete(file);
        Assert.Contains(named, problem!.Message.Chinese + problem.Remedy.Chinese, StringComparison.Ordinal);
    }
}
