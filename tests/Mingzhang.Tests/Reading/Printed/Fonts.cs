using System.Diagnostics;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>字体：families in which disclosures are printed: fonts differ in how wide digits are and how far apart lines stand, and figures often
/// have another font than words.</summary>
internal static class Fonts
{
    /// <summary>What is used where the font does not matter.</summary>
    public const string Usual = "'Noto Serif CJK SC'";

    private static readonly string[] Wanted =
    [
        Usual, "'Noto Sans CJK SC'", "'WenQuanYi Micro Hei'", "'DejaVu Sans', 'WenQuanYi Micro Hei'", "'Liberation Serif', 'Noto Serif CJK SC'", "'Liberation Sans', 'Noto Sans CJK SC'",
    ];

    private static readonly Lazy<string> All = new(List);

    /// <summary>Those of which every font is installed, or the usual one with whatever stands in for it.</summary>
    public static IReadOnlyList<string> Installed { get; } = [.. Wanted.Where(f => f == Usual || f.Split(',').All(n => All.Value.Contains(n.Trim(' ', '\''), StringComparison.Ordinal)))];

    private static string List()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("fc-list", [":", "family"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
