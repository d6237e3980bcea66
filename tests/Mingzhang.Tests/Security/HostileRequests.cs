using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Security;

/// <summary>敌意的请求：one after another from a seed, each an address that there is with parts, queries, headers and contents that nobody should send.</summary>
internal sealed partial class HostileRequests
{
    private static readonly string[] Others = ["POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"], Taking = ["/check", "/ask/{id}", "/mcp"];

    private static readonly string[] Names =
    [
        "year", "lang", "page", "size", "q", "format", "a", "b", "to", "code", "at", "kind", "filter", "part", "chart", "url", "object", "from", "until", "who", "family", "why", "client", "month", "sort", "do", "name", "title", "scope", "role", "id", "version", "fund", "nature", "function", "economic",
        "fen", "details", "project", "procurement", "measure", "said", "key", "reason", "finding", "action", "rule", "book", "severity", "department", "place", "unit", "session", "old", "password", "again", "credential", "mark", "document", "given", "number", "actual", "rating", "missing", "moment", "text", "size",
    ];

    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "2026", "99999999999999999999", "1e9", "NaN", "'", "\"", "\\", "%", "%%%", "*", "' OR '1'='1", "'; DROP TABLE journal; --", "\"><zq9 x>", "'><zq9>", "</textarea><zq9>", "</script><zq9>", "\" onzq9=\"1", "' onzq9='1", "<zq9 onload=1>", "&lt;zq9&gt;", "javascript:alert(1)",
        "//evil.example/", "https://evil.example/", "/\\evil.example", "/work/../x", "../../etc/passwd", "..\\..\\x", "a\0b", "a\r\nX-Evil: 1", "\u202e\u200b\ufeff", "🐈‍⬛", "科技局", "101", "101001", "101002", "P1", "save", "add", "remove", "invite", "give", "unit", "accepted", "adjust", "submit", "approve", "publish",
        "general", "public", "2060101", "30201", "{0}", "{{x}}", "${7*7}", "en", "csv", "json", "xlsx", "MZ602", "off", "=1+1", "null", "[]", "{}", "true", "12.345", "1,000", "１２",
    ];

    private static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", "text/plain", "text/xml", "multipart/form-data", "multipart/form-data; boundary=", "application/octet-stream", "application/json; charset=utf-99", "a/b/c", ""];

    private static readonly string[] Headers = ["Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "Referer", "Origin", "User-Agent", "X-Form-Token", "Sec-Fetch-Site", "X-Forwarded-Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-HTTP-Method-Override", "Content-Language", "Authorization", "Last-Event-ID"];

    private readonly Random _random;
    private readonly IReadOnlyList<string> _routes;
    private readonly HashSet<string> _changing;
    private readonly string _key, _token;

    public HostileRequests(int seed, IReadOnlyList<string> routes, IEnumerable<string> changing, string key, string token)
    {
        // Signing out would end it.
        _routes = [.. routes.Where(r => r is not "/work/out")];
        _changing = changing.Concat(Taking).ToHashSet(StringComparer.Ordinal);
        _random = new Random(seed);
        _key = key;
        _token = token;
    }

    /// <summary>上一个请求的内容，以便重做。</summary>
    public string Told { get; private set; } = "";

    public HttpRequestMessage Next()
    {
        Told = "";
        var route = One(_routes);
        var path = Part().Replace(route, m => Segment(m.Groups[1].Value));
        var request = new HttpRequestMessage(new HttpMethod(_random.Next(10) == 0 ? One(Others) : _changing.Contains(route) && _random.Next(4) > 0 ? "POST" : "GET"), new Uri(path + Query(), UriKind.Relative));
        if (request.Method.Method is "POST" or "PUT" or "PATCH" || _random.Next(20) == 0)
        {
            request.Content = Content();
        }

        for (var n = _random.Next(3); n > 0; n--)
        {
            var (name, value) = (One(Headers), _random.Next(3) == 0 ? One(Types) : One(Values));
            if (value.All(c => c is >= ' ' and <= '~'))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            Told += $" [{name}: {value}]";
        }

        if (_random.Next(3) > 0)
        {
            request.Headers.Remove("X-Form-Token");
            request.Headers.TryAddWithoutValidation("X-Form-Token", _token);
        }

        return request;
    }

    // Half of the parts are what is there, so that the rest of the request is looked at.
    private string Segment(string name)
    {
        var sound = name.TrimStart('*').Split(':')[0] switch
        {
            "unit" => "101001",
            "code" => _random.Next(2) == 0 ? "101" : "206",
            "year" => "2026",
            "key" => _key,
            "id" => _key + ".t1.r1.c2",
            "part" or "number" or "version" => "1",
            "topic" => "rises",
            "page" => "d/101/2026",
            _ => "x",
        };
        return _random.Next(2) == 0 ? Uri.EscapeDataString(sound) : _random.Next(8) == 0 ? One(["%00", "%ff%fe", "..%2f..%2fx", "%2e%2e", "%", "%zz", "a%0d%0ab", new string('9', 3000)]) : Uri.EscapeDataString(One(Values).Trim('.') + "x");
    }

    private string Query()
    {
        var query = new StringBuilder(_random.Next(3) == 0 ? "?year=2026" : "?");
        for (var n = _random.Next(4); n > 0; n--)
        {
            query.Append('&').Append(One(Names)).Append('=').Append(_random.Next(25) == 0 ? new string('9', _random.Next(6000)) : Uri.EscapeDataString(One(Values)));
        }

        return query.ToString();
    }

    private HttpContent Content()
    {
        switch (_random.Next(5))
        {
            case 0:
                return Text(Json(0), "application/json");
            case 1:
                return Text(new string(One("{[\"<%&=\0é".ToCharArray()), _random.Next(7000)), One(Types));
            case 2:
                var parts = new MultipartFormDataContent { { new StringContent(_token), "__RequestVerificationToken" } };
                foreach (var (name, value) in Fields())
                {
                    parts.Add(new StringContent(value), name);
                }

                var bytes = new byte[_random.Next(5000)];
                _random.NextBytes(bytes);
                byte[] begin = [.. Encoding.ASCII.GetBytes(One(["PK\u0003\u0004", "%PDF-1.7\n", "<html>", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", ""]))];
                parts.Add(new ByteArrayContent([.. begin, .. bytes]), "file", One(["a.pdf", "a.docx", "a.xlsx", "a.zip", "zq9.txt", "a.html", "..%2fx.csv"]));
                return parts;
            default:
                var fields = Fields();
                Told += " " + string.Join('&', fields.Select(f => f.Key + "=" + f.Value));
                return new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", _token)));
        }
    }

    private List<KeyValuePair<string, string>> Fields() => [.. Enumerable.Range(0, _random.Next(12)).Select(_ => KeyValuePair.Create(One(Names), One(Values)))];

    private StringContent Text(string text, string type)
    {
        Told += $" {type} {text[..Math.Min(text.Length, 400)]}";
        var content = new StringContent(text);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var sound) ? sound : null;
        if (sound is null && type.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }

    private string Json(int depth) => _random.Next(depth < 5 ? 8 : 4) switch
    {
        0 => "\"" + System.Text.Json.JsonEncodedText.Encode(One(Values)).ToString() + "\"",
        1 => One(["null", "true", "-1", "1e400", "99999999999999999999", "0.1"]),
        2 => "[]",
        3 => "{}",
        4 => "[" + string.Join(',', Enumerable.Range(0, _random.Next(4)).Select(_ => Json(depth + 1))) + "]",
        5 => "{\"edits\":[{\"key\":\"k\",\"id\":" + Json(depth + 1) + ",\"version\":" + Json(depth + 1) + ",\"set\":{\"fen\":" + Json(depth + 1) + ",\"" + One(Names) + "\":" + Json(depth + 1) + "}}]}",
        6 => "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":" + One(["\"tools/list\"", "\"tools/call\"", "\"initialize\"", Json(depth + 1)]) + ",\"params\":{\"name\":" + Json(depth + 1) + ",\"arguments\":" + Json(depth + 1) + "}}",
        _ => "{" + string.Join(',', Enumerable.Range(0, _random.Next(5)).Select(_ => "\"" + One(Names) + "\":" + Json(depth + 1))) + "}",
    };


    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Part();
}
