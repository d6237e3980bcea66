using System.Text;
using System.Text.Json;
using Mingzhang.Tests.Formats.Archives;
using Mingzhang.Tests.Rules;

namespace Mingzhang.Tests.App;

/// <summary>文件的来源：archives of documents and standard input, as a process.</summary>
public sealed class SourceCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void An_archive_is_checked_document_by_document()
    {
        var zip = Write("set.zip", Zips.Of(Zips.Text("好.txt", Documents.Sample), Zips.Text("内/坏.pdf", "%PDF-1.7\n"), Zips.Text("说明.jpg", "x"), Zips.Text("内/错.txt", RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46"))));
        var (code, output, error) = Command.Run("check", zip, "--format", "json");
        Assert.Equal(2, code);
        using var json = JsonDocument.Parse(output);
        var reports = json.RootElement.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(["set.zip/好.txt", "set.zip/内/错.txt"], reports.Select(r => r.GetProperty("document").GetProperty("name").GetString()));
        Assert.Contains("set.zip/内/坏.pdf", error, StringComparison.Ordinal);
        Assert.Contains("说明.jpg", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_with_one_document_acts_like_the_document()
    {
        var (code, output, _) = Command.Run("check", Write("one.zip", Zips.Of(Zips.Text("好.txt", Documents.Sample))));
        Assert.Equal(0, code);
        Assert.Contains("没有发现问题", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dash_is_standard_input()
    {
        Assert.Equal(0, Command.Given(Encoding.UTF8.GetBytes(Documents.Sample), "check", "-").Code);
        Assert.Equal(0, Command.Given(Zips.Of(Zips.Text("好.txt", Documents.Sample)), "check", "-").Code);
        Assert.Equal(2, Command.Given([], "check", "-").Code);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
