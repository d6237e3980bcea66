using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Files;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Ledger.Archive;

/// <summary>真实文件：what goes in comes out, of every format.</summary>
public class CorpusTests
{
    [Fact]
    public void Files_made_from_the_archive_are_those_made_from_the_document()
    {
        using var store = Archives.Empty("sqlite");
        var compared = 0;
        foreach (var path in Shared.Corpus())
        {
            var bytes = File.ReadAllBytes(path);
            if (Opening.Bytes(Path.GetFileName(path), bytes).Paper is not { } paper)
            {
                continue;
            }

            var report = Inspector.Check(Reader.Read(paper, Documents.Library), Documents.Library);
            store.File(f => f.Add(new Submission(report, path, bytes, [])));
            var restored = store.Read(a => DocumentFiles.Restore(a, a.Document(report.Disclosure.Facts.Id)!));
            // A template that was not filled names nobody, and neither do its files.
            var named = report.Disclosure with { Facts = report.Disclosure.Facts with { Entity = NamedBody.Of(report.Disclosure.Facts.Entity) } };
            Assert.Equal(OpenFigures.Csv(Documents.Library, named), OpenFigures.Csv(Documents.Library, restored));
            Assert.Equal(report.Disclosure.Statements, restored.Statements);
            compared++;
        }

        Assert.InRange(compared, 10, int.MaxValue);
    }
}
