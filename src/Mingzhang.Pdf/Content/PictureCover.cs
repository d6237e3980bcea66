namespace Mingzhang.Pdf.Content;

/// <summary>图像覆盖：measured at a grid of points, since scans come in strips and layers that overlap.</summary>
internal sealed class PictureCover(Box page)
{
    private const int Side = 64;
    private readonly bool[] _covered = new bool[Side * Side];
    private int _count;

    /// <summary>加一幅的工作量。</summary>
    public static int Cost => Side * Side;

    public double Share => (double)_count / (Side * Side);

    public void Add(Box box)
    {
        if (!(page.Width > 0 && page.Height > 0 && box.Width > 0 && box.Height > 0))
        {
            return;
        }

        var (left, right) = Range(box.Left - page.Left, box.Right - page.Left, page.Width);
        var (top, bottom) = Range(box.Top - page.Top, box.Bottom - page.Top, page.Height);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                _count += _covered[(y * Side) + x] ? 0 : 1;
                _covered[(y * Side) + x] = true;
            }
        }
    }

    /// <summary>区间内的格点：whose centres lie between.</summary>
    private static (int From, int To) Range(double from, double to, double size) =>
        ((int)Math.Clamp(Math.Ceiling((from / size * Side) - 0.5), 0, Side), (int)Math.Clamp(Math.Ceiling((to / size * Side) - 0.5), 0, Side));
}
