using System.Diagnostics;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>加密：files that qpdf encrypted, with an empty user password and with another.</summary>
public class EncryptionTests
{
    [Theory]
    [InlineData("40")]
    [InlineData("128", "--use-aes=n")]
    [InlineData("128", "--use-aes=n", "--force-V4")]
    [InlineData("128", "--use-aes=y")]
    [InlineData("128", "--use-aes=y", "--cleartext-metadata")]
    [InlineData("256")]
    [InlineData("256", "--force-R5")]
    public void An_empty_user_password_opens(params string[] options)
    {
        var document = PdfDocument.Open(Encrypt("", options, compressed: false));
        Assert.Equal("Hello", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Equal("Secret title", document.Title);
        Assert.Empty(document.Faults);
    }

    [Theory]
    [InlineData("128", "--use-aes=y")]
    [InlineData("256")]
    public void Object_streams_are_encrypted_too_and_found_without_the_table(params string[] options)
    {
        var bytes = Encrypt("", options, compressed: true);
        Assert.Equal("Hello", SmallPdf.Text(bytes));
        var text = System.Text.Encoding.Latin1.GetString(bytes).Replace("startxref\n", "startxref\n9", StringComparison.Ordinal);
        Assert.Equal("Hello", SmallPdf.Text(System.Text.Encoding.Latin1.GetBytes(text)));
    }

    [Theory]
    [InlineData("40")]
    [InlineData("128", "--use-aes=y")]
    [InlineData("256")]
    public void Another_password_is_asked_for(params string[] options) =>
        Assert.Equal(PdfProblem.Encrypted, Assert.Throws<PdfException>(() => PdfDocument.Open(Encrypt("user", options, compressed: false))).Problem);

    [Fact]
    public void A_foreign_handler_is_named()
    {
        var bytes = SmallPdf.OfPage("").Add("<< /Filter /Foreign /V 1 >>").Build("/Encrypt 6 0 R");
        Assert.Equal(PdfProblem.UnsupportedEncryption, Assert.Throws<PdfException>(() => PdfDocument.Open(bytes)).Problem);
    }

    private static byte[] Encrypt(string password, string[] options, bool compressed)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "qpdf"))))
        {
            Assert.Skip("needs qpdf, which is not here");
        }

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "a.pdf"), Path.Combine(folder.FullName, "b.pdf"));
            File.WriteAllBytes(source, SmallPdf.OfPage("BT /F1 10 Tf 20 50 Td (Hello) Tj ET").Add("<< /Title (Secret title) >>").Build("/Info 6 0 R"));
            string[] arguments = [compressed ? "--object-streams=generate" : "--object-streams=disable", "--allow-weak-crypto", "--encrypt", password, "owner", .. options, "--", source, target];
            using var process = Process.Start(new ProcessStartInfo("qpdf", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
            return File.ReadAllBytes(target);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
