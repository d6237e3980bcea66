using System.Data.Common;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Accounts.Provider;
using Quartz;

namespace Mingzhang.Workbench.Hosting;

/// <summary>登录与服务：ASP.NET Core Identity over our own store; cookies only where officers work, readers of the portal never get one.</summary>
/// <param name="site">The workbench.</param>
/// <param name="provider">The government's own provider of sign-ins; null where there is none.</param>
/// <param name="settings">What the operator says about accounts; null for what holds where he says nothing.</param>
internal sealed partial class WorkHost(WorkSite site, ProviderSettings? provider = null, AccountSettings? settings = null) : IBesides
{
    /// <summary>工作台所在的路径。</summary>
    public const string Root = "/work";

    /// <summary>登录的限速。</summary>
    public const string SignIns = "sign-ins";

    private readonly OwnAddress _place = new();
    private readonly AccountSettings _settings = settings ?? new AccountSettings();

    /// <summary>锁定几分钟。</summary>
    public const int LockedMinutes = 10;

    private const int Failures = 5, ShortestPassword = 12, HashRounds = 210_000, SignInsAtOnce = 30, SecondMinutes = 15, WaitSeconds = 10, LeastThreads = 64;

    /// <inheritdoc/>
    public void Services(WebApplicationBuilder builder)
    {
        // Whoever waits for the ledger holds a thread; others, who only read, do not wait until the pool has made one for them.
        ThreadPool.SetMinThreads(LeastThreads, LeastThreads);
        var services = builder.Services;
        services.AddSingleton(site).AddSingleton(site.Accounts).AddSingleton(site.Clock).AddHttpContextAccessor();
        services.AddSingleton(_place).AddSingleton<Spent>().AddSingleton(new SentTwice(site.Clock, site.Jobs.Scheduling.Shared ? new SentRows(site.Accounts) : null)).AddSingleton<Secrets>().AddSingleton<Sessions>().AddSingleton<Invitations>();
        services.AddSingleton(_settings).AddSingleton<Resets>().AddSingleton<AccountNews>();

        // The pages say themselves that they are not to be kept; and what the keys stand in is the database, which is guarded as a whole (decision 0031).
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        services.AddDataProtection().SetApplicationName(KeyRing.Application);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeyRing(site.Accounts)));
        services.AddSingleton<AccountStore>().AddSingleton<IUserStore<Account>>(p => p.GetRequiredService<AccountStore>());
        services.AddIdentityCore<Account>(o =>
        {
            // Long rather than odd: what must hold digits and signs is written on paper.
            o.Password.RequiredLength = ShortestPassword;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.Password.RequiredUniqueChars = 5;
            o.User.AllowedUserNameCharacters = "";
            o.Lockout.MaxFailedAccessAttempts = Failures;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockedMinutes);
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddSignInManager().AddPasswordValidator<PasswordRules>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);
        var schemes = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        if (provider is not null)
        {
            ProviderSetting.Add(schemes, provider, _place, site.Clock);
        }

        schemes.AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure<Sessions>((o, sessions) =>
            {
                Cookie(o.Cookie, "mingzhang");
                o.CookieManager = new PrefixedCookies();
                o.SessionStore = sessions;
                o.LoginPath = Root + "/in";
                o.AccessDeniedPath = Root + "/denied";
                o.ReturnUrlParameter = "to";
                o.ExpireTimeSpan = _settings.Rest;
                o.SlidingExpiration = true;
                o.Events.OnSigningIn = context =>
                {
                    SignedIn.Write(context.HttpContext, context.Properties, site.Clock.GetUtcNow());
                    return Task.CompletedTask;
                };
                o.Events.OnValidatePrincipal = context => SignedIn.Validate(context, _settings, site.Clock.GetUtcNow());
                o.Events.OnCheckSlidingExpiration = context =>
                {
                    context.ShouldRenew &= !SignedIn.AsksByItself(context.Request);
                    return Task.CompletedTask;
                };
            });
            cookies.TwoFactorUserIdCookie!.Configure(o =>
            {
                // The challenge of a passkey stands here, too, for as long as a page of signing in may wait.
                Cookie(o.Cookie, "mingzhang.second");
                o.ExpireTimeSpan = TimeSpan.FromMinutes(SecondMinutes);
            });
            cookies.TwoFactorRememberMeCookie!.Configure(o => Cookie(o.Cookie, "mingzhang.known"));
            cookies.ExternalCookie!.Configure(o => Cookie(o.Cookie, "mingzhang.external"));
        });
        services.Configure<IdentityPasskeyOptions>(_place.Set);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAntiforgery(o =>
        {
            Cookie(o.Cookie, "mingzhang.form");
            o.HeaderName = "X-Form-Token";
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthorization();
        services.Configure<RateLimiterOptions>(o => o.AddPolicy(SignIns, c => RateLimitPartition.GetTokenBucketLimiter(c.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = SignInsAtOnce, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(2), QueueLimit = 0 })));
    }

    /// <inheritdoc/>
    public void Map(WebApplication app, Site portal)
    {
        _place.Begin(portal);
        site.Begin(portal);
        site.Jobs.Scheduling.Log = (what, e) => JobFailed(app.Logger, what, e);
        app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(() => Jobs(app.Logger, app.Lifetime.ApplicationStopping), CancellationToken.None));
        site.Accounts.Heard = app.Services.GetRequiredService<Alarms>().Count;
        app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(() => Keep(app.Logger, app.Lifetime.ApplicationStopping), CancellationToken.None));
        WorkRoutes.Map(app, site, portal);
    }

    /// <inheritdoc/>
    public void Use(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed")]
    private static partial void JobFailed(ILogger logger, string what, Exception e);

    // A database that is away at the start is asked again, so that nothing waits for somebody to notice.
    private async Task Jobs(ILogger logger, CancellationToken stopping)
    {
        for (var begun = false; !begun && !stopping.IsCancellationRequested;)
        {
            try
            {
                site.Jobs.Begin();
                begun = true;
            }
            catch (Exception e) when (e is DbException or SchedulerException)
            {
                JobFailed(logger, "beginning with jobs", e);
                await Task.Delay(TimeSpan.FromSeconds(WaitSeconds), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (ObjectDisposedException)
            {
                // The server stopped while it began.
                return;
            }
        }
    }

    // What is old goes once a day.
    private async Task Keep(ILogger logger, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Retention.Run(site.Accounts, _settings, name => site.With(s => s.Read(r => Organisations.Roles(r, name).Count > 0)));
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or ObjectDisposedException)
            {
                JobFailed(logger, "removing what is old", e);
            }

            await Task.Delay(TimeSpan.FromDays(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Cookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = Root;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
