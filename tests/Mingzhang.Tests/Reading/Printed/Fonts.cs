namespace Mingzhang.Tests.Reading.Printed;

/// <summary>字体：families in which disclosures are printed.</summary>
internal static class Fonts
{
    /// <summary>What is used where the font does not matter.</summary>
    public const string Usual = "'Noto Serif CJK SC'";
}
