using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>一个浏览器：with its cookies, that fills in forms as a person would, without script.</summary>
internal sealed partial class WorkClient(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };

    public async Task<Shown> Get(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return await Shown.Of(answer);
    }

    /// <summary>填写并发送：the token is taken from the page that shows the form.</summary>
    public async Task<Shown> Post(string path, params (string Name, string Value)[] fields)
    {
        var page = await Get(path);
        return await PostWith(Token().Match(page.Html).Groups[1].Value, path, fields);
    }

    public async Task<Shown> PostWith(string token, string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Shown.Of(answer);
    }

    /// <summary>发送 JSON，as the script of a page does.</summary>
    public async Task<Shown> PostJson(string token, string path, string json, string type = "application/json")
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Form-Token", token);
        using var answer = await _client.SendAsync(request);
        return await Shown.Of(answer);
    }

    /// <summary>陆续收到的行。</summary>
    public async Task<StreamReader> Listen(string path) => new(await _client.GetStreamAsync(new Uri(path, UriKind.Relative)));

    /// <summary>上传并发送。</summary>
    public Task<Shown> Upload(string path, string name, byte[] bytes, params (string Name, string Value)[] fields) => UploadAll(path, [(name, bytes)], fields);

    /// <summary>上传若干文件并发送。</summary>
    public async Task<Shown> UploadAll(string path, IReadOnlyList<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] fields)
    {
        var page = await Get(path);
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Append(("__RequestVerificationToken", Token().Match(page.Html).Groups[1].Value)))
        {
            content.Add(new StringContent(value), field);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "file", name);
        }

        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Shown.Of(answer);
    }

    /// <summary>任何一页的记号。</summary>
    public async Task<string> AnyToken() => Token().Match((await Get("/work/account")).Html).Groups[1].Value;

    /// <summary>填写并下载。</summary>
    public async Task<byte[]> Download(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", await AnyToken())).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>下载。</summary>
    public async Task<byte[]> Bytes(string path) => await _client.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    public async Task<Shown> First(string code, string name) => await Post("/work/first", ("code", code), ("name", name), ("title", "云溪区科技局"), ("department", "101"), ("year", "2026"), ("password", WorkbenchFixture.Password), ("again", WorkbenchFixture.Password));

    public async Task<string> Invite(string name) => Link().Match((await Post("/work/settings/people", ("do", "invite"), ("name", name))).Html).Value;

    public async Task<Shown> Accept(string link) => await Post(link, ("password", WorkbenchFixture.Password), ("again", WorkbenchFixture.Password));

    public async Task<Shown> SignIn(string name, string password) => await Post("/work/in", ("name", name), ("password", password));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/work/invited\\?code=[0-9a-f]+")]
    private static partial Regex Link();
}

/// <summary>显示的一页。</summary>
internal sealed record Shown(HttpStatusCode Status, string Path, string Html)
{
    public static async Task<Shown> Of(HttpResponseMessage answer) => new(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, await answer.Content.ReadAsStringAsync());
}
