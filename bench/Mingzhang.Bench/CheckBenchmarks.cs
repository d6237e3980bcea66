using BenchmarkDotNet.Attributes;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sample;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Bench;

/// <summary>检查一份文件，热: opening, reading and checking. MINGZHANG_DOCUMENT names a file; without it the sample is checked.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private byte[] _bytes = [];

    [GlobalSetup]
    public void Setup()
    {
        var library = Library.Standard;
        _bytes = Environment.GetEnvironmentVariable("MINGZHANG_DOCUMENT") is { } path
            ? File.ReadAllBytes(path)
            : System.Text.Encoding.UTF8.GetBytes(DisclosureText.Write(library, library.Book(SampleDraft.Book)!, SampleDraft.Build(library)));
    }

    [Benchmark]
    public int Read() => Reader.Read(Opening.Bytes("document.txt", _bytes).Paper!, Library.Standard).Statements.Count;

    [Benchmark]
    public int ReadAndCheck() => Inspector.Check(Reader.Read(Opening.Bytes("document.txt", _bytes).Paper!, Library.Standard), Library.Standard).Checks.Count;
}
