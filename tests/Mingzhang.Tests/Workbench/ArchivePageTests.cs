using System.IO.Compression;
using System.Net;
using System.Text;
using Mingzhang.Publishing.Archiving;

namespace Mingzhang.Tests.Workbench;

/// <summary>归档外来的公开文本：several files or a zip, each told what became of it; what is too much, or is no disclosure, is refused in words and nothing half-filed.</summary>
public class ArchivePageTests : IAsyncLifetime
{
    private const string Page = "/work/settings/archive";
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public ArchivePageTests()
        : this("sqlite")
    {
    }

    protected ArchivePageTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    private static byte[] Sample => Encoding.UTF8.GetBytes(Documents.Sample);

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

    [Fact]
    public async Task Files_and_a_zip_are_filed_and_the_portal_shows_them_at_once()
    {
        var faulty = FaultyDisclosure.Of(".docx")!;
        var zip = Zip(("旧年/样本.txt", Sample), ("旧年/照片.jpg", [0xFF, 0xD8, 1, 2, 3]), ("旧年/信.txt", Encoding.UTF8.GetBytes("一封普通的信，没有数字。\n")));
        var told = await _people["李明"].UploadAll(Page, [("公开.docx", faulty), ("一包.zip", zip)]);
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Contains("归入 2 份，此前已有 0 份，未能归入 2 份", told.Html, StringComparison.Ordinal);
        Assert.Contains("不像预决算公开文本", told.Html, StringComparison.Ordinal);
        Assert.Contains("不是可读的格式", told.Html, StringComparison.Ordinal);
        Assert.Contains("一包.zip/旧年/样本.txt", told.Html, StringComparison.Ordinal);
        Assert.Equal(2, _work.Site.Archive.Read(a => a.Documents((int?)null)).Count);
        using var reader = _work.Client();
        foreach (var document in _work.Site.Archive.Read(a => a.Documents((int?)null)))
        {
            Assert.Contains(document.Hash[..16], told.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await reader.Get("/r/" + document.Hash[..16])).Status);
        }

        Assert.Equal(2, _work.Site.Accounts.Read(s => s.Rows("SELECT about FROM work_log WHERE what = 'archive' AND who = '李明'", r => r.GetString(0))).Count);
        Assert.Contains("归入 0 份，此前已有 2 份", (await _people["李明"].UploadAll(Page, [("另名.docx", faulty), ("样本.txt", Sample)])).Html, StringComparison.Ordinal);
        Assert.Contains("filed, 1 known before", (await _people["李明"].UploadAll(Page + "?lang=en", [("样本.txt", Sample), ("样本.txt", Encoding.UTF8.GetBytes(Documents.Sample + "\n联系电话：023-00000000\n"))])).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_or_too_large_or_hostile_is_refused_in_words_and_nothing_is_filed()
    {
        var many = await _people["李明"].UploadAll(Page, [.. Enumerable.Range(0, 501).Select(i => ($"{i}.txt", "x"u8.ToArray()))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
        Assert.Contains("一次至多 500 份，这里有 501 份", many.Html, StringComparison.Ordinal);
        var hostile = await _people["李明"].UploadAll(Page, [("..\\..\\<script>.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\ntrailer << /Root 1 0 R >>")), ("假.docx", Encoding.ASCII.GetBytes("PK\u0003\u0004 no more"))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hostile.Status);
        Assert.DoesNotContain("<script>", hostile.Html, StringComparison.Ordinal);
        Assert.Contains("没有选文件", (await _people["李明"].UploadAll(Page, [("空.pdf", [])])).Html, StringComparison.Ordinal);
        Assert.Empty(_work.Site.Archive.Read(a => a.Documents((int?)null)));
    }

    [Fact]
    public async Task More_than_a_request_waits_for_is_filed_in_the_background_and_each_file_is_told()
    {
        var zip = Zip([.. Enumerable.Range(0, 25).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(Documents.Sample + "\n" + i)))]);
        var asked = await _people["李明"].UploadAll(Page, [("多.zip", zip), ("不是.txt", "没有内容"u8.ToArray())]);
        Assert.StartsWith("/work/jobs/", asked.Path, StringComparison.Ordinal);
        await _work.JobsEnded();
        var told = (await _people["李明"].Get(asked.Path)).Html;
        Assert.Contains("归入 25 份，此前已有 0 份，未能归入 0 份", told, StringComparison.Ordinal);
        Assert.Contains("未能归入 1 份: 不是.txt", told, StringComparison.Ordinal);
        Assert.Single(_work.Site.Archive.Read(a => a.Documents((int?)null)));
        Assert.Null(_work.Site.Jobs.Rows.File(asked.Path.Split('/')[3], 0));
    }

    [Fact]
    public async Task More_bytes_than_a_form_may_hold_are_answered_with_the_bound()
    {
        var large = await _people["陈静"].UploadAll(WorkbenchFixture.At("/work/review/uploads"), [("大.pdf", new byte[31 * 1024 * 1024])], ("scope", ""));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("发来约 32 MB，一次至多 30 MB。什么也没有保存", large.Html, StringComparison.Ordinal);
        var archive = await _people["李明"].UploadAll(Page, [("大.pdf", new byte[101 * 1024 * 1024])]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, archive.Status);
        Assert.Contains("一次至多 100 MB", archive.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_keeper_of_the_whole_ledger_files()
    {
        foreach (var name in new[] { "王芳", "陈静", "周瑜", "孙丽" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await _people[name].Get(Page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await _people[name].PostWith(await _people[name].AnyToken(), Page)).Status);
        }
    }

    [Fact]
    public void A_run_tells_how_far_it_is_and_files_nothing_when_it_is_stopped()
    {
        var told = new List<string>();
        using var stop = new CancellationTokenSource();
        var intake = new ArchiveIntake(_work.Site.Archive, Documents.Library);
        Assert.Throws<OperationCanceledException>(() => intake.Run([new GivenFile("a.txt", Sample), new GivenFile("b.txt", Encoding.UTF8.GetBytes(Documents.Sample + "\n又一份\n"))], p =>
        {
            told.Add($"{p.Done}/{p.All} {p.Name}");
            if (p.Done == 1)
            {
                stop.Cancel();
            }
        }, stop.Token));
        Assert.Equal(["0/2 a.txt", "1/2 b.txt"], told);
        Assert.Empty(_work.Site.Archive.Read(a => a.Documents((int?)null)));
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
