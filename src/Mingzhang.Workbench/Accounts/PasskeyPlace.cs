using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Workbench.Accounts;

/// <summary>通行密钥所属的地方：the public address of this site, where one was given, or the host that was asked for; a passkey of another place opens nothing here.</summary>
internal sealed class PasskeyPlace
{
    private string _address = "";

    /// <summary>启用。</summary>
    /// <param name="portal">The portal beside, which knows the public address.</param>
    public void Begin(Site portal) => _address = portal.PublicAddress;

    /// <summary>设定：the device itself asks for the finger or the PIN, so that a passkey is two steps in one.</summary>
    public void Set(IdentityPasskeyOptions options)
    {
        options.ServerDomain = _address.Length > 0 ? new Uri(_address).Host : null;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && Uri.Compare(origin, Here(context.HttpContext.Request), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
    }

    /// <summary>能否使用：browsers keep passkeys for names, not for numbers.</summary>
    public bool Fits(HttpRequest request) => Uri.CheckHostName(Here(request).DnsSafeHost) == UriHostNameType.Dns;

    private Uri Here(HttpRequest request) => new(_address.Length > 0 ? _address : request.Scheme + "://" + request.Host.ToUriComponent());
}
