using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mingzhang.Bench.Work;

/// <summary>一个模拟的经办人：signed in by a browser of his own, with the table of a unit open; one edit every few seconds, each against the version that he saw.</summary>
internal sealed partial class Officer : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _name;
    private readonly Random _random;
    private readonly Dictionary<string, (long Version, int At)> _lines = new(StringComparer.Ordinal);
    private string _token = "", _page = "", _browser = "";

    public Officer(Uri server, string name, int number)
    {
        _name = name;
        _random = new Random(number);
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };
        _client.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.1.{number / 250}.{1 + (number % 250)}"));
    }

    /// <summary>每次改动用的毫秒数，自应当发出之时起。</summary>
    public List<double> Times { get; } = [];

    /// <summary>确认了的金额（分），按行。</summary>
    public Dictionary<string, (long Version, long Fen)> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>再次送出的次数。</summary>
    public int Again { get; private set; }

    /// <summary>被别人抢先的次数：told, with what stands there now.</summary>
    public int Overtaken { get; private set; }

    /// <summary>没有成的。</summary>
    public List<string> Failed { get; } = [];

    /// <summary>首次使用，建立管理员账号。</summary>
    public async Task First(string code) => await Post("/work/first", ("code", code), ("name", _name), ("title", ""), ("department", ""), ("year", WorkDistrict.Year.ToString(CultureInfo.InvariantCulture)), ("password", Password), ("again", Password));

    /// <summary>邀请一个人; the address to which he goes.</summary>
    public async Task<string> Invite(string name) => Link().Match(await Post("/work/settings/people", ("do", "invite"), ("name", name))).Value;

    /// <summary>接受邀请，并打开一个单位的表。</summary>
    public async Task Begin(string invitation, string unit)
    {
        await Post(invitation, ("password", Password), ("again", Password));
        _page = string.Create(CultureInfo.InvariantCulture, $"/work/reports/{unit}/lines?part=spending&year={WorkDistrict.Year}");
        using var open = JsonDocument.Parse(await _client.GetStringAsync(new Uri(_page, UriKind.Relative)));
        (_token, _browser) = (open.RootElement.GetProperty("token").GetString()!, open.RootElement.GetProperty("client").GetString()!);
        var at = 2 + open.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("key").GetString()).ToList().IndexOf("fen");
        foreach (var line in open.RootElement.GetProperty("lines").EnumerateArray())
        {
            _lines[line[0].GetString()!] = (line[1].GetInt64(), at);
        }
    }

    /// <summary>收听同单位的人，直到结束。</summary>
    public async Task Listen(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, _page.Replace("/lines?", "/live?client=" + _browser + "&", StringComparison.Ordinal));
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
                await (await answer.Content.ReadAsStreamAsync(stop)).CopyToAsync(Stream.Null, stop);
                await Task.Delay(500, stop);
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
            {
                // It is opened again, as a page would.
            }
        }
    }

    /// <summary>隔一段改一处，直到结束。</summary>
    public async Task Work(TimeSpan every, TimeSpan during)
    {
        var watch = Stopwatch.StartNew();
        var due = every * _random.NextDouble();
        while (due < during)
        {
            if (due > watch.Elapsed)
            {
                await Task.Delay(due - watch.Elapsed);
            }

            await Edit();
            Times.Add((watch.Elapsed - due).TotalMilliseconds);
            due += every;
        }
    }

    public void Dispose() => _client.Dispose();

    private const int MostTries = 60;
    private const string Password = "four-plain-words-here";

    private async Task Edit()
    {
        var id = _lines.Keys.ElementAt(_random.Next(_lines.Count));
        var (version, at) = _lines[id];
        var fen = _random.Next(1, 100_000_000);
        var edit = JsonSerializer.Serialize(new { client = _browser, edits = new[] { new { key = "k", id, version, set = new { fen = (fen / 1_000_000m).ToString(CultureInfo.InvariantCulture) } } } });

        // As the page does: what was not answered is sent again, against the same version, so that it is not counted twice where only the answer was lost.
        for (var tries = 0; ; tries++)
        {
            try
            {
                if (await Sent(edit, id, at, fen) || tries >= MostTries)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException)
            {
                if (tries >= MostTries)
                {
                    Failed.Add(e.Message);
                    return;
                }
            }

            Again++;
            await Task.Delay(1000);
        }
    }

    // Whether there was an answer to it; a server that has gone, or is going, is none.
    private async Task<bool> Sent(string edit, string id, int at, long fen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _page) { Content = new StringContent(edit, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Form-Token", _token);
        request.Headers.Add("Accept", "application/json");
        using var answer = await _client.SendAsync(request);
        if ((int)answer.StatusCode >= 500)
        {
            return false;
        }

        var text = await answer.Content.ReadAsStringAsync();
        using var said = JsonDocument.Parse(text);
        if (!said.RootElement.TryGetProperty("edits", out var edits) || !edits[0].TryGetProperty("line", out var line))
        {
            Failed.Add((int)answer.StatusCode + " " + text[..Math.Min(200, text.Length)]);
            return true;
        }

        _lines[id] = (line[1].GetInt64(), at);
        if (edits[0].TryGetProperty("conflict", out _))
        {
            Overtaken++;
        }
        else
        {
            Acknowledged[id] = (line[1].GetInt64(), fen);
        }

        return true;
    }

    /// <summary>成批归档一个文件夹，等它办完; how many pieces were done and failed, and the seconds from the answer to the end.</summary>
    public async Task<(int Done, int Failed, double Seconds)> Archive(string folder)
    {
        using var form = new MultipartFormDataContent();
        var token = Token().Match(await _client.GetStringAsync(new Uri("/work/settings/archive", UriKind.Relative))).Groups[1].Value;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file)), "file", Path.GetFileName(file));
        }

        using var answer = await _client.PostAsync(new Uri("/work/settings/archive", UriKind.Relative), form);
        var job = answer.RequestMessage!.RequestUri!.AbsolutePath;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            await Task.Delay(250);
            string text;
            try
            {
                text = await _client.GetStringAsync(new Uri(job + "/state", UriKind.Relative));
            }
            catch (HttpRequestException)
            {
                // A node has just gone; the next answer is of another one.
                continue;
            }

            using var state = JsonDocument.Parse(text);
            if (!state.RootElement.GetProperty("open").GetBoolean())
            {
                var seconds = watch.Elapsed.TotalSeconds;
                var page = await _client.GetStringAsync(new Uri(job, UriKind.Relative));
                var failed = page.Split("class=\"bad\"").Length - 1;
                return (state.RootElement.GetProperty("settled").GetInt32() - failed, failed, seconds);
            }
        }
    }

    private async Task<string> Post(string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await _client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{path}: {answer.StatusCode} {text}");
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/work/invited\\?code=[0-9a-f]+")]
    private static partial Regex Link();
}
