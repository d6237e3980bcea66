using BenchmarkDotNet.Attributes;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;

namespace Mingzhang.Bench;

/// <summary>写一份二十五页的公开文本，热：from the draft in one format; "all" is every format.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private readonly LongDisclosure _long = LongDisclosure.Make();

    /// <summary>格式。</summary>
    [Params(".txt", ".md", ".html", ".docx", ".xlsx", ".pdf", ".csv", ".json", ".zip", "all")]
    public string Format { get; set; } = "";

    [Benchmark]
    public int Write()
    {
        var written = Written.Of(Library.Standard, Composer.Compose(Library.Standard, _long.Book, _long.Draft));
        return WrittenFormats.All.Where(f => Format == "all" || f.Extension == Format).Sum(f => f.Write(written).Bytes!.Length);
    }
}
