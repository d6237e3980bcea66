namespace Mingzhang.Tests.App;

/// <summary>write、convert 和 sample --book 命令：models become documents, documents other formats, and nothing is replaced unasked.</summary>
public class WritingCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-writing").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_is_read_is_never_replaced_by_its_report()
    {
        var file = Path.Combine(_folder, "own.txt");
        File.WriteAllText(file, Documents.Sample);
        foreach (string[] arguments in new[] { new[] { "check", file, "-o", file }, ["read", file, "-o", file], ["diff", file, file, "-o", file], ["convert", file, file, "--force"] })
        {
            var (code, _, error) = Command.Run(arguments);
            Assert.Equal(2, code);
            Assert.Contains("不能用结果替换它", error, StringComparison.Ordinal);
            Assert.Equal(Documents.Sample, File.ReadAllText(file));
        }
    }

    [Fact]
    public void A_model_is_no_disclosure_and_an_unknown_ending_no_format()
    {
        var model = Path.Combine(_folder, "own.json");
        Assert.Equal(0, Command.Run("sample", "-o", model).Code);
        var (code, _, error) = Command.Run("check", model);
        Assert.Equal(2, code);
        Assert.Contains("mingzhang write", error, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run("sample", "-o", Path.Combine(_folder, "x.foo")).Code);
        Assert.False(File.Exists(Path.Combine(_folder, "x.foo")));
    }

    [Theory]
    [InlineData("--approved", "foo", "不是日期")]
    [InlineData("--lang", "fr", "可用的有 zh、en")]
    [InlineData("--bogus", "", "没有选项“--bogus”")]
    public void Wrong_usage_is_explained_in_Chinese_too(string option, string value, string said) =>
        Assert.Contains(said, Command.Run(["check", "x.txt", option, .. value.Length > 0 ? new[] { value } : []]).Error, StringComparison.Ordinal);

    [Fact]
    public void A_model_is_written_in_every_format_and_reads_back_clean()
    {
        Assert.Equal(0, Command.Run("sample", "--book", "final-accounts", "--seed", "2", "-o", At("m.json")).Code);
        foreach (var name in new[] { "a.docx", "a.xlsx", "a.html" })
        {
            Assert.Equal(0, Command.Run("write", At("m.json"), "-o", At(name)).Code);
            var (code, output, _) = Command.Run("check", At(name));
            Assert.Equal(0, code);
            Assert.Contains("没有发现问题", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_there_is_replaced_only_when_asked()
    {
        File.WriteAllText(At("out.md"), "mine");
        Command.Run("sample", "-o", At("m.json"));
        Assert.Equal(2, Command.Run("write", At("m.json"), "-o", At("out.md")).Code);
        Assert.Equal("mine", File.ReadAllText(At("out.md")));
        Assert.Equal(0, Command.Run("write", At("m.json"), "-o", At("out.md"), "--force").Code);
        Assert.StartsWith("# ", File.ReadAllText(At("out.md")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.partial"));
    }

    [Fact]
    public void A_model_with_gaps_is_only_a_draft()
    {
        Command.Run("sample", "-o", At("m.json"));
        File.WriteAllText(At("m.json"), File.ReadAllText(At("m.json")).Replace("\"duties\"", "\"unknown\"", StringComparison.Ordinal));
        var (code, _, error) = Command.Run("write", At("m.json"), "-o", At("x.html"));
        Assert.Equal(1, code);
        Assert.Contains("职能职责", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("x.html")));
        Assert.Equal(0, Command.Run("write", At("m.json"), "-o", At("x.html"), "--draft").Code);
        Assert.Contains("草稿", File.ReadAllText(At("x.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_model_and_an_unknown_ending_are_told()
    {
        File.WriteAllText(At("bad.json"), "{}");
        var (code, _, error) = Command.Run("write", At("bad.json"), "-o", At("x.docx"));
        Assert.Equal(2, code);
        Assert.Contains("schema", error, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run("write", At("bad.json"), "-o", At("x.exe")).Code);
        Assert.Equal(2, Command.Run("convert", At("none.pdf"), At("x.docx")).Code);
    }

    [Fact]
    public void Sampled_files_say_where_they_are_injured()
    {
        Assert.Equal(0, Command.Run("sample", "--book", "sh-unit-budget", "--count", "2", "--years", "2", "--damage", "50", "-o", At("many/")).Code);
        Assert.Equal(4, Directory.GetFiles(At("many"), "*.txt").Length);
        var damages = File.ReadAllLines(At("many/damage.tsv"));
        Assert.Equal(3, damages.Length);
        Assert.All(damages.Skip(1), d => Assert.True(File.Exists(Path.Combine(At("many"), d.Split('\t')[0]))));
    }

    [Fact]
    public void A_data_package_is_written_and_checked_like_the_document_that_it_holds()
    {
        Command.Run("sample", "-o", At("m.json"));
        Assert.Equal(0, Command.Run("write", At("m.json"), "-o", At("d.zip")).Code);
        Assert.Equal(0, Command.Run("write", At("d.zip"), "-o", At("x.docx")).Code);
        Assert.Contains("没有发现问题", Command.Run("check", At("x.docx")).Output, StringComparison.Ordinal);
        Assert.Contains("没有发现问题", Command.Run("check", At("d.zip")).Output, StringComparison.Ordinal);
        using (var zip = System.IO.Compression.ZipFile.Open(At("d.zip"), System.IO.Compression.ZipArchiveMode.Update))
        {
            zip.GetEntry("codes.csv")!.Delete();
            using var stream = zip.CreateEntry("codes.csv").Open();
            stream.Write("x"u8);
        }

        var (code, _, error) = Command.Run("write", At("d.zip"), "-o", At("y.docx"));
        Assert.Equal(2, code);
        Assert.Contains("codes.csv 与校验和不符", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_data_without_the_text_are_refused_with_the_remedy()
    {
        Command.Run("sample", "-o", At("m.json"));
        foreach (var name in new[] { "f.csv", "f.json", "f.sqlite" })
        {
            Assert.Equal(0, Command.Run("write", At("m.json"), "-o", At(name)).Code);
            var (code, _, error) = Command.Run("check", At(name));
            Assert.Equal(2, code);
            Assert.Contains("数据包", error, StringComparison.Ordinal);
            Assert.Equal(2, Command.Run("write", At(name), "-o", At("x.txt")).Code);
        }

        using (var zip = System.IO.Compression.ZipFile.OpenRead(Zipped()))
        {
            foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(entry.Open());
                Assert.Equal(Mingzhang.Documents.OwnDataKind.Figures, Mingzhang.Documents.OwnData.Kind(reader.ReadToEnd()));
            }
        }

        string Zipped()
        {
            Command.Run("write", At("m.json"), "-o", At("d.zip"));
            return At("d.zip");
        }
    }

    [Theory]
    [InlineData("sample", "-o", "mine.txt")]
    [InlineData("sample", "-o", "mine.docx")]
    [InlineData("sample", "--book", "final-accounts", "--seed", "1", "-o", "many/")]
    public void A_sample_replaces_nothing_unasked(params string[] arguments)
    {
        arguments[^1] = At(arguments[^1]);
        var file = arguments[^1].EndsWith('/') ? Path.Combine(arguments[^1], "sample.txt") : arguments[^1];
        if (arguments[^1].EndsWith('/'))
        {
            Assert.Equal(0, Command.Run(arguments).Code);
            file = Assert.Single(Directory.GetFiles(arguments[^1]));
        }

        File.WriteAllText(file, "mine");
        var (code, _, error) = Command.Run(arguments);
        Assert.Equal(2, code);
        Assert.Contains("--force", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal(0, Command.Run([.. arguments, "--force"]).Code);
        Assert.NotEqual("mine", File.ReadAllText(file));
    }

    [Fact]
    public void A_document_is_converted_as_it_stands()
    {
        File.WriteAllText(At("in.txt"), Documents.Sample);
        Assert.Equal(0, Command.Run("convert", At("in.txt"), At("out.docx")).Code);
        Assert.Contains("没有发现问题", Command.Run("check", At("out.docx")).Output, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
