using System.Text;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字符集：the code pages of the runtime; unknown bytes give U+FFFD.</summary>
internal static class Charsets
{
    public static Encoding Get(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(PdfFont.Unknown)) ?? Encoding.Latin1;
}
