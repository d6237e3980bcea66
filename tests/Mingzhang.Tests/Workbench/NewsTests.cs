using System.Net;

namespace Mingzhang.Tests.Workbench;

/// <summary>账号的变动：its holder is told what happened to it while he was away, and nobody else is.</summary>
public sealed class NewsTests : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private readonly WorkbenchFixture _work;

    public NewsTests() => _work = new WorkbenchFixture { Clock = _clock };

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_second_use_of_digits_is_told_to_the_holder_once_he_is_in()
    {
        var people = await _work.Everybody();
        var key = SecondFactorTests.Key().Match((await people["王芳"].Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await people["王芳"].Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        Assert.DoesNotContain("您的账号有变动", (await people["王芳"].Get("/work")).Html, StringComparison.Ordinal);
        var digits = SecondFactorTests.Digits(key);
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity })
        {
            using var shoulder = _work.Client();
            await shoulder.SignIn("王芳", WorkbenchFixture.Password);
            Assert.Equal(status, (await shoulder.Post("/work/in/second", ("code", digits))).Status);
        }

        _clock.Ahead = TimeSpan.FromMinutes(3);
        using var next = _work.Client();
        await next.SignIn("王芳", WorkbenchFixture.Password);
        var told = await next.Post("/work/in/second", ("code", SecondFactorTests.Digits(key, 1)));
        Assert.Contains("已用过的验证代码又被使用", told.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("已用过的验证代码", (await people["李明"].Get("/work")).Html, StringComparison.Ordinal);
    }
}
