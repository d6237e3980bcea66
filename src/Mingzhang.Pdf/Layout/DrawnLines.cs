namespace Mingzhang.Pdf.Layout;

/// <summary>画出的线：those lines of a table that are drawn; a table without lines has none.</summary>
internal sealed class DrawnLines
{
    private const double Whole = 0.9;

    private readonly List<Segment> _across = [];

    private DrawnLines(TableKind kind) => Kind = kind;

    /// <summary>没有线。</summary>
    public static DrawnLines None { get; } = new(TableKind.Aligned);

    public TableKind Kind { get; }

    /// <summary>通栏的横线。</summary>
    public IReadOnlyList<double> Rows { get; private init; } = [];

    /// <summary>通高的竖线, without the sides.</summary>
    public IReadOnlyList<double> Columns { get; private init; } = [];

    public (double Left, double Right)? Sides { get; private init; }

    public double? Top { get; private init; }

    public double? Bottom { get; private init; }

    /// <summary>由线得到。</summary>
    public static DrawnLines Of(List<Segment> across, List<Segment> down)
    {
        var (left, right) = (across.Min(static s => s.From), across.Max(static s => s.To));
        var (top, bottom) = (across.Min(static s => s.At), across.Max(static s => s.At));
        var drawn = new DrawnLines(TableKind.Striped)
        {
            Rows = [.. across.Where(s => s.Length >= Whole * (right - left)).Select(static s => s.At).Order()],
            Columns = [.. down.Where(s => s.Length * 2 > bottom - top && s.At > left + Margin && s.At < right - Margin).Select(static s => s.At).Order()],
            Sides = (left, right),
            Top = top,
            Bottom = bottom,
        };
        drawn._across.AddRange(across);
        return drawn;
    }

    private const double Margin = 3;

    /// <summary>表头里的横线。</summary>
    public List<Segment> Inside(List<PieceLine> header) => header.Count == 0 ? [] : _across.FindAll(s => s.At > header[0].Center && s.At < header[^1].Center);
}
