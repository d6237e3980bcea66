using BenchmarkDotNet.Attributes;
using Mingzhang.Pdf;

namespace Mingzhang.Bench;

/// <summary>读一份 PDF，热：glyphs and rulings of all pages. MINGZHANG_PDF names the file.</summary>
[MemoryDiagnoser]
public class PdfBenchmarks
{
    private byte[] _bytes = [];

    [GlobalSetup]
    public void Setup() => _bytes = File.ReadAllBytes(Environment.GetEnvironmentVariable("MINGZHANG_PDF") ?? throw new InvalidOperationException("MINGZHANG_PDF must name a PDF"));

    [Benchmark]
    public int Open() => PdfDocument.Open(_bytes).PageCount;

    [Benchmark]
    public int ReadAllPages() => PdfDocument.Open(_bytes).ReadPages().Sum(p => p.Glyphs.Count + p.Rulings.Count);
}
