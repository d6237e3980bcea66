using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Accounts;

/// <summary>本站的地址：the public one, where it was given, or the one that was asked for. Passkeys belong to its host, and a provider sends people back to it.</summary>
internal sealed class OwnAddress
{
    private string _address = "";

    /// <summary>启用。</summary>
    /// <param name="portal">The portal beside, which knows the public address.</param>
    public void Begin(Site portal) => _address = portal.PublicAddress;

    /// <summary>通行密钥的设定：the device itself asks for the finger or the PIN, so that a passkey is two steps in one.</summary>
    public void Set(IdentityPasskeyOptions options)
    {
        options.ServerDomain = _address.Length > 0 ? new Uri(_address).Host : null;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && Uri.Compare(origin, Here(context.HttpContext.Request), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
    }

    /// <summary>能否使用通行密钥：browsers keep passkeys for names, not for numbers.</summary>
    public bool Fits(HttpRequest request) => Uri.CheckHostName(Here(request).DnsSafeHost) == UriHostNameType.Dns;

    /// <summary>本站。</summary>
    public Uri Here(HttpRequest request) => new(_address.Length > 0 ? _address : request.Scheme + "://" + request.Host.ToUriComponent());
}
