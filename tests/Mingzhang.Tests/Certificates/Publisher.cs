using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Certificates;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Certificates;

/// <summary>公开单位：a publisher with a key, and a stranger with another; a document with one error that stands and one finding that is waived.</summary>
internal static class Publisher
{
    public const string Tool = "1.2.3";

    public static DateOnly Day { get; } = new(2026, 3, 1);

    public static SigningKey Key { get; } = SigningKey.Create();

    public static SigningKey Stranger { get; } = SigningKey.Create();

    /// <summary>The sample with one amount of its text changed and the name of a code misspelt in a sentence.</summary>
    public static string Text { get; } = Injured();

    public static GivenDocument Document(CheckSettings? settings = null, string? text = null) => new("预算.txt", Encoding.UTF8.GetBytes(text ?? Text), settings ?? Waived("上级批复时如此"), ReadingChoice.None);

    public static CheckSettings Waived(string reason) => CheckSettings.None with
    {
        Waivers = [new Waiver { Rule = Mended.Rule, Finding = Mended.Id, Reason = reason, Date = new DateOnly(2026, 2, 1), By = "张三" }, new Waiver { Rule = "MZ408", Document = "别的.pdf", Reason = "与此无关", Date = new DateOnly(2026, 2, 1) }],
    };

    public static byte[] Certificate(SigningKey? key = null, params GivenDocument[] documents) =>
        Certifying.Of(Documents.Library, new CertificateRequest(documents.Length > 0 ? documents : [Document()], Day, Tool), key ?? Key).Bytes!;

    public static Verified Verify(byte[] package, string? expected = null) => Verification.Of(Documents.Library, CertificatePackage.Open(package, out _)!, expected, Tool);

    private static Finding Mended { get; } = Documents.Check(Text, "预算.txt").Findings[^1];

    private static string Injured()
    {
        var lines = Documents.Sample.Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("201\t", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("984.83", "1,984.83", StringComparison.Ordinal);
        return string.Join('\n', lines).Replace("。", "。。", StringComparison.Ordinal);
    }
}
