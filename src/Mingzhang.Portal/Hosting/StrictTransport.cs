namespace Mingzhang.Portal.Hosting;

/// <summary>只用加密的约定：whether browsers are told to come by HTTPS only, and whether that goes for the names below this one, too.</summary>
/// <param name="Told">Whether they are told.</param>
/// <param name="Subdomains">Whether names below this host are meant.</param>
internal sealed record StrictTransport(bool Told, bool Subdomains)
{
    /// <summary>通常的：this host and what is below it; a neighbour's name is never meant.</summary>
    public static StrictTransport Usual { get; } = new(true, true);

    /// <summary>写法; null where nothing is told.</summary>
    public string? Text => !Told ? null : Subdomains ? "max-age=31536000; includeSubDomains" : "max-age=31536000";
}
