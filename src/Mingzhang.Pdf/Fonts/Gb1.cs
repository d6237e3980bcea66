using System.Text;

namespace Mingzhang.Pdf.Fonts;

/// <summary>国标字形号（Adobe-GB1）：the text of a CID where nothing else tells it. The CIDs follow GB 2312 row by row, so that a few starts are
/// enough; the rarer characters of GBK, which are scattered, stay unknown.</summary>
internal static class Gb1
{
    private const int Row = 94;
    private static readonly Encoding Gbk = Charsets.Get(936);

    // CIDs that begin a row or a part of a row, in their order, and the GB 2312 code that they begin with.
    private static readonly (int Cid, int Code)[] Starts =
    [
        (96, 0xa1a1), (190, 0xa2b1), (240, 0xa2e5), (250, 0xa2f1), (262, 0xa3a1), (356, 0xa4a1), (439, 0xa5a1), (525, 0xa6a1), (549, 0xa6c1),
        (602, 0xa7a1), (635, 0xa7d1), (668, 0xa8a1), (700, 0xa8c5), (738, 0xa9a4),
    ];

    private const int FirstLatin = 1;
    private const int HalfLatin = 814;
    private const int HalfSpace = 7716;
    private const int Common = 940;
    private const int Rare = 4695;
    private const int RareEnd = 7703;

    /// <summary>一个字形号的文字：null where it is not known.</summary>
    public static string? Text(int cid) => cid switch
    {
        HalfSpace => " ",
        >= FirstLatin and <= FirstLatin + '~' - ' ' => ((char)(cid - FirstLatin + ' ')).ToString(),
        >= HalfLatin and < HalfLatin + Row => ((char)(cid - HalfLatin + '!')).ToString(),
        >= Common and < Rare => Ideograph(0xb0, cid - Common),
        >= Rare and < RareEnd => Ideograph(0xd8, cid - Rare),
        >= 96 and < HalfLatin => Symbol(cid),
        _ => null,
    };

    private static string Ideograph(int row, int index) => Decode((byte)(row + (index / Row)), (byte)(0xa1 + (index % Row)));

    private static string Symbol(int cid)
    {
        var start = Array.FindLast(Starts, s => s.Cid <= cid);
        var code = start.Code + cid - start.Cid;
        return Decode((byte)(code >> 8), (byte)(code & 0xff));
    }

    private static string Decode(byte row, byte cell) => Gbk.GetString([row, cell]);
}
