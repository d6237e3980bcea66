using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>两步验证：by the digits of an authenticator, or by a code of the paper that serves once.</summary>
public sealed partial class SecondFactorTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Once_it_is_on_a_password_alone_lets_nobody_in()
    {
        using var office = _work.Client();
        await office.First(_work.Site.FirstCode, "李明");
        var asked = await office.Get("/work/account/second");

        // Who has just signed in is not asked for his password once more, not even while the key is made.
        Assert.DoesNotContain("name=\"old\"", asked.Html, StringComparison.Ordinal);
        var key = Key().Match(asked.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Post("/work/account/second", ("code", "000000"))).Status);
        var on = await office.Post("/work/account/second", ("code", Digits(key)));
        var codes = Code().Matches(on.Html).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);

        using var home = _work.Client();
        var second = await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.StartsWith("/work/in/second", second.Path, StringComparison.Ordinal);
        Assert.StartsWith("/work/in?", (await home.Get("/work/settings")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await home.Post("/work/in/second", ("code", "123456"))).Status);
        Assert.Equal("/work", (await home.Post("/work/in/second", ("code", Digits(key)))).Path);

        using var paper = _work.Client();
        await paper.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal("/work", (await paper.Post("/work/in/second", ("code", codes[0]))).Path);
        using var again = _work.Client();
        await again.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.Post("/work/in/second", ("code", codes[0]))).Status);
    }

    // RFC 6238, as an authenticator reckons it.
    internal static string Digits(string key, int steps = 0)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The standard of authenticators asks for it.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7fffffff) % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("class=\"code\">([A-Z2-7 ]+)<")]
    internal static partial Regex Key();

    [GeneratedRegex("<li class=\"code\">([^<]+)<")]
    private static partial Regex Code();
}
