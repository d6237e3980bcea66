namespace Mingzhang.Pdf.Content;

/// <summary>线条：finds the horizontal and vertical lines of a painted path.</summary>
internal static class Rulings
{
    /// <summary>填色矩形至多这么厚仍算线。</summary>
    private const double Thin = 3;

    /// <summary>偏离横竖至多这么多。</summary>
    private const double Slack = 0.5;

    /// <summary>描边：every straight piece.</summary>
    public static void Stroke(PathBuilder path, Box clip, double width, PageMarks marks)
    {
        foreach (var subpath in path.Subpaths)
        {
            if (subpath.Curved)
            {
                continue;
            }

            var points = path.Points(subpath);
            for (var i = 1; i < points.Length; i++)
            {
                Line(points[i - 1], points[i], clip, width, marks);
            }

            if (subpath.Closed && points.Length > 2)
            {
                Line(points[^1], points[0], clip, width, marks);
            }
        }
    }

    /// <summary>填充：rectangles so thin that the eye sees a line.</summary>
    public static void Fill(PathBuilder path, Box clip, PageMarks marks)
    {
        foreach (var subpath in path.Subpaths)
        {
            var points = path.Points(subpath);
            if (subpath.Curved || !IsRectangle(points, out var box))
            {
                continue;
            }

            box = box.Cut(clip);
            if (!(box.Width >= 0 && box.Height >= 0) || Math.Min(box.Width, box.Height) > Thin)
            {
                continue;
            }

            var middle = new Spot((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
            marks.Add(box.Width >= box.Height
                ? new PdfRuling(box.Left, middle.Y, box.Right, middle.Y, box.Height)
                : new PdfRuling(middle.X, box.Top, middle.X, box.Bottom, box.Width));
        }
    }

    private static void Line(Spot a, Spot b, Box clip, double width, PageMarks marks)
    {
        var box = Box.Of(a, b);
        if (box.Width + box.Height == 0)
        {
            return;
        }

        var half = width / 2;
        if (box.Height <= Slack && box.Width >= box.Height)
        {
            var y = (box.Top + box.Bottom) / 2;
            var (left, right) = (Math.Max(box.Left, clip.Left), Math.Min(box.Right, clip.Right));
            if (left <= right && y >= clip.Top - half && y <= clip.Bottom + half)
            {
                marks.Add(new PdfRuling(left, y, right, y, width));
            }
        }
        else if (box.Width <= Slack)
        {
            var x = (box.Left + box.Right) / 2;
            var (top, bottom) = (Math.Max(box.Top, clip.Top), Math.Min(box.Bottom, clip.Bottom));
            if (top <= bottom && x >= clip.Left - half && x <= clip.Right + half)
            {
                marks.Add(new PdfRuling(x, top, x, bottom, width));
            }
        }
    }

    /// <summary>是否矩形：all points lie on the edges of their bounding box.</summary>
    private static bool IsRectangle(ReadOnlySpan<Spot> points, out Box box)
    {
        box = Box.Of(points[0], points[0]);
        foreach (var point in points)
        {
            box = box.With(point);
        }

        foreach (var p in points)
        {
            var onEdge = (Near(p.X, box.Left) || Near(p.X, box.Right)) && (Near(p.Y, box.Top) || Near(p.Y, box.Bottom));
            if (!onEdge)
            {
                return false;
            }
        }

        return points.Length is 4 or 5 or 6 || Math.Min(box.Width, box.Height) == 0;
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 0.1;
}
