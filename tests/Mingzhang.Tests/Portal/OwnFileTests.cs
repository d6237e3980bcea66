using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Mingzhang.Portal.Checking;

namespace Mingzhang.Tests.Portal;

public sealed class OwnFileTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_file_is_checked_and_not_kept()
    {
        var before = portal.Store.Read(a => a.Stamp());
        const string Wrong = """
            某市科学技术局2024年部门预算情况说明

            一、部门收支总体情况

            支出预算：2024年年初预算数100万元，其中：科学技术支出60万元，社会保障和就业支出30万元。
            """;
        var (status, html) = await Upload("我的<b>.txt", Encoding.UTF8.GetBytes(Wrong));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<ol class=\"findings\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("我的<b>", html, StringComparison.Ordinal);
        Assert.Equal(before, portal.Store.Read(a => a.Stamp()));
        (_, html) = await Upload("mine.txt", Encoding.UTF8.GetBytes(Wrong), "?lang=en");
        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_checked_says_why()
    {
        var random = new byte[5000];
        new Random(1).NextBytes(random);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload("a.bin", random)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload("empty.txt", [])).Status);
        var (status, html) = await Upload("old.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[2000]]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("class=\"notice\"", html, StringComparison.Ordinal);
        using var bare = await portal.Client.PostAsync(new Uri("/check", UriKind.Relative), new StringContent("x"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, bare.StatusCode);
    }

    [Fact]
    public async Task A_bomb_is_refused_within_its_time()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                entry.Write(zeros);
            }
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var (status, _) = await Upload("bomb.docx", packed.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken()
    {
        try
        {
            var (status, _) = await Upload("large.txt", new byte[OwnFile.MostBytes + (1 << 20)]);
            Assert.True(status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge, status.ToString());
        }
        catch (HttpRequestException)
        {
            // The server may hang up on what is still being sent.
        }
    }

    private async Task<(HttpStatusCode Status, string Html)> Upload(string name, byte[] bytes, string query = "")
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        using var response = await portal.Client.PostAsync(new Uri("/check" + query, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
