using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>程度的写法：错误、疑点、提示; error, warning, note.</summary>
internal static class SeverityWords
{
    public static string Chinese(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "疑点",
        _ => "提示",
    };

    public static string English(Severity severity) => severity.ToString().ToLowerInvariant();

    public static string Of(Severity severity, bool english) => english ? English(severity) : Chinese(severity);
}
