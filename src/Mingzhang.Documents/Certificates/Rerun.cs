using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Certificates;

/// <summary>重新查验：what the documents in the package give now, beside what it says that they gave.</summary>
internal sealed class Rerun(Library library, CertificatePackage package, string tool)
{
    /// <summary>第几份文件，从 0 数起。</summary>
    public VerifiedDocument Of(int index, CertifiedDocument document)
    {
        var (name, folder) = (EntryNames.Shown(document.Name), PartNames.Folder(index));
        var original = PartNames.Original(index, document.Name);
        var tables = document.Tables.Select((t, n) => PartNames.Tables(index, n, t)).ToList();
        var missing = tables.Prepend(folder + PartNames.Settings).Prepend(original).Where(p => !package.Parts.ContainsKey(p)).ToList();
        if (missing.Count > 0)
        {
            return new VerifiedDocument(name, null, [.. missing.Select(p => new Alteration(AlterationKind.Removed, p, new Reason("缺少，不能重新查验", "is missing, so that nothing can be checked again")))], [], []);
        }

        var file = new ExaminedFile(document.Name, package.Parts[original], package.Parts[folder + PartNames.Settings],
            new ReadingChoice(document.Book, document.Year, document.Kind switch { "budget" => DocumentKind.Budget, "final" => DocumentKind.Final, _ => null }), package.Manifest.Checked)
        {
            Tables = [.. document.Tables.Zip(tables, (t, p) => new NamedFile(t, package.Parts[p]))],
        };
        if (Made(file, out var problem) is not { } made)
        {
            return new VerifiedDocument(name, null, [new Alteration(AlterationKind.Result, original, new Reason("不能重新查验：" + problem!.Chinese, "cannot be checked again: " + problem.English))], [], []);
        }

        var differences = new List<Alteration>();
        if (document.Original != original || document.Said != made.Said)
        {
            differences.Add(new Alteration(AlterationKind.Result, PartNames.Manifest, new Reason($"清单所记“{name}”的结果件数与重新查验的不符", $"counts other results of '{name}' than checking again gives")));
        }

        ReportComparison? compared = null;
        foreach (var result in made.Results)
        {
            var part = folder + result.Name;
            if (!package.Parts.TryGetValue(part, out var held))
            {
                differences.Add(new Alteration(AlterationKind.Result, part, new Reason("包内没有，而重新查验有这一项", "is not in the package, and checking again gives it")));
            }
            else if (!held.AsSpan().SequenceEqual(result.Bytes))
            {
                compared = result.Name == PartNames.Report ? ReportComparison.Of(held, result.Bytes) : compared;
                differences.Add(result.Name == PartNames.Report ? Report(part, compared) : new Alteration(AlterationKind.Result, part, Line(held, result.Bytes)));
            }
        }

        // A report that only names another version, as the manifest does, says the same.
        if (compared is { Sections.Count: 0 } && compared.Rules == package.Manifest.Rules && compared.Tool == package.Manifest.Tool && (compared.Rules != Rules.RuleBook.Version || compared.Tool != tool))
        {
            differences.RemoveAll(d => d.Part == folder + PartNames.Report);
        }

        return new VerifiedDocument(name, made.Report, differences, compared?.New ?? [], compared?.Gone ?? []);
    }

    // Whatever a document of a stranger brings out, is told and stops nothing.
    private Examination? Made(ExaminedFile file, out Reason? problem)
    {
        try
        {
            return Examination.Of(library, file, tool, out problem);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problem = new Reason($"程序出错（{e.GetType().Name}）", $"the program failed ({e.GetType().Name})");
            return null;
        }
    }

    private static Alteration Report(string part, ReportComparison? compared) =>
        compared is null ? new Alteration(AlterationKind.Result, part, new Reason("不是检查报告", "is no report"))
        : compared.Sections.Count == 0 ? new Alteration(AlterationKind.Result, part, new Reason("写法或版本与重新检查的报告不同", "is written otherwise than the report of checking again, or names another version"))
        : new Alteration(AlterationKind.Result, part, new Reason("与重新检查的结果不符：" + string.Join('、', compared.Sections.Select(s => s.Chinese)), "differs from checking again: " + string.Join(", ", compared.Sections.Select(s => s.English))));

    // Where the first difference is.
    private static Reason Line(byte[] held, byte[] made)
    {
        var (before, now) = (Encoding.UTF8.GetString(held).Split('\n'), Encoding.UTF8.GetString(made).Split('\n'));
        var line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line])
        {
            line++;
        }

        var number = (line + 1).ToString(CultureInfo.InvariantCulture);
        return new Reason($"与从文件读出的不符，首见于第 {number} 行", $"differs from what is read from the document, first in line {number}");
    }
}
