using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Settings;

/// <summary>日志中各项的说法：what the ledger keeps as a key, as people say it; all else as it is kept. Exports have the keys.</summary>
internal static class JournalWords
{
    /// <summary>一项内容。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="kind">The kind of the record.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">What is kept in it.</param>
    public static string Of(WorkVisit v, string kind, string field, string value) => (kind, field) switch
    {
        (_, _) when value.Length == 0 => value,
        ("person", "scope") when value == Person.Everywhere => v["work.everywhere"],
        ("person", "role") when Role.Find(value) is { } role => v.Visit.English ? role.English : role.Chinese,
        ("stage", "state") => Named(v, Steps.State(value)),
        ("stage", "report") => Named(v, Steps.ReportState(value)),
        (_, "fund" or "nature" or "measure") when v.Site.Library.Space.Member(field, value) is { } member => v.Visit.English ? member.English : member.Chinese,
        _ => value,
    };

    private static string Named(WorkVisit v, State state) => v.Visit.English ? state.English : state.Chinese;
}
