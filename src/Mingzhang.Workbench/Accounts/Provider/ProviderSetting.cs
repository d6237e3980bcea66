using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Accounts.Provider;

/// <summary>接入统一身份认证。</summary>
internal static class ProviderSetting
{
    private const int WaitSeconds = 10, MostBytes = 1024 * 1024, MinutesAway = 15;

    private static readonly Action<ILogger, string, string, Exception?> Failed = LoggerMessage.Define<string, string>(LogLevel.Warning, new EventId(2), "sign-in by the provider failed: {Word}, {Why}");

    /// <summary>登记。</summary>
    public static void Add(AuthenticationBuilder builder, ProviderSettings settings, OwnAddress own, TimeProvider clock)
    {
        builder.Services.AddSingleton(settings);
        builder.AddOAuth<ProviderOptions, ProviderHandler>(ProviderHandler.SchemeName, settings.Name, o =>
        {
            // Followed nowhere: an answer that sends us elsewhere is none.
            o.Backchannel = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(MinutesAway) }) { Timeout = TimeSpan.FromSeconds(WaitSeconds), MaxResponseContentBufferSize = MostBytes };
            o.Settings = settings;
            o.Discovery = new Discovery(settings, o.Backchannel, clock);
            o.Own = own;
            o.TimeProvider = clock;
            o.ClientId = settings.Client;
            o.ClientSecret = settings.Secret;
            o.AuthorizationEndpoint = o.TokenEndpoint = settings.Issuer;
            o.CallbackPath = WorkHost.Root + "/in/provider/back";
            o.SignInScheme = IdentityConstants.ExternalScheme;
            o.UsePkce = true;
            o.Scope.Add("openid");
            o.Scope.Add("profile");
            o.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(MinutesAway);

            // The provider sends people back by an ordinary link, for which a lax cookie is enough.
            o.CorrelationCookie.Name = "mingzhang.provider.";
            o.CorrelationCookie.Path = WorkHost.Root;
            o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.CorrelationCookie.SameSite = SameSiteMode.Lax;
            o.Events = new OAuthEvents
            {
                OnRemoteFailure = context =>
                {
                    var word = context.Request.Query.ContainsKey("error") ? ProviderFailure.Refused : ProviderFailure.Of(context.Failure);
                    Told(context.HttpContext, word, context.Failure);
                    context.Response.Redirect(WorkHost.Root + "/in/provider/failed?why=" + word);
                    context.HandleResponse();
                    return Task.CompletedTask;
                },
            };
        });
    }

    /// <summary>记入日志，没有密文。</summary>
    public static void Told(HttpContext context, string word, Exception? failure) => Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("mingzhang"), word, (failure?.InnerException ?? failure)?.Message.Replace('\n', ' ').Replace('\r', ' ') ?? "", null);
}
