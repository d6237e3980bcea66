using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>公文字体：the faces of official documents, each with the common face that stands in where it is not installed.</summary>
internal static class WordFonts
{
    public const string Title = "方正小标宋简体";
    public const string Black = "黑体";
    public const string Regular = "楷体_GB2312";
    public const string Body = "仿宋_GB2312";
    public const string Table = "宋体";
    public const string Latin = "Times New Roman";

    /// <summary>某字体的文字属性。</summary>
    public static RunFonts Of(string face) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = face, Hint = FontTypeHintValues.EastAsia };

    /// <summary>写入字体表和主题。</summary>
    public static void Add(MainDocumentPart main)
    {
        var fonts = main.AddNewPart<FontTablePart>("fonts");
        fonts.Fonts = new Fonts(Font(Title, "SimSun"), Font(Black, "SimHei"), Font(Regular, "KaiTi"), Font(Body, "FangSong"), Font(Table, "SimSun"), Font(Latin, "Liberation Serif"));
        main.AddNewPart<ThemePart>("theme").Theme = new A.Theme(new A.ThemeElements(Colors(), Faces(), Formats()), new A.ObjectDefaults(), new A.ExtraColorSchemeList()) { Name = "公文" };
    }

    private static A.ColorScheme Colors()
    {
        var colors = new A.ColorScheme { Name = "公文" };
        colors.Append(
            new A.Dark1Color(new A.SystemColor { Val = A.SystemColorValues.WindowText }), new A.Light1Color(new A.SystemColor { Val = A.SystemColorValues.Window }),
            new A.Dark2Color(Rgb("1F1F1F")), new A.Light2Color(Rgb("EEEEEE")),
            new A.Accent1Color(Rgb("8C1D18")), new A.Accent2Color(Rgb("5A5A5A")), new A.Accent3Color(Rgb("A9A9A9")), new A.Accent4Color(Rgb("B58900")), new A.Accent5Color(Rgb("2F5D8C")), new A.Accent6Color(Rgb("4B7F52")),
            new A.Hyperlink(Rgb("1F1F1F")), new A.FollowedHyperlinkColor(Rgb("1F1F1F")));
        return colors;
    }

    private static A.FontScheme Faces()
    {
        var faces = new A.FontScheme { Name = "公文" };
        faces.Append(
            new A.MajorFont(new A.LatinFont { Typeface = Latin }, new A.EastAsianFont { Typeface = Black }, new A.ComplexScriptFont { Typeface = "" }),
            new A.MinorFont(new A.LatinFont { Typeface = Latin }, new A.EastAsianFont { Typeface = Body }, new A.ComplexScriptFont { Typeface = "" }));
        return faces;
    }

    private static A.FormatScheme Formats()
    {
        var formats = new A.FormatScheme { Name = "公文" };
        formats.Append(new A.FillStyleList(Fill(), Fill(), Fill()), new A.LineStyleList(Line(), Line(), Line()), new A.EffectStyleList(Effect(), Effect(), Effect()), new A.BackgroundFillStyleList(Fill(), Fill(), Fill()));
        return formats;
    }

    private static Font Font(string name, string fallback) => new(new AltName { Val = fallback }) { Name = name };

    private static A.RgbColorModelHex Rgb(string value) => new() { Val = value };

    private static A.SolidFill Fill() => new(new A.SchemeColor { Val = A.SchemeColorValues.PhColor });

    private static A.Outline Line() => new(Fill()) { Width = 6350 };

    private static A.EffectStyle Effect() => new(new A.EffectList());
}
