using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench;

/// <summary>上传的文件的审核：any format is checked and shown at its place, each finding is decided with who, when and why; what is hostile or not one's own is refused.</summary>
public partial class UploadReviewTests : IAsyncLifetime
{
    private static readonly string List = WorkbenchFixture.At("/work/review/uploads");
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public UploadReviewTests()
        : this("sqlite")
    {
    }

    protected UploadReviewTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".docx")]
    [InlineData(".html")]
    public async Task A_document_is_shown_at_the_place_of_each_finding(string extension)
    {
        var sheet = await Uploaded("陈静", extension);
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.Contains("98,765.43", sheet.Html, StringComparison.Ordinal);
        Assert.Contains(extension == ".pdf" ? "class=\"boxed\"" : "<mark>98,765.43</mark>", sheet.Html, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\"", sheet.Html, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", (await _people["陈静"].Get(sheet.Path.Split('?')[0] + "?at=2")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_finding_is_decided_with_a_reason_and_the_notice_says_what_to_mend()
    {
        var path = (await Uploaded("陈静", ".docx")).Path.Split('?')[0];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("陈静", path, ("do", "finish"))).Status);
        var findings = await Findings("陈静", path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("陈静", path, ("do", "dismissed"), ("finding", findings[0]), ("reason", " "))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send("陈静", path, ("do", "accepted"), ("finding", "no-such"))).Status);
        await Send("陈静", path, ("do", "accepted"), ("finding", findings[0]), ("reason", "=HYPERLINK(\"x\")"));
        foreach (var finding in findings.Skip(1))
        {
            await Send("陈静", path, ("do", "dismissed"), ("finding", finding), ("reason", "附件另有说明"));
        }

        Assert.Equal(HttpStatusCode.OK, (await Send("陈静", path, ("do", "finish"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send("陈静", path, ("do", "withdrawn"), ("finding", findings[0]))).Status);
        var notice = (await _people["陈静"].Get(path + "/notice")).Html;
        Assert.All(["以下 1 处请改正", "附件另有说明", "陈静"], t => Assert.Contains(t, notice, StringComparison.Ordinal));
        var rows = Encoding.UTF8.GetString(await _people["陈静"].Bytes(path + "/csv"));
        Assert.Contains("'=HYPERLINK", rows, StringComparison.Ordinal);
        Assert.Equal(findings.Count + 2, rows.Split("\r\n").Length);
        Assert.Equal(FaultyDisclosure.Of(".docx"), await _people["陈静"].Bytes(path + "/file"));
        Assert.Contains("审核完成", (await _people["陈静"].Get(List)).Html, StringComparison.Ordinal);
        var book = Mingzhang.Documents.Opening.Bytes("审核.xlsx", await _people["陈静"].Bytes(path + "/xlsx")).Paper!;
        Assert.Equal(findings.Count + 1, book.Blocks.OfType<Mingzhang.Paper.Grid>().Sum(g => g.Rows.Count));
        Assert.Contains(book.Blocks.OfType<Mingzhang.Paper.Grid>().SelectMany(g => g.Rows).SelectMany(r => r.Cells), c => c.Text == "=HYPERLINK(\"x\")");
        var told = _work.Site.With(s => s.Read(r => Mingzhang.Ledger.Journal.JournalTable.OfKind(r.Statements, Organisations.CommonChain, "verdict")));
        Assert.Equal(findings.Count + 1, told.Count);
        Assert.All(told, e => Assert.Equal("陈静", e.Who));
        Assert.Contains("said: accepted\n", told[0].Became, StringComparison.Ordinal);
        Assert.Contains("said: finished\n", told[^1].Became, StringComparison.Ordinal);
        Assert.Contains("附件另有说明", (await _people["李明"].Get("/work/settings/journal?object=verdict")).Html, StringComparison.Ordinal);
        Assert.Empty(_work.Site.With(Mingzhang.Ledger.Journal.Verification.Of).Faults);
        await Send("陈静", path, ("do", "open"));
        Assert.Contains("审核中", (await _people["陈静"].Get(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_reviews_its_own_and_nobody_else_sees_any()
    {
        _work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("钱进", "101", Role.Department))));
        using var department = _work.Client();
        await department.Accept(await _people["李明"].Invite("钱进"));
        var bureau = (await Uploaded("陈静", ".html")).Path.Split('?')[0];
        var own = (await department.Upload(List, "本部门.html", FaultyDisclosure.Of(".html")!, ("scope", "101"))).Path.Split('?')[0];
        Assert.Equal(HttpStatusCode.OK, (await department.Get(own)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _people["陈静"].Get(own)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await department.Get(bureau)).Status);
        Assert.DoesNotContain("sample.html", (await department.Get(List)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await department.Upload(List, "x.html", FaultyDisclosure.Of(".html")!, ("scope", ""))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await department.Upload(List, "x.html", FaultyDisclosure.Of(".html")!, ("scope", "102"))).Status);
        var finding = (await Findings("陈静", bureau))[0];
        foreach (var name in new[] { "王芳", "周瑜", "孙丽" })
        {
            var token = await _people[name].AnyToken();
            Assert.Equal(HttpStatusCode.Forbidden, (await _people[name].Get(List)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await _people[name].PostWith(token, List, ("scope", ""))).Status);
            foreach (var part in new[] { "", "/csv", "/notice", "/file" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await _people[name].Get(bureau + part)).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await _people[name].PostWith(token, bureau, ("do", "accepted"), ("finding", finding))).Status);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await _people["陈静"].PostWith("", bureau, ("do", "accepted"), ("finding", finding))).Status);
    }

    [Fact]
    public async Task An_old_format_is_read_by_the_office_program_of_the_server()
    {
        Assert.SkipWhen(Mingzhang.Documents.Formats.Office.LibreOffice.Find() is null, "needs soffice, which is not here: apt-get install libreoffice-writer-nogui");
        var folder = Mingzhang.Tests.Ledger.Databases.Temporary();
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.html"), FaultyDisclosure.Of(".html")!, TestContext.Current.CancellationToken);
        using (var office = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("soffice", ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--infilter=HTML (StarWriter)", "--convert-to", "doc:MS Word 97", "--outdir", folder, Path.Combine(folder, "a.html")]) { RedirectStandardOutput = true, UseShellExecute = false })!)
        {
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var sheet = await _people["陈静"].Upload(List, "旧.wps", await File.ReadAllBytesAsync(Path.Combine(folder, "a.doc"), TestContext.Current.CancellationToken), ("scope", ""));
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.Contains("98,765.43", sheet.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hostile_is_refused_with_words_and_not_kept()
    {
        foreach (var (name, bytes) in new[] { ("空.pdf", Array.Empty<byte>()), ("假.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\ntrailer << /Root 1 0 R >>")), ("假.docx", Encoding.ASCII.GetBytes("PK\u0003\u0004 no more")), ("bomb.docx", Bomb()), ("旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]) })
        {
            var answer = await _people["陈静"].Upload(List, name, bytes, ("scope", ""));
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, name + " " + answer.Status);
            Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
        }

        Assert.Contains("还没有上传的文件", (await _people["陈静"].Get(List)).Html, StringComparison.Ordinal);
        var shown = await _people["陈静"].Upload(List, "..\\..\\<script>\u202e.html", Encoding.UTF8.GetBytes("<script>alert(1)</script><p>云溪区科技局2026年部门预算 &lt;script&gt;alert(2)&lt;/script&gt; 【待填】</p>"), ("scope", ""));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.DoesNotContain("<script>alert", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", shown.Html, StringComparison.Ordinal);
    }

    private async Task<Shown> Uploaded(string name, string extension)
    {
        Assert.SkipWhen(FaultyDisclosure.Of(extension) is null, "needs a Chinese font to write " + extension);
        return await _people[name].Upload(List, "sample" + extension, FaultyDisclosure.Of(extension)!, ("scope", ""));
    }

    private async Task<Shown> Send(string name, string path, params (string, string)[] fields) => await _people[name].PostWith(await _people[name].AnyToken(), path, fields);

    // Each finding's own page holds its form.
    private async Task<List<string>> Findings(string name, string path)
    {
        var first = (await _people[name].Get(path)).Html;
        var count = int.Parse(Count().Match(first).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var ids = new List<string>();
        for (var i = 1; i <= count; i++)
        {
            ids.Add(Id().Match((await _people[name].Get(path + "?at=" + i.ToString(System.Globalization.CultureInfo.InvariantCulture))).Html).Groups[1].Value);
        }

        return ids;
    }

    // A document of a gigabyte of nothing in a few hundred kilobytes.
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 1024; i++)
            {
                part.Write(spaces);
            }
        }

        return stream.ToArray();
    }

    [GeneratedRegex("<b>1 / (\\d+)</b>")]
    private static partial Regex Count();

    [GeneratedRegex("name=\"finding\" value=\"([^\"]+)\"")]
    private static partial Regex Id();
}
