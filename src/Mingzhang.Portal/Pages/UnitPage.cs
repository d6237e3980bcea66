using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>单位页：the template of the department's page for a unit, with the way to its department.</summary>
internal static class UnitPage
{
    /// <summary>单位的一年。</summary>
    public static Page? Of(Visit v, IArchive archive, string code, string year) => DepartmentPage.Of(v, archive, code, year, unit: true);

    /// <summary>主管部门的一句; nothing where the archive has none.</summary>
    public static Charts.Markup Above(Visit v, IArchive archive, ArchivedDocument unit) => unit.Scope != nameof(DocumentScope.Unit) ? Empty
        : Department(archive, unit) is { } department ? Html($"<p class=\"lead\">{v["unit.department"]} <a href=\"{Parts.Address(v, department)}\">{Parts.Name(v, department)}</a></p>") : Html($"<p class=\"lead\">{v["unit.nodepartment"]}</p>");

    /// <summary>单位的称呼: headquarters are told from their department.</summary>
    public static string Name(Visit v, ArchivedDocument unit, ArchivedDocument department) => unit.Body!.Name + (unit.Body.Id == department.Body?.Id ? v["unit.headquarters"] : "");

    /// <summary>主管部门的文件：the department of that year that names the unit in its text, or with whose name the unit's begins; null where neither is so.</summary>
    public static ArchivedDocument? Department(IArchive archive, ArchivedDocument unit)
    {
        const int Most = 40;
        if (unit.Body is not { } body)
        {
            return null;
        }

        // Headquarters publish under the name of their department.
        if (archive.Documents(body).Where(d => d.Year == unit.Year && d.Scope == nameof(DocumentScope.Department)).OrderBy(d => d.Kind != unit.Kind).FirstOrDefault() is { } own)
        {
            return own;
        }

        var naming = archive.Search(body.Name, Most).Where(f => f.Document.Year == unit.Year && f.Document.Scope == nameof(DocumentScope.Department) && f.Document.Body is not null && f.Document.Body.Id != body.Id).Select(f => f.Document).ToList();
        if (naming.FirstOrDefault(d => d.Kind == unit.Kind) is { } named)
        {
            return named;
        }

        // The longest name with which its own begins; each is looked up by its code, which is made of the name.
        var folded = Fold.Label(body.Name);
        return naming.FirstOrDefault() ?? Enumerable.Range(2, Math.Max(0, folded.Length - 2)).Reverse().Select(n => archive.Body(Filing.CodeOf(folded[..n]))).OfType<Body>()
            .SelectMany(b => archive.Documents(b).Where(d => d.Year == unit.Year && d.Scope == nameof(DocumentScope.Department)).OrderBy(d => d.Kind != unit.Kind)).FirstOrDefault();
    }

    /// <summary>部门的下属单位的文件：those of the same year and kind that the department names, or whose names begin with its own.</summary>
    public static IReadOnlyList<ArchivedDocument> Units(IArchive archive, ArchivedDocument department)
    {
        if (department is not { Body: { } body, Year: { } year } || archive.Units(year, department.Kind, RegionName.Of(body.Name) ?? body.Name) is not { Count: > 0 } units)
        {
            return [];
        }

        var texts = archive.Texts(department).Select(t => Fold.Label(t.Said)).ToList();
        var name = Fold.Label(body.Name);
        return [.. units.Where(d => d.Body is { } b && Fold.Label(b.Name) is var unit && (b.Id == body.Id || unit.StartsWith(name, StringComparison.Ordinal) || texts.Exists(t => t.Contains(unit, StringComparison.Ordinal))))];
    }
}
