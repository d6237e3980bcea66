using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Mingzhang.Tests.Workbench;

/// <summary>一个小的统一身份认证：a provider in this process, that says who one is without asking, and lies where a test wants it to.</summary>
internal sealed class SmallProvider : IAsyncDisposable
{
    public const string Client = "mingzhang", Secret = "a secret: with / signs";

    private readonly Dictionary<string, Asked> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private RSA _key = RSA.Create(2048);
    private int _number = 1;

    private SmallProvider(WebApplication app) => _app = app;

    /// <summary>地址。</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>谁在登录。</summary>
    public string Subject { get; set; } = "u-100";

    /// <summary>是否停用。</summary>
    public bool Down { get; set; }

    /// <summary>是否不给令牌。</summary>
    public bool GivesNothing { get; set; }

    /// <summary>是否拒绝。</summary>
    public bool Refuses { get; set; }

    /// <summary>改动令牌的内容。</summary>
    public Action<Dictionary<string, object>> Twist { get; set; } = _ => { };

    /// <summary>改动签好的令牌。</summary>
    public Func<string, string> After { get; set; } = t => t;

    /// <summary>问过几次密钥。</summary>
    public int KeysAsked { get; private set; }

    public static async Task<SmallProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new SmallProvider(app);
        app.Use((context, next) =>
        {
            context.Response.StatusCode = provider.Down ? 503 : 200;
            return provider.Down ? Task.CompletedTask : next(context);
        });
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = provider.Issuer, authorization_endpoint = provider.Issuer + "/authorize", token_endpoint = provider.Issuer + "/token", jwks_uri = provider.Issuer + "/keys" }));
        app.MapGet("/keys", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.Token);
        await app.StartAsync();
        provider.Issuer = app.Urls.First();
        return provider;
    }

    /// <summary>换一把密钥。</summary>
    public void Rotate(bool publish = true)
    {
        _key.Dispose();
        _key = RSA.Create(2048);
        _number += publish ? 1 : 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Keys()
    {
        KeysAsked++;
        var key = _key.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "k" + _number, n = Text(key.Modulus!), e = Text(key.Exponent!) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var back = request.Query["redirect_uri"].ToString();
        var state = Uri.EscapeDataString(request.Query["state"].ToString());
        if (Refuses)
        {
            return Results.Redirect(back + "?error=access_denied&state=" + state);
        }

        Assert.Equal("S256", request.Query["code_challenge_method"].ToString());
        Assert.Equal("openid profile", request.Query["scope"].ToString());
        var code = Text(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new Asked(request.Query["code_challenge"].ToString(), request.Query["nonce"].ToString(), back);
        return Results.Redirect(back + "?code=" + code + "&state=" + state);
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        if (GivesNothing)
        {
            return Results.StatusCode(502);
        }

        var form = await request.ReadFormAsync();
        var basic = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(Uri.EscapeDataString(Client) + ":" + Uri.EscapeDataString(Secret)));
        if (request.Headers.Authorization != basic || !_codes.Remove(form["code"].ToString(), out var asked) || asked.Back != form["redirect_uri"].ToString() || Text(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object> { ["iss"] = Issuer, ["sub"] = Subject, ["aud"] = Client, ["iat"] = now, ["exp"] = now + 300, ["nonce"] = asked.Nonce, ["name"] = "王芳（统一身份）" };
        Twist(claims);
        var open = Text(JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", typ = "JWT", kid = "k" + _number })) + "." + Text(JsonSerializer.SerializeToUtf8Bytes(claims));
        var token = After(open + "." + Text(_key.SignData(Encoding.ASCII.GetBytes(open), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        return Results.Json(new { access_token = "a", token_type = "Bearer", id_token = token });
    }

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private sealed record Asked(string Challenge, string Nonce, string Back);
}
