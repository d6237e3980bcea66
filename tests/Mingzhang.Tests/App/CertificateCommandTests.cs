using Mingzhang.Tests.Certificates;

namespace Mingzhang.Tests.App;

/// <summary>keys、certify 和 verify 命令：a pair of keys, a package, and whether it holds: 0 holds, 1 does not, 2 cannot be said.</summary>
public class CertificateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-certificates").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_certificate_is_issued_and_verified()
    {
        Keys();
        File.WriteAllText(At("a.txt"), Documents.Sample);
        var (code, output, _) = Command.Run("certify", At("a.txt"), "-o", At("c.zip"), "--key", At("k.pem"));
        Assert.Equal(0, code);
        Assert.Contains("项通过", output, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run("certify", At("a.txt"), "-o", At("c.zip"), "--key", At("k.pem")).Code);

        // Checked itself, it is the document that it holds.
        var (clean, report, aside) = Command.Run("check", At("c.zip"));
        Assert.Equal(0, clean);
        Assert.StartsWith("c.zip/documents/1/original.txt", report, StringComparison.Ordinal);
        Assert.Equal("", aside);
        Assert.Equal(0, Command.Run("verify", At("c.zip"), "--key", At("k.public.pem")).Code);
        var unknown = Command.Run("verify", At("c.zip"), "--lang", "en");
        Assert.Equal(0, unknown.Code);
        Assert.Contains("not proven who issued it", unknown.Output, StringComparison.Ordinal);
        Assert.Equal(1, Command.Run("verify", At("c.zip"), "--fingerprint", new string('a', 64)).Code);
        Assert.Equal(2, Command.Run("verify", At("c.zip"), "--fingerprint", "abc").Code);
        Assert.Contains("\"holds\": true", Command.Run("verify", At("c.zip"), "--format", "json").Output, StringComparison.Ordinal);

        var forgery = new Forgery(File.ReadAllBytes(At("c.zip")));
        forgery.Replace("documents/1/figures.csv", ",CNY,", ",USD,");
        File.WriteAllBytes(At("forged.zip"), forgery.Signed(Publisher.Stranger));
        var (found, said, _) = Command.Run("verify", At("forged.zip"));
        Assert.Equal(1, found);
        Assert.Contains("documents/1/figures.csv：与从文件读出的不符，首见于第 2 行", said, StringComparison.Ordinal);
        File.WriteAllBytes(At("half.zip"), File.ReadAllBytes(At("c.zip"))[..500]);
        Assert.Equal(2, Command.Run("verify", At("half.zip")).Code);
        Assert.Equal(2, Command.Run("verify", At("none.zip"), "--format", "json").Code);
    }

    [Fact]
    public void A_number_that_is_changed_in_a_PDF_is_found_though_all_is_signed_anew()
    {
        Keys();
        Command.Run("sample", "-o", At("m.json"));
        var (written, _, why) = Command.Run("write", At("m.json"), "-o", At("a.pdf"));
        Assert.SkipUnless(written == 0, why);
        Assert.Equal(0, Command.Run("certify", At("a.pdf"), "-o", At("c.zip"), "--key", At("k.pem")).Code);
        Assert.Equal(0, Command.Run("verify", At("c.zip"), "--key", At("k.public.pem")).Code);
        var model = File.ReadAllText(At("m.json"));
        var yuan = model.IndexOf("\"yuan\": \"", StringComparison.Ordinal) + 9;
        File.WriteAllText(At("other.json"), model.Insert(yuan, "9"));
        Assert.Equal(0, Command.Run("write", At("other.json"), "-o", At("other.pdf")).Code);
        var forgery = new Forgery(File.ReadAllBytes(At("c.zip"))) { ["documents/1/original.pdf"] = File.ReadAllBytes(At("other.pdf")) };
        File.WriteAllBytes(At("forged.zip"), forgery.Signed(Publisher.Stranger));
        var (code, output, _) = Command.Run("verify", At("forged.zip"));
        Assert.Equal(1, code);
        Assert.Contains("figures.csv", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_for_their_owner_and_never_replaced()
    {
        Keys();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("k.pem")));
        }

        var (pem, pub) = (File.ReadAllText(At("k.pem")), File.ReadAllText(At("k.public.pem")));
        Assert.Equal(2, Command.Run("keys", "new", "-o", At("k.pem")).Code);
        File.Delete(At("k.pem"));
        Assert.Equal(2, Command.Run("keys", "new", "-o", At("k.pem")).Code);
        Assert.False(File.Exists(At("k.pem")));
        Assert.Equal(pub, File.ReadAllText(At("k.public.pem")));
        File.WriteAllText(At("k.pem"), pem);
        var shown = Command.Run("keys", "show", At("k.pem"));
        Assert.StartsWith(pub, shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_signed_with_or_certified_is_told()
    {
        Keys();
        File.WriteAllText(At("a.txt"), Documents.Sample);
        Assert.Contains("公钥，不能签名", Command.Run("certify", At("a.txt"), "-o", At("c.zip"), "--key", At("k.public.pem")).Error, StringComparison.Ordinal);
        Assert.Contains("没有钥匙文件", Command.Run("certify", At("a.txt"), "-o", At("c.zip"), "--key", At("none.pem")).Error, StringComparison.Ordinal);
        Assert.Contains("不是 PEM", Command.Run("certify", At("a.txt"), "-o", At("c.zip"), "--key", At("a.txt")).Error, StringComparison.Ordinal);
        File.WriteAllText(At("b.txt"), "今天天气很好。");
        Assert.Contains("无可证明", Command.Run("certify", At("b.txt"), "-o", At("c.zip"), "--key", At("k.pem")).Error, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run("certify", At("none.txt"), "-o", At("c.zip"), "--key", At("k.pem")).Code);
        File.WriteAllText(At("mingzhang.json"), "{ \"books\": \"own\" }");
        Directory.CreateDirectory(At("own"));
        Assert.Contains("表册", Command.Run("certify", At("a.txt"), "-o", At("c.zip"), "--key", At("k.pem")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("c.zip")));
    }

    private void Keys() => Assert.Equal(0, Command.Run("keys", "new", "-o", At("k.pem")).Code);

    private string At(string name) => Path.Combine(_folder, name);
}
