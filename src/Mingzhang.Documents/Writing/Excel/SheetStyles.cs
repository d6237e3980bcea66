using DocumentFormat.OpenXml.Spreadsheet;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>单元格样式：one index for each look; computed cells are locked, the others are not.</summary>
internal static class SheetStyles
{
    public const uint Title = 1;
    public const uint Line = 2;
    public const uint LineRight = 3;
    public const uint Header = 4;
    public const uint Words = 5;
    public const uint Amount = 6;
    public const uint Computed = 7;
    public const uint TotalWords = 8;
    public const uint TotalAmount = 9;
    public const uint TotalComputed = 10;
    public const uint Number = 11;
    public const uint Narrative = 12;
    public const uint NarrativeHeading = 13;
    public const uint Gap = 14;
    public const uint Percent = 15;

    public const uint Money = 4;
    private const int Places = 6;
    private const uint FirstOwn = 164;
    private const uint FirstPlaced = 16;

    /// <summary>金额的样式，按印出的小数位数: two places are the usual ones, others have looks of their own.</summary>
    public static uint Placed(uint style, int places) => places == 2 || style is not (Amount or Computed or TotalAmount or TotalComputed) ? style
        : FirstPlaced + ((uint)Math.Min(places, Places) * 4) + style switch { Amount => 0u, Computed => 1u, TotalAmount => 2u, _ => 3u };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Enumerable.Range(0, Places + 1).Select(p => new NumberingFormat { NumberFormatId = FirstOwn + (uint)p, FormatCode = p == 0 ? "#,##0" : "#,##0." + new string('0', p) })) { Count = Places + 1 },
        new Fonts(Font("宋体", 10, false), Font("黑体", 14, true), Font("宋体", 10, true), Font("宋体", 11, false), Font("黑体", 12, true)) { Count = 5 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FFF1F3F5"), Fill("FFF7F4EA"), Fill("FFFFF1A8")) { Count = 5 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats(),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormats Formats()
    {
        CellFormat[] formats =
        [
            Format(0, 0, 0, 0, null, false, true),
            Format(0, 1, 0, 0, HorizontalAlignmentValues.Center, true, false),
            Format(0, 0, 0, 0, HorizontalAlignmentValues.Left, false, false),
            Format(0, 0, 0, 0, HorizontalAlignmentValues.Right, false, false),
            Format(0, 2, 2, 1, HorizontalAlignmentValues.Center, true, true),
            Format(49, 0, 0, 1, HorizontalAlignmentValues.Left, true, false),
            Format(Money, 0, 0, 1, HorizontalAlignmentValues.Right, false, false),
            Format(Money, 0, 0, 1, HorizontalAlignmentValues.Right, false, true),
            Format(49, 2, 3, 1, HorizontalAlignmentValues.Left, true, false),
            Format(Money, 2, 3, 1, HorizontalAlignmentValues.Right, false, false),
            Format(Money, 2, 3, 1, HorizontalAlignmentValues.Right, false, true),
            Format(0, 0, 0, 1, HorizontalAlignmentValues.Right, false, false),
            Format(49, 3, 0, 0, HorizontalAlignmentValues.Left, true, false),
            Format(49, 4, 0, 0, HorizontalAlignmentValues.Left, true, false),
            Format(49, 3, 4, 0, HorizontalAlignmentValues.Left, true, false),
            Format(2, 0, 0, 1, HorizontalAlignmentValues.Right, false, false),
            .. Enumerable.Range(0, Places + 1).SelectMany(p => Figures(FirstOwn + (uint)p)),
        ];
        return new CellFormats(formats) { Count = (uint)formats.Length };
    }

    private static CellFormat[] Figures(uint number) =>
    [
        Format(number, 0, 0, 1, HorizontalAlignmentValues.Right, false, false),
        Format(number, 0, 0, 1, HorizontalAlignmentValues.Right, false, true),
        Format(number, 2, 3, 1, HorizontalAlignmentValues.Right, false, false),
        Format(number, 2, 3, 1, HorizontalAlignmentValues.Right, false, true),
    ];

    // Text stays text: what begins with = or + is shown, never computed, also after editing (quotePrefix).
    public static CellFormat Format(uint number, uint font, uint fill, uint border, HorizontalAlignmentValues? align, bool wrap, bool locked)
    {
        var format = new CellFormat
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
            QuotePrefix = number == 49 ? true : null,
        };
        format.Append(new Alignment { Horizontal = align ?? HorizontalAlignmentValues.General, Vertical = VerticalAlignmentValues.Center, WrapText = wrap }, new Protection { Locked = locked });
        return format;
    }

    public static Font Font(string name, double size, bool bold)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Theme = 1 }, new FontName { Val = name }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });
        return font;
    }

    public static Fill Fill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Thin<T>()
        where T : BorderPropertiesType, new()
    {
        var border = new T { Style = BorderStyleValues.Thin };
        border.Append(new Color { Auto = true });
        return border;
    }
}
