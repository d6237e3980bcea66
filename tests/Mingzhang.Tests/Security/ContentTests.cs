using System.Net;
using Mingzhang.Portal.Hosting;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Security;

/// <summary>内容的类型和加密的约定：what no page of ours would send is refused before it is read; browsers are told to come by HTTPS as the operator says.</summary>
public sealed class ContentTests
{
    [Fact]
    public async Task What_is_neither_a_form_nor_JSON_of_a_script_is_refused()
    {
        await using var work = new WorkbenchFixture();
        await work.InitializeAsync();
        using var keeper = work.Client();
        await keeper.First(work.Site.FirstCode, "李明");
        var token = await keeper.AnyToken();
        foreach (var (path, type) in new[] { ("/work/settings/people", "application/json"), ("/work/settings/people", "text/plain"), ("/work/account", "application/xml"), ("/work/reports/101001/lines", "text/plain"), ("/work/in", "application/json") })
        {
            var refused = await keeper.PostJson(token, path, "{}", type);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.Status);
            Assert.Contains("不收这种内容", refused.Html, StringComparison.Ordinal);
        }

        using var portal = new HttpClient { BaseAddress = work.Address };
        foreach (var path in new[] { "/check", "/ask/x", "/mcp" })
        {
            using var content = new StringContent("x", System.Text.Encoding.UTF8, "text/plain");
            using var answer = await portal.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Browsers_are_told_to_stay_with_HTTPS_for_all_names_below_unless_the_operator_says_otherwise()
    {
        Assert.Equal("max-age=31536000; includeSubDomains", await Told(null));
        Assert.Equal("max-age=31536000", await Told(new StrictTransport(true, false)));
        Assert.Equal("", await Told(new StrictTransport(false, false)));
    }

    private static async Task<string> Told(StrictTransport? setting)
    {
        await using var work = new WorkbenchFixture { Proxies = [IPAddress.Loopback], More = b => _ = setting is null ? b.Services : Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(b.Services, setting) };
        await work.InitializeAsync();
        using var client = new HttpClient { BaseAddress = work.Address, DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } } };
        using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told.Single() : "";
    }
}
