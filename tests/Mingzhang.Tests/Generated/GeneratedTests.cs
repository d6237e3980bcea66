using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;

namespace Mingzhang.Tests.Generated;

/// <summary>无误的文件没有问题：sound disclosures of random budgets, printed by the writer in rounded 万元: not one finding. MINGZHANG_GENERATED
/// is their number.</summary>
public class GeneratedTests
{
    private const int Few = 60;

    [Fact]
    public void Sound_generated_disclosures_have_no_finding()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_GENERATED"), CultureInfo.InvariantCulture, out var n) ? n : Few;
        var book = Documents.Library.Book("cq-budget")!;
        var reports = Enumerable.Range(1, count).AsParallel().AsOrdered().Select(seed => Documents.Check(DisclosureText.Write(Documents.Library, book, GeneratedDraft.Build(seed)))).ToList();
        var wrong = reports.SelectMany((r, i) => r.Findings.Select(f => string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {f.Template} {f.Message.Chinese}"))).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)) + $"\n{wrong.Count} findings");
        Assert.True(reports.Sum(r => r.Checks.Count(c => c.Outcome == Outcome.HeldWithinRounding)) > 10 * count, "rounding gaps must occur");
        Assert.All(reports, r => Assert.Empty(r.Disclosure.Unbound));
    }
}
