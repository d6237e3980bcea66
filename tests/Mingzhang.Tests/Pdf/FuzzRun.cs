using System.Diagnostics;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>随机损坏：files changed at random but always alike, each of which must end in pages or in our exception, and soon.</summary>
internal sealed class FuzzRun(IReadOnlyList<byte[]> files)
{
    private static readonly byte[][] Tokens =
    [
        .. new[] { "<<", ">>", "[", "]", "(", ")", " 0 R", "endobj", "endstream", "stream\n", "obj", "/Kids", "/Length 99999999", "/Filter /FlateDecode", "/Parent 1 0 R", " Do ", " q ", " Q ", "BT", "BI ID", "EMC", "xref\n", "trailer", "/Prev 9", "/W [1 9 1]", "/Index [0 9999999]", "99999999999999999999", "-1", "\0" }
            .Select(System.Text.Encoding.Latin1.GetBytes),
    ];

    public int Read { get; private set; }

    public int Refused { get; private set; }

    public TimeSpan Longest { get; private set; }

    /// <summary>不该有的结果：anything but pages and the exception of ours, and what was caught only at the gate.</summary>
    public List<string> Failures { get; } = [];

    public void Run(int first, int count)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            One(seed);
        }
    }

    public byte[] Mutate(int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(files[seed % files.Count]);
        for (var n = random.Next(1, 12); n > 0 && bytes.Count > 16; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 3:
                    Numbers(bytes, at, random);
                    break;
                case 4:
                    var length = Math.Min(random.Next(1, 2000), bytes.Count - at);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    (bytes[at], bytes[(at + 1) % bytes.Count]) = (bytes[(at + 1) % bytes.Count], bytes[at]);
                    break;
                default:
                    if (random.Next(5) == 0)
                    {
                        bytes.RemoveRange(at, bytes.Count - at);
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>改数：the next number after the place becomes another, often a huge one.</summary>
    private static void Numbers(List<byte> bytes, int at, Random random)
    {
        var start = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
        {
            return;
        }

        var end = bytes.FindIndex(start, b => b is not (>= (byte)'0' and <= (byte)'9'));
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        string[] others = ["0", "1", "65536", "2147483647", "2147483648", "4294967295", "9999999999999", "00000000000000000001", "1.5", "-7"];
        bytes.InsertRange(start, System.Text.Encoding.Latin1.GetBytes(others[random.Next(others.Length)]));
    }

    private void One(int seed)
    {
        var bytes = Mutate(seed);
        var watch = Stopwatch.StartNew();
        try
        {
            foreach (var page in PdfDocument.Open(bytes).ReadPages())
            {
                if (!(page.Width > 0 && page.Height > 0 && page.PictureShare is >= 0 and <= 1))
                {
                    Failures.Add($"seed {seed}: page {page.Number} is {page.Width} × {page.Height}");
                }
            }

            Read++;
        }
        catch (PdfException e) when (e.InnerException is null)
        {
            Refused++;
        }
        catch (Exception e)
        {
            Failures.Add($"seed {seed}: {e}");
        }

        Longest = watch.Elapsed > Longest ? watch.Elapsed : Longest;
        if (watch.Elapsed.TotalSeconds > 15)
        {
            Failures.Add($"seed {seed}: took {watch.Elapsed}");
        }
    }
}
