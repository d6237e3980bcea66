using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Mingzhang.Workbench.Accounts.Provider;

/// <summary>身份令牌：believed only where the provider signed it, for us, now, and for the sign-in that we began.</summary>
internal static class IdToken
{
    private const int LongestToken = 64 * 1024;

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    // Signatures with two keys only: with a shared secret whoever knows the name of the client could sign.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>核对，返回令牌。</summary>
    /// <param name="text">The token.</param>
    /// <param name="nonce">What we asked it to repeat.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="discovery">The provider's keys.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="stop">When nobody waits any more.</param>
    public static async Task<JsonWebToken> Read(string text, string nonce, ProviderSettings settings, Discovery discovery, TimeProvider clock, CancellationToken stop)
    {
        if (text.Length is 0 or > LongestToken)
        {
            throw new ProviderFailure("the provider sent no token of identity");
        }

        var result = await Validate(await discovery.Get(stop));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await discovery.Anew(stop) is { } changed)
        {
            result = await Validate(changed);
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            throw new ProviderFailure("the token of identity was not accepted: " + result.Exception?.GetType().Name);
        }

        var party = token.TryGetPayloadValue<string>("azp", out var azp) ? azp : null;
        if (token.Subject is not { Length: > 0 and <= 255 } || !token.TryGetPayloadValue<string>("nonce", out var repeated) || repeated != nonce || (party is not null && party != settings.Client) || (party is null && token.Audiences.Count() > 1))
        {
            throw new ProviderFailure("the token of identity is of another sign-in or for another party");
        }

        return token;

        Task<TokenValidationResult> Validate(OpenIdConnectConfiguration configuration) => Handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Client,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (begins, ends, _, _) => ends is { } end && clock.GetUtcNow().UtcDateTime - Slack < end && (begins is not { } begin || begin < clock.GetUtcNow().UtcDateTime + Slack),
        });
    }
}
