namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>字体族：for each role the fonts of official documents first, then those that come with Windows, macOS and Debian.</summary>
internal static class FontFamilies
{
    private static readonly string[] Any =
    [
        "WenQuanYi Micro Hei", "文泉驿微米黑", "WenQuanYi Zen Hei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Droid Sans Fallback",
        "AR PL UMing CN", "AR PL SungtiL GB", "Microsoft YaHei", "SimSun", "NSimSun", "SimHei", "Songti SC", "STSong", "STHeiti", "Heiti SC", "PingFang SC", "Arial Unicode MS", "DejaVu Sans", "Liberation Sans", "Arial",
    ];

    public static IEnumerable<string> Of(PdfFontRole role) => [.. Own(role), .. Any];

    /// <summary>同名：spaces and case aside.</summary>
    public static bool Same(string name, string family) => name.Equals(family, StringComparison.OrdinalIgnoreCase)
        || name.Replace(" ", "", StringComparison.Ordinal).Equals(family.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static string[] Own(PdfFontRole role) => role switch
    {
        PdfFontRole.Title => ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", "SimHei", "黑体"],
        PdfFontRole.Heading => ["黑体", "SimHei", "STHeiti", "Heiti SC", "Microsoft YaHei"],
        PdfFontRole.Body => ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "华文仿宋", "宋体", "SimSun", "STSong", "Songti SC", "AR PL UMing CN"],
        PdfFontRole.Emphasis => ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "Kaiti SC", "AR PL UKai CN", "AR PL KaitiM GB"],
        _ => ["宋体", "SimSun", "STSong", "Songti SC", "AR PL UMing CN"],
    };
}
