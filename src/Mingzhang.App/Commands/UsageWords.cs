using System.Text.RegularExpressions;

namespace Mingzhang.App.Commands;

/// <summary>用法错误的中文：what is wrong with a command line, for which the library has English words only.</summary>
internal static class UsageWords
{
    /// <summary>中文说法; null where there is none.</summary>
    public static string? Chinese(string english)
    {
        string[] named = [.. english.Split('\'').Where((_, i) => i % 2 == 1)];
        return english switch
        {
            _ when english.StartsWith("Unrecognized option", StringComparison.Ordinal) && named.Length > 0 => $"没有选项“{named[0]}”",
            _ when english.StartsWith("Unrecognized", StringComparison.Ordinal) && named.Length > 0 => $"不认识“{named[0]}”",
            _ when english.Contains("Must be one of", StringComparison.Ordinal) && named.Length > 1 => $"“{named[0]}”不可用，可用的有 {string.Join('、', named.Skip(1))}",
            _ when english.StartsWith("Required command", StringComparison.Ordinal) => "没有写明命令",
            _ when english.StartsWith("Required argument missing for option", StringComparison.Ordinal) && named.Length > 0 => $"选项 {named[0]} 后面没有写内容",
            _ when english.StartsWith("Required argument", StringComparison.Ordinal) && named.Length > 0 => $"缺少 {named[0]}",
            _ when english.EndsWith("is required.", StringComparison.Ordinal) && named.Length > 0 => $"缺少选项 {named[0]}",
            _ when Regex.Match(english, @"^(--\S+): '(.*)' is no date") is { Success: true } date => $"{date.Groups[1].Value} 的“{date.Groups[2].Value}”不是日期，请写成 2026-02-10",
            _ when Regex.Match(english, @"^(--\S+) (.*) is out of range") is { Success: true } range => $"{range.Groups[1].Value} 的“{range.Groups[2].Value}”不是可用的数",
            _ => null,
        };
    }
}
