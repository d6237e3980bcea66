using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Content;

/// <summary>点。</summary>
internal sealed record Spot(double X, double Y);

/// <summary>变换矩阵：x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>面积的倍数。</summary>
    public double Determinant => (A * D) - (B * C);

    /// <summary>线宽的倍数：where both axes differ, the mean.</summary>
    public double Scale => Math.Sqrt(Math.Abs(Determinant));

    public static Matrix Of(double[]? numbers) => numbers is [var a, var b, var c, var d, var e, var f] ? new(a, b, c, d, e, f) : Identity;

    public Spot Apply(double x, double y) => new((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>先用本矩阵，再用另一个。</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>矩形变换后的外框。</summary>
    public Box Bounds(double x1, double y1, double x2, double y2) =>
        Box.Of(Apply(x1, y1), Apply(x2, y2)).With(Apply(x1, y2)).With(Apply(x2, y1));
}

/// <summary>框：on the page as seen, from its top left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public static Box Of(Spot a, Spot b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

    public Box With(Spot p) => new(Math.Min(Left, p.X), Math.Min(Top, p.Y), Math.Max(Right, p.X), Math.Max(Bottom, p.Y));

    public Box Cut(Box other) => new(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;
}
