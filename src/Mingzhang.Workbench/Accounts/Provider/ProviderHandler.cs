using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Mingzhang.Workbench.Accounts.Provider;

/// <summary>统一身份认证的选项。</summary>
internal sealed class ProviderOptions : OAuthOptions
{
    /// <summary>设置。</summary>
    public ProviderSettings Settings { get; set; } = null!;

    /// <summary>发现。</summary>
    public Discovery Discovery { get; set; } = null!;

    /// <summary>本站的地址。</summary>
    public OwnAddress Own { get; set; } = null!;
}

/// <summary>统一身份认证：the framework's code flow, with its state and proof of the code, to which come the provider's published addresses, a nonce and the token of identity.</summary>
internal sealed class ProviderHandler(IOptionsMonitor<ProviderOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    /// <summary>名称。</summary>
    public const string SchemeName = "provider";

    private const string Nonce = "nonce", Steps = "mingzhang.steps";

    private OpenIdConnectConfiguration? _configuration;

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        _configuration = await Options.Discovery.Get(Context.RequestAborted);
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        properties.Items[Nonce] = nonce;
        var query = new Uri(base.BuildChallengeUrl(properties, Back)).Query;
        var address = _configuration!.AuthorizationEndpoint;
        return address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query[1..] + "&nonce=" + nonce;
    }

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var configuration = await Options.Discovery.Get(Context.RequestAborted);
        var fields = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = context.Code, ["redirect_uri"] = Back, ["code_verifier"] = context.Properties.Items[OAuthConstants.CodeVerifierKey] ?? "" };
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        if (configuration.TokenEndpointAuthMethodsSupported.Contains("client_secret_post") && !configuration.TokenEndpointAuthMethodsSupported.Contains("client_secret_basic"))
        {
            (fields["client_id"], fields["client_secret"]) = (Options.Settings.Client, Options.Settings.Secret);
        }
        else
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(Uri.EscapeDataString(Options.Settings.Client) + ":" + Uri.EscapeDataString(Options.Settings.Secret))));
        }

        request.Content = new FormUrlEncodedContent(fields);
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ProviderFailure((int)answer.StatusCode >= 500 ? ProviderFailure.Down : ProviderFailure.Refused, "the provider gave no token");
        }

        try
        {
            return OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted)));
        }
        catch (JsonException e)
        {
            throw new ProviderFailure("the provider's answer is no JSON", e);
        }
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var text = tokens.Response!.RootElement.TryGetProperty("id_token", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        var token = await IdToken.Read(text, properties.Items[Nonce] ?? "", Options.Settings, Options.Discovery, TimeProvider, Context.RequestAborted);

        // A number of a person is one of its issuer only; another issuer may give it to another person.
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, token.Issuer + " " + token.Subject));
        identity.AddClaim(new Claim(ClaimTypes.Name, token.TryGetPayloadValue<string>("name", out var name) && name is { Length: > 0 and <= 60 } ? name : token.Subject));
        if (Options.Settings.CountsAsTwo(token))
        {
            identity.AddClaim(new Claim(Steps, SignedIn.Two));
        }

        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    /// <summary>服务商是否已两步验证。</summary>
    public static bool InTwo(ClaimsPrincipal principal) => principal.HasClaim(Steps, SignedIn.Two);

    private string Back => new Uri(Options.Own.Here(Request), Options.CallbackPath.Value).AbsoluteUri;
}
