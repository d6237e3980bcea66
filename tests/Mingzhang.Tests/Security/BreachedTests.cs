using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Tests.Workbench;
using Mingzhang.Workbench.Accounts;
using AppCommand = Mingzhang.Tests.App.Command;

namespace Mingzhang.Tests.Security;

/// <summary>泄露过的口令：what stands in the operator's list is not taken, however the list is kept, and a list that would find nothing is refused.</summary>
public sealed class BreachedTests : IDisposable
{
    private const string Known = "correct horse battery staple";

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_of_thousands_is_found_in_a_file_and_nothing_else()
    {
        var file = Path.Combine(_folder, "list.txt");
        var plain = Path.Combine(_folder, "plain.txt");
        var all = Enumerable.Range(0, 3000).Select(i => $"leaked-{i}").Append(Known).Append("口令在泄露的清单里").ToList();
        File.WriteAllLines(plain, all.Concat(all.Take(10)));
        Assert.Equal(0, AppCommand.Run("accounts", "breached", plain, "-o", file).Code);
        var list = BreachedPasswords.Open(file, out var problem);
        Assert.Null(problem);
        Assert.Equal(all.Count, File.ReadLines(file).Count());
        Assert.All(all, p => Assert.True(list!.Holds(p), p));
        Assert.All(Enumerable.Range(3000, 500), i => Assert.False(list!.Holds($"leaked-{i}")));
        Assert.DoesNotContain(Known, File.ReadAllText(file), StringComparison.Ordinal);

        // As Have I Been Pwned writes them: with counts, by Windows' ends of lines, in small letters, and as ranges.
        var counted = Path.Combine(_folder, "counted.txt");
        File.WriteAllText(counted, string.Concat(File.ReadLines(file).Select(h => h.ToLowerInvariant() + ":17\r\n")));
        Assert.True(BreachedPasswords.Open(counted, out _)!.Holds(Known));
        var ranges = Directory.CreateDirectory(Path.Combine(_folder, "ranges")).FullName;
        foreach (var range in File.ReadLines(file).GroupBy(h => h[..5]))
        {
            File.WriteAllLines(Path.Combine(ranges, range.Key + ".txt"), range.Select(h => h[5..] + ":2"));
        }

        Assert.All(all, p => Assert.True(BreachedPasswords.Open(ranges, out _)!.Holds(p), p));
        Assert.False(BreachedPasswords.Open(ranges, out _)!.Holds("not in it at all"));
    }

    [Fact]
    public void What_is_no_list_in_order_is_refused_at_the_start()
    {
        var file = Path.Combine(_folder, "list.txt");
        var hashes = Enumerable.Range(0, 500).Select(i => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"{i}")))[..40]).ToList();
        foreach (var text in new[] { "", "password\n123456\n", string.Join('\n', hashes), new string('A', 5000) })
        {
            File.WriteAllText(file, text);
            Assert.Null(BreachedPasswords.Open(file, out var problem));
            Assert.Contains("泄露口令的清单", problem!.Message.Chinese, StringComparison.Ordinal);
        }

        Assert.Null(BreachedPasswords.Open(Path.Combine(_folder, "absent"), out _));
        Assert.Null(BreachedPasswords.Open(_folder, out _));
        Assert.Equal(2, AppCommand.Run("serve", "--breached", file, "--database", Path.Combine(_folder, "x.db")).Code);
    }

    [Fact]
    public async Task A_password_of_the_list_is_not_taken_and_the_reason_is_told_in_both_languages()
    {
        var file = Path.Combine(_folder, "list.txt");
        File.WriteAllLines(file, BreachedPasswords.Of([Known]));
        await using var work = new WorkbenchFixture { Settings = new() { SecondStep = SecondStep.Nobody, Breached = BreachedPasswords.Open(file, out _) } };
        await work.InitializeAsync();
        using var office = work.Client();
        await office.First(work.Site.FirstCode, "李明");
        var refused = await Change(office, "/work/account", Known);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("在公开的泄露清单中", refused.Html, StringComparison.Ordinal);
        Assert.Contains("强度: <b>强</b>", refused.Html, StringComparison.Ordinal);
        Assert.Contains("in a list of breaches", (await Change(office, "/work/account?lang=en", Known)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Change(office, "/work/account", Known + "s")).Status);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaa", "weak")]
    [InlineData("abcdefghijkl", "weak")]
    [InlineData("jqvxkzwpfbyu", "fair")]
    [InlineData("vier kleine worte", "good")]
    [InlineData("Vier kleine Worte, 7 Zeichen", "strong")]
    [InlineData("云溪区的秋天很长很长", "strong")]
    public void Strength_grows_with_what_has_to_be_guessed(string password, string word) => Assert.Equal(word, PasswordStrength.Word(password));

    [Fact]
    public async Task Fields_of_new_passwords_have_a_meter_and_all_can_be_shown_by_script_only()
    {
        await using var work = new WorkbenchFixture();
        await work.InitializeAsync();
        using var office = work.Client();
        await office.First(work.Site.FirstCode, "李明");
        var own = (await office.Get("/work/account")).Html;
        Assert.Matches("name=\"password\" type=\"password\"[^>]* data-strength=\"弱\\|一般\\|好\\|强\" data-meter=\"强度\"", own);
        Assert.Equal(System.Text.RegularExpressions.Regex.Count(own, "type=\"password\""), System.Text.RegularExpressions.Regex.Count(own, " data-show=\"显示口令\""));
        Assert.Matches("<script src=\"/[^\"]*password[^\"]*\\.js\" defer>", own);
        Assert.DoesNotContain("password", (await office.Get("/work/reports")).Html, StringComparison.Ordinal);
    }

    private static Task<Shown> Change(WorkClient client, string path, string chosen) => client.Post(path, ("do", "password"), ("old", WorkbenchFixture.Password), ("password", chosen), ("again", chosen));
}
