using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>谁看得到上传的文件：finance reviews for the bureau or for its departments, a department what is its own.</summary>
internal static class UploadAccess
{
    /// <summary>可否审核上传的文件。</summary>
    public static bool Any(WorkVisit v) => Reviewing(v).Any();

    /// <summary>可否看和处理这一份。</summary>
    public static bool May(WorkVisit v, string scope) => Verdict.May(v.Roles, scope);

    /// <summary>可以归到哪些部门。</summary>
    public static IReadOnlyList<Department> Departments(WorkVisit v) => v.Read(r => r.All(Kinds.Department, ("year", (long)v.Year)).Select(Department.Of).Where(d => May(v, d.Code)).OrderBy(d => d.Code, StringComparer.Ordinal).ToList());

    private static IEnumerable<Person> Reviewing(WorkVisit v) => v.Roles.Where(p => p.Role == Role.Finance || p.Role == Role.Department);
}
