using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Office;
using Mingzhang.Tests.Formats.Archives;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Office;

/// <summary>旧格式：told by their content, converted where LibreOffice is there, and what is said where it is not.</summary>
public class OfficeTests
{
    private static readonly PrintedDisclosure Sample = PrintedDisclosure.Of("sample");

    [Fact]
    public void Formats_are_told_by_content()
    {
        Assert.Equal("rtf", OfficeKind.Of("{\\rtf1\\ansi 预算}"u8)?.Key);
        Assert.Equal("doc", OfficeKind.Of(Compound("Root Entry", "WordDocument"))?.Key);
        Assert.Equal("xls", OfficeKind.Of(Compound("Root Entry", "Workbook"))?.Key);
        Assert.Null(OfficeKind.Of(Compound("Root Entry", "WordDocument2")));
        Assert.Null(OfficeKind.Of("WordDocument"u8));
        Assert.Contains("加密", Opening.Bytes("a.docx", Compound("Root Entry", "EncryptedPackage")).Problem!.Chinese, StringComparison.Ordinal);
        Assert.NotNull(Opening.Bytes("a.doc", Compound("Root Entry", "PowerPoint Document")).Problem);
    }

    [Fact]
    public void Without_the_program_the_remedy_is_told()
    {
        var opened = OfficeFormat.Open("a.doc", "id", Compound("WordDocument"), OfficeKind.Of(Compound("WordDocument"))!, null);
        Assert.Contains("没有安装", opened.Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("另存为 .docx", opened.Remedy!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_does_not_end_is_ended_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        var folder = Directory.CreateTempSubdirectory("mingzhang-slow-").FullName;
        try
        {
            var program = Path.Combine(folder, "soffice");
            File.WriteAllText(program, $"#!/bin/sh\nsleep 100 & echo $! > {folder}/child\npwd > {folder}/where\nwait\n");
            Process.Start("chmod", ["700", program]).WaitForExit();
            var watch = Stopwatch.StartNew();
            Assert.Null(LibreOffice.Convert(program, [1], OfficeKind.Of("{\\rtf"u8)!, TimeSpan.FromSeconds(1)));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
            Assert.False(Directory.Exists(File.ReadAllText(Path.Combine(folder, "where")).Trim()));
            Assert.True(Ended(File.ReadAllText(Path.Combine(folder, "child")).Trim()));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Theory]
    [InlineData("doc", "doc:MS Word 97")]
    [InlineData("odt", "odt")]
    [InlineData("rtf", "rtf:Rich Text Format")]
    public void A_converted_document_says_what_the_text_says(string key, string target)
    {
        var bytes = Press.LibreOffice(new Dictionary<string, string>(StringComparer.Ordinal) { ["sample"] = Sample.Html }, target)["sample"];
        var opened = Opening.Bytes("a", bytes);
        Assert.True(opened.Paper is not null, opened.Problem?.Chinese);
        Assert.Equal((key, "LibreOffice"), (opened.Paper.Format, opened.Paper.Encoding));
        var read = Mingzhang.Documents.Reading.Reader.Read(opened.Paper, Documents.Library);
        Assert.Equal(Statements.Said(Documents.Read(Sample.Text)), Statements.Said(read));
    }

    [Fact]
    public void Damage_is_told()
    {
        Assert.SkipWhen(LibreOffice.Find() is null, "needs soffice, which is not here: apt-get install libreoffice-writer-nogui");
        Assert.NotNull(Opening.Bytes("a.doc", Compound("WordDocument")).Problem);
        Assert.NotNull(Opening.Bytes("a.odt", Zips.Of(Zips.Text("mimetype", "application/vnd.oasis.opendocument.text"))).Problem);
    }

    // One that is dead may wait for its parent to take note.
    private static bool Ended(string process)
    {
        var status = $"/proc/{process}/status";
        return !File.Exists(status) || File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }

    // Only the mark and a directory: enough to be told apart, and nothing to be read.
    private static byte[] Compound(params string[] names)
    {
        var bytes = new byte[512 + (128 * 4)];
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(bytes, 0);
        for (var i = 0; i < names.Length; i++)
        {
            Encoding.Unicode.GetBytes(names[i]).CopyTo(bytes, 512 + (128 * i));
        }

        return bytes;
    }
}
