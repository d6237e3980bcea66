using System.Globalization;

namespace Mingzhang.Documents.Certificates;

/// <summary>各部分的名称：fixed, never those of the user's files, so that a package can hold nothing that climbs out of a folder.</summary>
internal static class PartNames
{
    public const string Manifest = "manifest.json";
    public const string Signature = "manifest.sig";
    public const string Key = "signer.pem";
    public const string Settings = "settings.json";
    public const string Report = "report.json";
    public const string OriginalStem = "original";

    private const int LongestEnding = 8;
    private const int LongestName = 40;

    /// <summary>是否结果的名称: small letters and one dot, no folder.</summary>
    public static bool IsResult(string name) => name.Length <= LongestName && name.Split('.') is [{ Length: > 0 } stem, { Length: > 0 } ending] && (stem + ending).All(c => char.IsAsciiLetterLower(c) || c == '-');

    /// <summary>一份文件的文件夹，从 0 数起。</summary>
    public static string Folder(int document) => "documents/" + (document + 1).ToString(CultureInfo.InvariantCulture) + "/";

    /// <summary>文件本身: with the ending of its name where that is a plain one.</summary>
    public static string Original(int document, string name) => Folder(document) + OriginalStem + Ending(name);

    /// <summary>另行公布的表格，从 0 数起。</summary>
    public static string Tables(int document, int tables, string name) => Folder(document) + OriginalStem + "-" + (tables + 1).ToString(CultureInfo.InvariantCulture) + Ending(name);

    private static string Ending(string name)
    {
        var ending = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return "." + (ending.Length is > 0 and <= LongestEnding && ending.All(char.IsAsciiLetterOrDigit) ? ending : "bin");
    }
}
