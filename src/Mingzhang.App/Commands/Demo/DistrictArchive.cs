using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;
using Mingzhang.Rules;

namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区的档案：what the district published, read and checked like any document from outside and filed with its two dates, so that the portal shows it.</summary>
internal sealed class DistrictArchive
{
    private readonly List<Task<Submission>> _documents = [];

    /// <summary>公开的文件名。</summary>
    public static string NameOf(PublishedDocument published) =>
        string.Create(CultureInfo.InvariantCulture, $"{published.Department}_{published.Year}年{(published.Composed.Title.Contains("单位", StringComparison.Ordinal) ? "单位" : "部门")}{(published.Final ? "决算" : "预算")}_{published.Day:yyyy-MM-dd}.txt");

    /// <summary>公开的文字。</summary>
    public static byte[] BytesOf(PublishedDocument published) => Encoding.UTF8.GetBytes(ComposedText.Write(published.Composed));

    /// <summary>收下一份: it is read and checked while the district goes on.</summary>
    public void Add(PublishedDocument published, Library library)
    {
        var (name, bytes, settings) = (NameOf(published), BytesOf(published), CheckSettings.None with { ApprovedOn = published.Replied, PublishedOn = published.Day });
        _documents.Add(Task.Run(() => new Submission(Inspector.Check(Reader.Read(Opening.Bytes(name, bytes).Paper!, library), library, settings), name, bytes, [])));
    }

    /// <summary>建立云溪区，归入其全部公开文件; what could not be done, empty where all was.</summary>
    public static IReadOnlyList<string> Build(Store ledger, ArchiveStore archive, DemoClock clock, int seed, Action<PublishedDocument> published)
    {
        var filing = new DistrictArchive();
        var refused = District.Build(ledger, clock, Library.Standard, seed, document =>
        {
            filing.Add(document, Library.Standard);
            published(document);
        });
        filing.File(archive);
        return refused;
    }

    /// <summary>全部归入, in the order in which they were published; in one transaction.</summary>
    public void File(ArchiveStore store)
    {
        var filed = _documents.ConvertAll(d => d.GetAwaiter().GetResult());
        store.File(filing => filed.ForEach(f => filing.Add(f)));
    }
}
