using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Ledger.Archive;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>小档案：small archives on both databases.</summary>
internal static class Archives
{
    /// <summary>归入这些文字的档案，在一种新的数据库上或某个地址。</summary>
    public static ArchiveStore Of(string kind, params string[] texts)
    {
        var store = Empty(kind);
        foreach (var text in texts)
        {
            File(store, text);
        }

        return store;
    }

    public static ArchiveStore Empty(string kind)
    {
        var store = ArchiveStore.Open(kind is "sqlite" or "postgres" ? Databases.Fresh(kind) : kind, TimeProvider.System, Documents.Library.Space, create: true, out var problem);
        Assert.Null(problem);
        return store!;
    }

    public static Report File(ArchiveStore store, string text, string name = "test.txt")
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var report = Inspector.Check(Reader.Read(Opening.Bytes(name, bytes).Paper!, Documents.Library), Documents.Library);
        store.File(f => f.Add(new Submission(report, name, bytes, [])));
        return report;
    }

    /// <summary>归入，带批复和公开的日期。</summary>
    public static void File(ArchiveStore store, string text, CheckSettings settings)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        store.File(f => f.Add(new Submission(Inspector.Check(Reader.Read(Opening.Bytes("test.txt", bytes).Paper!, Documents.Library), Documents.Library, settings), "test.txt", bytes, [])));
    }

    /// <summary>归入，主体另行指明: names that no reader would take for one.</summary>
    public static void File(ArchiveStore store, string text, string entity, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var report = Inspector.Check(Reader.Read(Opening.Bytes(name, bytes).Paper!, Documents.Library), Documents.Library);
        var named = report with { Disclosure = report.Disclosure with { Facts = report.Disclosure.Facts with { Entity = entity, Name = name } } };
        store.File(f => f.Add(new Submission(named, name, bytes, [])));
    }

    public static ArchivedDocument Only(ArchiveStore store) => Assert.Single(store.Read(a => a.Documents((int?)null)));
}
