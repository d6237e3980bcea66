using System.Text;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>过滤器：each gives the same text, and damaged data give what is left.</summary>
public class FilterTests
{
    private const string Content = "BT /F1 10 Tf 20 50 Td (Hello) Tj ET";
    private static readonly byte[] Plain = Encoding.Latin1.GetBytes(Content);

    [Fact]
    public void Hexadecimal() => Assert.Equal("Hello", Text("/Filter /ASCIIHexDecode", Encoding.Latin1.GetBytes(Convert.ToHexString(Plain) + ">")));

    [Fact]
    public void Run_lengths() => Assert.Equal("Hello", Text("/Filter /RunLengthDecode", [(byte)(Plain.Length - 1), .. Plain, 250, 32, 128]));

    [Fact]
    public void Base_85() => Assert.Equal("Hello", Text("/Filter [/ASCII85Decode]", Encoding.Latin1.GetBytes(Base85(Plain) + "~>")));

    [Fact]
    public void Deflate() => Assert.Equal("Hello", Text("/Filter /FlateDecode", SmallPdf.Deflate(Plain)));

    [Fact]
    public void Deflate_in_hexadecimal() =>
        Assert.Equal("Hello", Text("/Filter [/AHx /Fl]", Encoding.Latin1.GetBytes(Convert.ToHexString(SmallPdf.Deflate(Plain)))));

    [Fact]
    public void LZW() => Assert.Equal("Hello", Text("/Filter /LZWDecode", Lzw(Plain)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Deflate_with_PNG_prediction(byte kind)
    {
        const int row = 7;
        var rows = new List<byte>();
        for (var r = 0; r < Plain.Length; r += row)
        {
            rows.Add(kind);
            for (var i = 0; i < row; i++)
            {
                int At(int back, int up) => i - back < 0 || r - (up * row) < 0 ? 0 : Plain[r - (up * row) + i - back];
                var guess = kind switch { 1 => At(1, 0), 2 => At(0, 1), 3 => (At(1, 0) + At(0, 1)) / 2, 4 => Paeth(At(1, 0), At(0, 1), At(1, 1)), _ => 0 };
                rows.Add(unchecked((byte)(Plain[r + i] - guess)));
            }
        }

        Assert.Equal("Hello", Text("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 7 >>", SmallPdf.Deflate([.. rows])));
    }

    [Fact]
    public void Deflate_with_TIFF_prediction()
    {
        var differences = Plain.Select((b, i) => unchecked((byte)(b - (i % 7 == 0 ? 0 : Plain[i - 1])))).ToArray();
        Assert.Equal("Hello", Text("/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 7 >>", SmallPdf.Deflate(differences)));
    }

    [Fact]
    public void Damaged_data_give_what_came_before_the_damage()
    {
        var random = new Random(1);
        var noise = string.Concat(Enumerable.Range(0, 3000).Select(_ => $"{random.Next(900)} {random.Next(900)} m "));
        var data = SmallPdf.Deflate(Encoding.Latin1.GetBytes($"BT /F1 10 Tf 20 50 Td (Hello) Tj ET {noise}"));
        Assert.Equal("Hello", Text("/Filter /FlateDecode", data[..(data.Length / 2)]));
        data.AsSpan(data.Length / 2, 40).Fill(0xff);
        Assert.Equal("Hello", Text("/Filter /FlateDecode", data));
    }

    [Fact]
    public void A_wrong_checksum_and_leading_line_ends_are_no_matter()
    {
        var data = SmallPdf.Deflate(Plain);
        data[^1] ^= 0xff;
        Assert.Equal("Hello", Text("/Filter /FlateDecode", [13, 10, .. data]));
    }

    [Fact]
    public void An_unknown_filter_is_a_fault_and_no_exception()
    {
        var document = PdfDocument.Open(File("/Filter /NobodyDecode", Plain));
        Assert.Empty(document.ReadPage(1).Glyphs);
        Assert.Contains(document.Faults, f => f is { Kind: PdfFaultKind.UnknownFilter, Page: 1 } && f.Detail.Contains("NobodyDecode", StringComparison.Ordinal));
    }

    private static byte[] File(string filter, byte[] data) => new SmallPdf()
        .Add("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>")
        .Stream(filter, data).Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>").Build();

    private static string Text(string filter, byte[] data) => SmallPdf.Text(File(filter, data));

    private static string Base85(byte[] data)
    {
        var text = new StringBuilder();
        for (var i = 0; i < data.Length; i += 4)
        {
            var count = Math.Min(4, data.Length - i);
            uint value = 0;
            for (var k = 0; k < 4; k++)
            {
                value = (value << 8) | (k < count ? data[i + k] : 0u);
            }

            var digits = new char[5];
            for (var k = 4; k >= 0; k--)
            {
                digits[k] = (char)('!' + (value % 85));
                value /= 85;
            }

            text.Append(digits, 0, count + 1);
        }

        return text.ToString();
    }

    /// <summary>最简单的 LZW：every byte as a code of nine bits, cleared before codes grow; then a repeated stretch.</summary>
    private static byte[] Lzw(byte[] data)
    {
        var bits = new List<bool>();
        void Put(int code) => bits.AddRange(Enumerable.Range(0, 9).Select(i => ((code >> (8 - i)) & 1) == 1));
        Put(256);
        foreach (var b in data)
        {
            Put(b);
        }

        Put(257);
        return [.. bits.Chunk(8).Select(c => (byte)c.Select((bit, i) => bit ? 128 >> i : 0).Sum())];
    }

    private static int Paeth(int a, int b, int c)
    {
        var p = a + b - c;
        return new[] { a, b, c }.MinBy(x => Math.Abs(p - x));
    }
}
