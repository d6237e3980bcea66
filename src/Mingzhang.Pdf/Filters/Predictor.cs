using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>预测：rows were stored as differences, in the way of PNG or TIFF.</summary>
internal static class Predictor
{
    public static ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> data, PdfDictionary? parameters, Work work)
    {
        var predictor = parameters?["Predictor"].Integer(1) ?? 1;
        if (predictor < 2 || data.IsEmpty)
        {
            return data;
        }

        var colors = Math.Clamp(parameters!["Colors"].Integer(1), 1, 32);
        var bits = Math.Clamp(parameters["BitsPerComponent"].Integer(8), 1, 16);
        var columns = Math.Clamp(parameters["Columns"].Integer(1), 1, 1 << 20);
        var pixel = Math.Max(1, colors * bits / 8);
        var row = (((long)colors * bits * columns) + 7) / 8;
        work.Decoded(data.Length);
        return predictor == 2 ? Tiff(data, (int)row, bits == 8 ? pixel : 0) : Png(data.Span, (int)row, pixel);
    }

    private static ReadOnlyMemory<byte> Tiff(ReadOnlyMemory<byte> data, int row, int pixel)
    {
        if (pixel == 0)
        {
            // Only pictures have other depths.
            return data;
        }

        var result = data.ToArray();
        for (var start = 0; start < result.Length; start += row)
        {
            var end = Math.Min(start + row, result.Length);
            for (var i = start + pixel; i < end; i++)
            {
                result[i] = unchecked((byte)(result[i] + result[i - pixel]));
            }
        }

        return result;
    }

    private static byte[] Png(ReadOnlySpan<byte> data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var result = new byte[data.Length - rows];
        ReadOnlySpan<byte> above = new byte[row];
        for (var r = 0; r < rows; r++)
        {
            var source = data[(r * (row + 1))..];
            source = source[..Math.Min(source.Length, row + 1)];
            var target = result.AsSpan(r * row, source.Length - 1);
            source[1..].CopyTo(target);
            Row(source[0], target, above, pixel);
            above = target;
        }

        return result;
    }

    private static void Row(byte kind, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= pixel ? row[i - pixel] : 0;
            var up = i < above.Length ? above[i] : 0;
            var corner = i >= pixel && i - pixel < above.Length ? above[i - pixel] : 0;
            var guess = kind switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            };
            row[i] = unchecked((byte)(row[i] + guess));
        }
    }

    /// <summary>三者中最接近左+上−左上的。</summary>
    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
