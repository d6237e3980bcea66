using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sample;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Tests;

/// <summary>小文件：documents as text, read and checked in memory.</summary>
internal static class Documents
{
    public static Library Library => Library.Standard;

    public static Disclosure Read(string text, string name = "test.txt") => Reader.Read(Opening.Bytes(name, Encoding.UTF8.GetBytes(text)).Paper!, Library);

    public static Report Check(string text, ReadingChoice choice) => Inspector.Check(Reader.Read(Opening.Bytes("test.txt", Encoding.UTF8.GetBytes(text)).Paper!, Library, choice), Library);

    public static Report Check(string text, string name = "test.txt") => Inspector.Check(Read(text, name), Library);

    public static IReadOnlyList<Finding> Findings(string text, string rule) => [.. Check(text).Findings.Where(f => f.Rule == rule)];

    /// <summary>The sample disclosure of the fictional department.</summary>
    public static string Sample { get; } = DisclosureText.Write(Library.Standard, Library.Standard.Book("cq-budget")!, SampleDraft.Build(Library.Standard));

    public static Point Point(string coordinates) => Library.Space.Parse(coordinates, out _)!;
}
