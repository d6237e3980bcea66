using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Formats.Scans;

/// <summary>灰度图：a page as pixels, out of which its straight lines are taken.</summary>
internal sealed class GreyPicture
{
    // Of 400 pixels an inch: longer than any stroke of a character, thinner than any bar.
    private const int Shortest = 130;
    private const int Thickest = 16;
    private const byte Dark = 160;
    private const byte White = 255;

    private readonly byte[] _pixels;

    private GreyPicture(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    /// <summary>宽。</summary>
    public int Width { get; }

    /// <summary>高。</summary>
    public int Height { get; }

    /// <summary>读 PGM; null where it is none.</summary>
    public static GreyPicture? Read(byte[] pgm)
    {
        var numbers = new List<int>();
        var at = 2;
        while (numbers.Count < 3 && at < Math.Min(pgm.Length, 100))
        {
            var end = at;
            while (end < pgm.Length && pgm[end] is >= (byte)'0' and <= (byte)'9')
            {
                end++;
            }

            if (end > at && int.TryParse(Encoding.ASCII.GetString(pgm, at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }

            at = end + 1;
        }

        return pgm.AsSpan().StartsWith("P5"u8) && numbers is [> 0 and <= 20_000 and var width, > 0 and <= 20_000 and var height, 255] && pgm.Length - at >= (long)width * height
            ? new GreyPicture(width, height, pgm[at..(at + (width * height))]) : null;
    }

    /// <summary>成 PGM。</summary>
    public byte[] Bytes() => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")), .. _pixels];

    /// <summary>取出横线与竖线, which are then white.</summary>
    public List<DrawnLine> TakeLines()
    {
        var across = Lines(Height, Width, 1, Width);
        var down = Lines(Width, Height, Width, 1);
        across.ForEach(l => Wipe(l.From, l.To, l.First, l.Last));
        down.ForEach(l => Wipe(l.First, l.Last + 1, l.From, l.To));
        return [.. across.Select(l => new DrawnLine(l.From, l.Middle, l.To, l.Middle, l.Thickness)), .. down.Select(l => new DrawnLine(l.Middle, l.From, l.Middle, l.To, l.Thickness))];
    }

    // Dark runs of one row of pixels that lie over those of the row before are one line; a bar too thick for a line is none.
    private List<Run> Lines(int rows, int length, int step, int rowStep)
    {
        var (open, done) = (new List<Run>(), new List<Run>());
        for (var row = 0; row < rows; row++)
        {
            var next = new List<Run>();
            foreach (var (from, to) in Runs(row * rowStep, length, step))
            {
                var over = open.Find(r => r.From < to && from < r.To);
                if (over is not null)
                {
                    open.Remove(over);
                }

                next.Add(over is null ? new Run(from, to, row, row) : new Run(Math.Min(from, over.From), Math.Max(to, over.To), over.First, row));
            }

            done.AddRange(open);
            open = next;
        }

        done.AddRange(open);
        return done.FindAll(r => r.Thickness <= Thickest);
    }

    private List<(int From, int To)> Runs(int start, int length, int step)
    {
        var runs = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i <= length; i++)
        {
            if (i < length && _pixels[start + (i * step)] <= Dark)
            {
                continue;
            }

            if (i - from >= Shortest)
            {
                runs.Add((from, i));
            }

            from = i + 1;
        }

        return runs;
    }

    private void Wipe(int left, int right, int top, int bottom)
    {
        const int Edge = 2;
        for (var y = Math.Max(0, top - Edge); y <= Math.Min(Height - 1, bottom + Edge); y++)
        {
            var (from, to) = (Math.Max(0, left - Edge), Math.Min(Width, right + Edge));
            _pixels.AsSpan((y * Width) + from, to - from).Fill(White);
        }
    }

    private sealed record Run(int From, int To, int First, int Last)
    {
        public double Middle => (First + Last + 1) / 2.0;

        public int Thickness => Last - First + 1;
    }
}

/// <summary>画出的线，以像素计。</summary>
internal sealed record DrawnLine(double X1, double Y1, double X2, double Y2, double Thickness);
