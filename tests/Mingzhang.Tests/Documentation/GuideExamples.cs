using Mingzhang.Tests.App;

namespace Mingzhang.Tests.Documentation;

/// <summary>指南里的例子：what the guide tells people to type gives what it says.</summary>
public class GuideExamples
{
    private static readonly string Books = Repository.Path("docs", "examples", "books"), Document = Repository.Path("docs", "examples", "yunxi-with-a-mistake.txt");

    [Fact]
    public void The_book_of_the_guide_is_valid_and_printed_in_it_as_it_is()
    {
        Assert.Equal(0, Command.Run("forms", "--books", Books).Code);
        foreach (var guide in new[] { "forms.md", "forms.zh-CN.md" })
        {
            var text = File.ReadAllText(Repository.Path("docs", "guide", guide)).ReplaceLineEndings("\n");
            Assert.Contains(File.ReadAllText(Path.Combine(Books, "yunxi-budget", "table-02.txt")).Trim(), text, StringComparison.Ordinal);
            Assert.Contains(string.Join('\n', File.ReadLines(Path.Combine(Books, "yunxi-budget", "book.txt")).Where(l => !l.StartsWith('#'))).Trim(), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_document_is_read_by_it_and_the_wrong_figure_is_found()
    {
        var (code, output, _) = Command.Run("check", Document, "--books", Books, "--lang", "en");
        Assert.Equal(1, code);
        Assert.Contains("yunxi-budget", output, StringComparison.Ordinal);
        Assert.Contains("0 not understood", output, StringComparison.Ordinal);
        Assert.Contains("prints 50.00; it should most likely be 60.00", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_misprinted_sample_of_the_guide_has_its_mistake()
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-guide-");
        Assert.Equal(0, Command.Run("sample", "--book", "cq-budget", "--damage", "100", "-o", folder.FullName + "/").Code);
        Assert.Equal(1, Command.Run("check", Path.Combine(folder.FullName, "cq-budget-1-2025.txt")).Code);
        folder.Delete(recursive: true);
    }
}
