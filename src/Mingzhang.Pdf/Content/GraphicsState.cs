using Mingzhang.Pdf.Fonts;

namespace Mingzhang.Pdf.Content;

/// <summary>图形状态：what q saves and Q restores.</summary>
internal sealed class GraphicsState
{
    public Matrix Ctm { get; set; } = Matrix.Identity;

    public Box Clip { get; set; }

    public double LineWidth { get; set; } = 1;

    public Paint Fill { get; set; } = Paint.Black;

    public Paint Stroke { get; set; } = Paint.Black;

    public PdfFont? Font { get; set; }

    public double FontSize { get; set; }

    public double CharacterSpacing { get; set; }

    public double WordSpacing { get; set; }

    /// <summary>横向缩放：1 is as designed.</summary>
    public double HorizontalScale { get; set; } = 1;

    public double Leading { get; set; }

    public double Rise { get; set; }

    public int RenderMode { get; set; }

    public GraphicsState Copy() => (GraphicsState)MemberwiseClone();
}
