using System.Globalization;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Generated;

/// <summary>各表册写出的文件：sampled drafts of every book: composed without a gap, read back as that book with nothing left over, and not one finding.</summary>
public class BookTests
{
    private const int Few = 20;

    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void Sampled_documents_of_the_book_read_back_and_have_no_finding(string key)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_GENERATED"), CultureInfo.InvariantCulture, out var n) ? n : Few;
        var book = Documents.Library.Book(key)!;
        var wrong = Enumerable.Range(1, count).AsParallel().AsOrdered().SelectMany(seed =>
        {
            var composed = Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, seed));
            var text = ComposedText.Write(composed);
            if (Environment.GetEnvironmentVariable("MINGZHANG_DUMP") is { } folder)
            {
                File.WriteAllText(Path.Combine(folder, $"{key}-{seed}.txt"), text);
            }

            var report = Documents.Check(text);
            return report.Findings.Select(f => $"{f.Rule} {f.Template} {f.Message.Chinese}")
                .Concat(report.Disclosure.Unbound.Select(u => $"unbound {u.Raw} {u.Place.Chinese} {u.Reason.Chinese}"))
                .Concat(composed.Gaps.Select(g => "gap " + g.Key)).Concat(report.Disclosure.Facts.Book == key ? [] : [$"read as {report.Disclosure.Facts.Book}"])
                .Select(w => string.Create(CultureInfo.InvariantCulture, $"{seed}: {w}"));
        }).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)) + $"\n{wrong.Count} findings");
    }
}
