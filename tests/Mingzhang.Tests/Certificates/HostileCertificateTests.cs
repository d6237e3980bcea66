using System.IO.Compression;
using System.Text;
using Mingzhang.Documents.Certificates;

namespace Mingzhang.Tests.Certificates;

/// <summary>来历不明的证书：parts added, missing, twice, with names that climb; bombs and fragments. Nothing throws, all is told.</summary>
public class HostileCertificateTests
{
    private static readonly byte[] Issued = Publisher.Certificate();

    [Theory]
    [InlineData("documents/1/extra.csv")]
    [InlineData("../../etc/passwd")]
    [InlineData("documents\\..\\x.txt")]
    [InlineData("documents/2/figures.csv")]
    [InlineData("documents/1/deeper/figures.csv")]
    [InlineData("Documents/1/FIGURES.csv")]
    [InlineData("readme.html")]
    public void A_part_that_was_added_is_found(string name)
    {
        var forgery = new Forgery(Issued) { [name] = "x"u8.ToArray() };
        Assert.Contains(Publisher.Verify(forgery.Plain()).Alterations, a => a.Kind == AlterationKind.Added);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("documents/2/figures.csv")]
    [InlineData("documents/1/deeper/figures.csv")]
    [InlineData("readme.html")]
    public void A_part_that_is_listed_and_belongs_to_no_document_is_found(string name)
    {
        var forgery = new Forgery(Issued) { [name] = "x"u8.ToArray() };
        Assert.Contains(Publisher.Verify(forgery.Signed(Publisher.Stranger)).Alterations, a => a.Kind == AlterationKind.Added);
    }

    [Theory]
    [InlineData("documents/1/original.txt")]
    [InlineData("documents/1/settings.json")]
    [InlineData("documents/1/checks.csv")]
    [InlineData("documents/1/report.json")]
    public void A_part_that_is_missing_is_found(string name)
    {
        var forgery = new Forgery(Issued);
        Assert.True(forgery.Remove(name));
        Assert.Contains(Publisher.Verify(forgery.Plain()).Alterations, a => a.Kind == AlterationKind.Removed && a.Part == name);
        Assert.False(Publisher.Verify(forgery.Signed(Publisher.Stranger)).Holds);
    }

    [Fact]
    public void A_part_that_is_there_twice_is_found()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Issued);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("documents/1/figures.csv").Open();
            stream.Write("id\r\n"u8);
        }

        Assert.Contains(Publisher.Verify(bytes.ToArray()).Alterations, a => a.Kind == AlterationKind.Added && a.Part == "documents/1/figures.csv");
    }

    [Fact]
    public void A_fragment_is_no_certificate()
    {
        foreach (var length in new[] { 0, 1, 4, 100, Issued.Length / 2, Issued.Length - 1 })
        {
            Assert.Null(CertificatePackage.Open(Issued[..length], out var problem));
            Assert.NotNull(problem);
        }
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Issued);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("documents/1/zeros.csv").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 65; i++)
            {
                stream.Write(zeros);
            }
        }

        Assert.Null(CertificatePackage.Open(bytes.ToArray(), out var problem));
        Assert.Contains("超过上限", problem!.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"schema\": 7}")]
    [InlineData("{\"schema\": \"mingzhang-certificate/1\"}")]
    [InlineData("{\"schema\": \"mingzhang-certificate/9\"}")]
    [InlineData("{\"schema\": \"mingzhang-certificate/1\", \"schema\": \"mingzhang-certificate/1\"}")]
    [InlineData("not json")]
    public void What_is_no_manifest_is_told(string manifest)
    {
        var forgery = new Forgery(Issued) { ["manifest.json"] = Encoding.UTF8.GetBytes(manifest) };
        Assert.Null(CertificatePackage.Open(forgery.Plain(), out var problem));
        Assert.Contains("清单", problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_byte_that_is_changed_is_found_or_of_no_account()
    {
        // Of a package that still verifies as the publisher's, only what no reader looks at can have changed.
        var whole = new Forgery(Issued);
        foreach (var seed in Enumerable.Range(0, 60))
        {
            var bytes = (byte[])Issued.Clone();
            bytes[(int)((long)seed * 7919 * 31 % bytes.Length)] ^= 0x20;
            if (CertificatePackage.Open(bytes, out _) is not { } package || !Verification.Of(Documents.Library, package, Publisher.Key.Public.Fingerprint, Publisher.Tool).Holds)
            {
                continue;
            }

            Assert.All(package.Parts, p => Assert.Equal(whole[p.Key], p.Value));
        }
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_told()
    {
        var forgery = new Forgery(Issued) { ["documents/1/original.txt"] = [0xff, 0xfe, 0xfd, 0, 1, 2, 0xff] };
        Assert.Contains(Publisher.Verify(forgery.Signed(Publisher.Stranger)).Alterations, a => a.Part == "documents/1/original.txt");
        var settings = new Forgery(Issued) { ["documents/1/settings.json"] = "{ \"books\": \"/etc\" }"u8.ToArray() };
        Assert.Contains(Publisher.Verify(settings.Signed(Publisher.Stranger)).Alterations, a => a.What.Chinese.Contains("表册", StringComparison.Ordinal));
    }
}
