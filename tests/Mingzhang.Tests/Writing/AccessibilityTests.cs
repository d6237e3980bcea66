using System.Text.RegularExpressions;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Writing;

/// <summary>无障碍：the written page in a browser, examined by axe-core; skipped where it is not installed.</summary>
public partial class AccessibilityTests
{
    public static TheoryData<string> Books => [.. Documents.Library.Books.Where(b => b.Print is not null).Select(b => b.Key)];

    [Theory]
    [MemberData(nameof(Books))]
    public void A_written_page_has_no_violation(string key)
    {
        var axe = Repository.Path("build", "tools", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(axe), "needs axe-core, which is not here: npm install --prefix build/tools axe-core@4.14.1");
        var book = Documents.Library.Book(key)!;
        var draft = Sampler.Draft(Documents.Library, book, 2);
        foreach (var words in new[] { draft.Words, new Dictionary<string, string>(StringComparer.Ordinal) })
        {
            // Its own answer becomes the page, as text.
            const string Run = "axe.run(document,{resultTypes:['violations']}).then(r=>{document.documentElement.innerHTML='<body><pre id=r></pre></body>';document.getElementById('r').textContent='AXE:'+r.violations.map(v=>v.id+' '+v.help+' '+v.nodes.length).join(';')+':END'})";
            var page = ComposedHtml.Write(Composer.Compose(Documents.Library, book, draft with { Words = words }));
            var result = Press.Dom(page.Replace("</body>", "<script>" + File.ReadAllText(axe).Replace("</script", "<\\/script", StringComparison.Ordinal) + "</script><script>" + Run + "</script></body>", StringComparison.Ordinal));
            Assert.Equal("", Violations().Match(result) is { Success: true } found ? found.Groups[1].Value : "axe did not answer");
        }
    }

    [GeneratedRegex("AXE:(.*?):END", RegexOptions.Singleline)]
    private static partial Regex Violations();
}
