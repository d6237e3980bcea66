using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench.BadInput;

/// <summary>登录中途结束：what was typed goes along through signing in, and is saved when its writer says so.</summary>
public sealed partial class EndedSignInTests : SeveralPeople
{
    [Fact]
    public async Task What_was_typed_is_there_after_signing_in_again()
    {
        var asked = await Typed();
        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.Contains("您填写的内容仍然保留", asked.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"kept:fen\" value=\"12.5\"", asked.Html, StringComparison.Ordinal);

        // A wrong password loses nothing either.
        var wrong = await SignIn(asked, "not-the-password");
        Assert.Contains("name=\"kept:fen\" value=\"12.5\"", wrong.Html, StringComparison.Ordinal);
        var kept = await SignIn(wrong, WorkbenchFixture.Password);
        Assert.Contains("刚才填写的内容还没有保存", kept.Html, StringComparison.Ordinal);
        Assert.Contains("<li>笔记本</li>", kept.Html, StringComparison.Ordinal);
        Assert.Empty(Work.Lines("101001"));
        var saved = await People["王芳"].PostWith(Token(kept), Action(kept), Fields(kept, "", ""));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(12_500_000, Assert.Single(Work.Lines("101001")).Fen);
    }

    [Fact]
    public async Task The_second_step_takes_it_along_too()
    {
        var key = SecondFactorTests.Key().Match((await People["王芳"].Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await People["王芳"].Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        var second = await SignIn(await Typed(), WorkbenchFixture.Password);
        Assert.Contains("name=\"kept:fen\" value=\"12.5\"", second.Html, StringComparison.Ordinal);
        var kept = await People["王芳"].PostWith(Token(second), Action(second), [.. Fields(second, "kept:", "kept:"), ("code", SecondFactorTests.Digits(key))]);
        Assert.Contains("<li>笔记本</li>", kept.Html, StringComparison.Ordinal);
        await People["王芳"].PostWith(Token(kept), Action(kept), Fields(kept, "", ""));
        Assert.Single(Work.Lines("101001"));
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken_along()
    {
        using var stranger = Work.Client();
        Assert.StartsWith("/work/in?", (await stranger.PostWith("", Spending, Row("12.5"))).Path, StringComparison.Ordinal);
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = Work.Address };
        await browser.GetAsync(new Uri("/work/in", UriKind.Relative), TestContext.Current.CancellationToken);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("fen", "12.5")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Spending) { Content = content, Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("kept:", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_not_taken_along()
    {
        var token = await People["王芳"].AnyToken();
        End();
        var asked = await People["王芳"].PostWith(token, "/work/account", ("do", "password"), ("old", "secret-one-here"), ("password", "secret-two-here"), ("again", "secret-two-here"));
        Assert.Contains("kept:do", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", asked.Html, StringComparison.Ordinal);
    }

    private async Task<Shown> Typed()
    {
        var token = await People["王芳"].AnyToken();
        End();
        return await People["王芳"].PostWith(token, Spending, Row("12.5", "笔记本"));
    }

    private void End() => Work.Site.Accounts.Write(s => s.Run("DELETE FROM work_session"));

    private Task<Shown> SignIn(Shown page, string password) => People["王芳"].PostWith(Token(page), Action(page), [.. Fields(page, "kept:", "kept:"), ("name", "王芳"), ("password", password)]);

    private static string Token(Shown page) => OneToken().Match(page.Html).Groups[1].Value;

    private static string Action(Shown page) => WebUtility.HtmlDecode(MainForm().Match(page.Html[page.Html.IndexOf("<main", StringComparison.Ordinal)..]).Groups[1].Value);

    private static (string, string)[] Fields(Shown page, string prefix, string kept) =>
        [.. Input().Matches(page.Html[page.Html.IndexOf("<main", StringComparison.Ordinal)..]).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value))).Where(f => f.Item1 != "__RequestVerificationToken" && f.Item1.StartsWith(prefix, StringComparison.Ordinal) && (kept.Length > 0 || !f.Item1.Contains(':', StringComparison.Ordinal))).DistinctBy(f => f.Item1)];

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex OneToken();

    [GeneratedRegex("<form[^>]* action=\"([^\"]+)\"")]
    private static partial Regex MainForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Input();
}
