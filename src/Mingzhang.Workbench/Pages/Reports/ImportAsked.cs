using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>导入的选择：as the form gives them, and as a job keeps them.</summary>
/// <param name="Unit">The unit of all lines.</param>
/// <param name="Year">Their year.</param>
/// <param name="Chosen">What was chosen in the form, by field.</param>
internal sealed record ImportAsked(string Unit, int Year, IReadOnlyDictionary<string, string> Chosen)
{
    private const string UnitField = "unit";

    private static readonly string[] Fields = ["do", "map", "save", "money", "sure", "partial", "replace"];

    /// <summary>只试读。</summary>
    public bool Only => Chosen.GetValueOrDefault("do") == "try";

    /// <summary>部分导入。</summary>
    public bool Partial => Is("partial");

    /// <summary>代替上次的。</summary>
    public bool Replace => Is("replace");

    /// <summary>与上年相差约万倍也无误。</summary>
    public bool Sure => Is("sure");

    /// <summary>由表单。</summary>
    public static ImportAsked Of(WorkVisit v, Unit unit) => new(unit.Code, unit.Year, Fields.ToDictionary(f => f, f => v.Field(f).Trim(), StringComparer.Ordinal));

    /// <summary>由任务; null where it was not asked for by the form.</summary>
    public static ImportAsked? Of(Job job) => job[UnitField] is { Length: > 0 } unit ? new ImportAsked(unit, job.Year, job.Asked) : null;

    /// <summary>一项的文字; null where nothing was chosen.</summary>
    public string? Text(string field) => Chosen.GetValueOrDefault(field) is { Length: > 0 } text ? text : null;

    /// <summary>交给任务的。</summary>
    public Dictionary<string, string> Kept(string file) => new(Chosen, StringComparer.Ordinal) { [UnitField] = Unit, ["file"] = file };

    private bool Is(string field) => Chosen.GetValueOrDefault(field) == "yes";
}
