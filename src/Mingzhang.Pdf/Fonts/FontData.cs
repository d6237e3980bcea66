namespace Mingzhang.Pdf.Fonts;

/// <summary>字体数据：tables that are data files of the assembly.</summary>
internal static class FontData
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(FontData).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
