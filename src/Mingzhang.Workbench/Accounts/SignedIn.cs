using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Workbench.Accounts;

/// <summary>怎样登录的：by which means a session began, and when; it stands in the ticket, which is kept on the server.</summary>
internal static class SignedIn
{
    /// <summary>口令，或服务商未说明两步。</summary>
    public const string One = "one";

    /// <summary>两步：a password with digits, a passkey, or a provider that says it asked for two.</summary>
    public const string Two = "two";

    private const string Began = "mingzhang.began", Steps = "mingzhang.steps", Kept = "mingzhang.ticket";

    // For how long nobody is asked for his password once more.
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(10), Apart = TimeSpan.FromMinutes(5);

    /// <summary>接下来的登录是几步的。</summary>
    public static void As(HttpContext context, string steps) => context.Items[Steps] = steps;

    /// <summary>写入会话。</summary>
    public static void Write(HttpContext context, AuthenticationProperties properties, DateTimeOffset now)
    {
        properties.Items.TryAdd(Began, now.ToString("O", CultureInfo.InvariantCulture));
        if (context.Items[Steps] is string steps)
        {
            properties.Items[Steps] = steps;
        }

        context.Items[Kept] = properties;
    }

    /// <summary>是否两步登录的。</summary>
    public static bool InTwo(HttpContext context) => Ticket(context)?.Items.TryGetValue(Steps, out var steps) == true && steps == Two;

    /// <summary>是否刚登录。</summary>
    public static bool IsRecent(HttpContext context, DateTimeOffset now) => Since(Ticket(context)) is { } began && (now - began).Duration() < Recently;

    /// <summary>核对会话：it ends at its time however much it is used, and where its owner's means have changed; what a page asks by itself does not lengthen it.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context, AccountSettings settings, DateTimeOffset now)
    {
        if (Since(context.Properties) is not { } began || now - began > settings.Longest || began - now > Apart)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.HttpContext.Items[Kept] = context.Properties;
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        context.ShouldRenew &= !AsksByItself(context.Request);
    }

    /// <summary>是否由网页自己发出：the bar of a job, and who else works on a unit.</summary>
    public static bool AsksByItself(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Path.Value is { } path && (path.EndsWith("/state", StringComparison.Ordinal) || path.EndsWith("/live", StringComparison.Ordinal));

    // Kept by ourselves: the framework forgets its own once a session is renewed within the request.
    private static AuthenticationProperties? Ticket(HttpContext context) => context.Items[Kept] as AuthenticationProperties;

    private static DateTimeOffset? Since(AuthenticationProperties? ticket) =>
        ticket is not null && ticket.Items.TryGetValue(Began, out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var began) ? began : null;
}
