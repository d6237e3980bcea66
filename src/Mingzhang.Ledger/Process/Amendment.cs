using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>更正：what is public is corrected in its lines, too, once the correction of its report has begun; of what the department published, that is the department's report.</summary>
internal static class Amendment
{
    private static readonly string[] Begun = ["none", "draft", "checked", "returned"];

    /// <summary>正在更正的公开文本; null where nothing is public, or its correction has not begun or waits for its review.</summary>
    public static Stage? Of(Reading reading, Unit unit)
    {
        var own = Stage.Own(reading, unit);
        var report = own.Published.Length > 0 || Organisations.Owner(reading, unit.Year, unit.Department) is not { Whole: true } whole ? own : Stage.Own(reading, whole);
        return report.Published.Length > 0 && Begun.Contains(report.Report) ? report : null;
    }

    /// <summary>办理的步骤：editing what is being corrected is a step of its own.</summary>
    public static string Asked(Reading reading, Unit unit, string action, Stage stage) => action == "edit" && stage.State == "published" && Of(reading, unit) is not null ? "correct" : action;
}
