using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Excel;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的样式：those of written tables, and cells to be filled in, which alone are not locked.</summary>
internal static class EntryStyles
{
    private static readonly uint First = (uint)SheetStyles.Sheet().CellFormats!.ChildElements.Count;

    /// <summary>锁定的文字。</summary>
    public static uint Locked => First;

    /// <summary>待填的文字。</summary>
    public static uint Input => First + 1;

    /// <summary>待填的金额。</summary>
    public static uint InputAmount => First + 2;

    /// <summary>锁定的金额: computed.</summary>
    public static uint Computed => First + 3;

    /// <summary>待填的数字。</summary>
    public static uint InputNumber => First + 4;

    /// <summary>锁定的标题。</summary>
    public static uint Title => First + 5;

    /// <summary>锁定的小字: keys that nobody needs to read.</summary>
    public static uint Small => First + 6;

    /// <summary>查出的文字: a formula, so not marked as text.</summary>
    public static uint Looked => First + 8;

    /// <summary>锁定的标题上下的行。</summary>
    public static uint Line => First + 7;

    public static Stylesheet Sheet()
    {
        var sheet = SheetStyles.Sheet();
        sheet.Fonts!.Append(SheetStyles.Font("宋体", 8, false));
        sheet.Fonts.Count = (uint)sheet.Fonts.ChildElements.Count;
        var small = sheet.Fonts.Count! - 1;
        sheet.Fills!.Append(SheetStyles.Fill("FFFFFBE6"));
        sheet.Fills.Count = (uint)sheet.Fills.ChildElements.Count;
        var fill = sheet.Fills.Count! - 1;
        sheet.CellFormats!.Append(
            SheetStyles.Format(49, 0, 0, 1, HorizontalAlignmentValues.Left, true, true),
            SheetStyles.Format(49, 0, fill, 1, HorizontalAlignmentValues.Left, true, false),
            SheetStyles.Format(SheetStyles.Money, 0, fill, 1, HorizontalAlignmentValues.Right, false, false),
            SheetStyles.Format(SheetStyles.Money, 0, 3, 1, HorizontalAlignmentValues.Right, false, true),
            SheetStyles.Format(0, 0, fill, 1, HorizontalAlignmentValues.Right, false, false),
            SheetStyles.Format(0, 1, 0, 0, HorizontalAlignmentValues.Center, false, true),
            SheetStyles.Format(49, small, 0, 1, HorizontalAlignmentValues.Left, false, true),
            SheetStyles.Format(0, 0, 0, 0, HorizontalAlignmentValues.Left, false, true),
            SheetStyles.Format(0, 0, 0, 1, HorizontalAlignmentValues.Left, true, true));
        sheet.CellFormats.Count = (uint)sheet.CellFormats.ChildElements.Count;
        return sheet;
    }
}
