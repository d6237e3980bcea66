using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Mingzhang.Workbench.Accounts.Provider;

/// <summary>发现：where the provider's addresses and keys are, as it publishes them; kept for half a day, asked again when a key is not known, but not by everybody who sends an unknown one.</summary>
internal sealed class Discovery(ProviderSettings settings, HttpClient client, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12), Between = TimeSpan.FromMinutes(1);

    private Found? _found;
    private DateTimeOffset _anew = DateTimeOffset.MinValue;

    /// <summary>当前的设置。</summary>
    /// <param name="stop">When nobody waits any more.</param>
    public async Task<OpenIdConnectConfiguration> Get(CancellationToken stop)
    {
        if (_found is { } kept && (clock.GetUtcNow() - kept.At).Duration() < Fresh)
        {
            return kept.Configuration;
        }

        try
        {
            return await Ask(stop);
        }
        catch (ProviderFailure) when (_found is { } old)
        {
            // What was right yesterday serves better than nothing.
            return old.Configuration;
        }
    }

    /// <summary>密钥可能已更换：asked again; null where that was done a moment ago.</summary>
    /// <param name="stop">When nobody waits any more.</param>
    public async Task<OpenIdConnectConfiguration?> Anew(CancellationToken stop)
    {
        if ((clock.GetUtcNow() - _anew).Duration() < Between)
        {
            return null;
        }

        _anew = clock.GetUtcNow();
        return await Ask(stop);
    }

    private async Task<OpenIdConnectConfiguration> Ask(CancellationToken stop)
    {
        OpenIdConnectConfiguration said;
        try
        {
            said = await OpenIdConnectConfigurationRetriever.GetAsync(settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", new HttpDocumentRetriever(client) { RequireHttps = !settings.Local }, stop);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or JsonException or ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
        {
            throw new ProviderFailure("the provider's settings could not be read", e);
        }

        if (said.Issuer != settings.Issuer || !Sound(said.AuthorizationEndpoint) || !Sound(said.TokenEndpoint) || said.SigningKeys.Count == 0)
        {
            throw new ProviderFailure(ProviderFailure.Invalid, "the provider publishes another issuer, unsafe addresses or no keys");
        }

        _found = new Found(said, clock.GetUtcNow());
        return said;
    }

    private bool Sound(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (settings.Local && uri is { Scheme: "http", IsLoopback: true }));

    private sealed record Found(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
