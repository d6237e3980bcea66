using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mingzhang.Charts;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>嵌入：charts and figures in somebody else's page, and as pictures.</summary>
public sealed partial class EmbedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private string Department => $"d/{portal.Sample.Body!.Code}/{portal.Sample.Year}";

    [Fact]
    public async Task Only_pages_for_embedding_may_stand_in_a_frame()
    {
        foreach (var path in new[] { "/embed/" + Department, $"/embed/cell/{portal.Sample.Key}.t1.r1.c2" })
        {
            using var response = await portal.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var page = await portal.Client.GetAsync(new Uri("/" + Department, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        foreach (var none in new[] { "/embed/", "/embed/d/none/2024", "/embed/cell/none.x", "/embed/../depts", "/embed/" + Department + "?chart=none", "/chart/" + Department + "/none.svg", "/chart/x.svg" })
        {
            using var response = await portal.Client.GetAsync(new Uri(none, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.NotFound || none.Contains("..", StringComparison.Ordinal), none);
        }
    }

    [Fact]
    public async Task Every_chart_of_a_page_is_a_picture_of_its_own()
    {
        var names = Chart().Matches(await portal.Text("/" + Department)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var text = await portal.Text($"/chart/{Department}/{name}.svg");
            var svg = XDocument.Parse(text);
            Assert.Equal("svg", svg.Root!.Name.LocalName);
            Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "script" or "a" or "foreignObject" or "image");
            Assert.InRange(text.Length, 500, ChartFigure.MostBytes + 6000);
            Assert.Contains(portal.Sample.Body!.Name, text, StringComparison.Ordinal);
            Assert.Contains($"id=\"{name}-t\"", await portal.Text($"/embed/{Department}?chart={name}"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task An_address_of_ours_has_its_frame(string format)
    {
        var text = await portal.Text($"/oembed?format={format}&maxwidth=300&url=" + Uri.EscapeDataString(new Uri(portal.Client.BaseAddress!, Department).ToString()));
        var html = format == "json" ? JsonDocument.Parse(text).RootElement.GetProperty("html").GetString()! : XDocument.Parse(text).Root!.Element("html")!.Value;
        Assert.StartsWith($"<iframe src=\"{portal.Client.BaseAddress}embed/{Department}\" width=\"300\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/d/x/2024")]
    [InlineData("//elsewhere.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData("/depts")]
    public Task What_is_not_ours_has_none(string url) => portal.Text("/oembed?url=" + Uri.EscapeDataString(url), HttpStatusCode.NotFound);

    [GeneratedRegex("<svg class=\"chart[^>]*aria-labelledby=\"([a-z0-9-]+)-t ")]
    private static partial Regex Chart();
}
