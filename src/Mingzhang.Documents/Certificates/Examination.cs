using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Markdown;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Forms;
using Mingzhang.Paper;
using Mingzhang.Rules;
using Mingzhang.Rules.Pairs;
using Mingzhang.Rules.Settings;

namespace Mingzhang.Documents.Certificates;

/// <summary>查验：the one function that makes the results of a document, when a certificate is issued and when it is verified; what both give is compared byte by byte.</summary>
internal sealed record Examination
{
    private const int MostOfSettings = 4 * 1024 * 1024;

    /// <summary>检查报告。</summary>
    public required Report Report { get; init; }

    /// <summary>各项结果，按名称：the text as it was read, figures, tables, performance, checks, findings, the report.</summary>
    public required IReadOnlyList<ZipPart> Results { get; init; }

    /// <summary>结果的件数。</summary>
    public CertifiedResults Said => new(
        Count(Outcome.Held) + Count(Outcome.HeldWithinRounding) + Count(Outcome.HeldByTruncation), Count(Outcome.Broken), Count(Outcome.NotApplicable), Count(Outcome.NotChecked),
        Report.Findings.Count(f => f.Severity == Severity.Error), Report.Findings.Count(f => f.Severity == Severity.Warning), Report.Findings.Count(f => f.Severity == Severity.Note), Report.Waived.Count);

    /// <summary>查验一份文件; null with the reason where it cannot be read or its settings cannot be meant.</summary>
    public static Examination? Of(Library library, ExaminedFile file, string tool, out Reason? problem)
    {
        if (file.Settings.Length > MostOfSettings)
        {
            problem = new Reason("设置超过上限", "the settings exceed the limit");
            return null;
        }

        var settings = SettingsReading.Read(PartNames.Settings, Encoding.UTF8.GetString(file.Settings), file.Checked, out var problems);
        var faults = settings is null ? problems : settings.Books is not null || settings.Lexicon is not null ? [] : SettingsReading.Points(settings, library);
        if (settings is null || settings.Books is not null || settings.Lexicon is not null || faults.Count > 0)
        {
            problem = faults.Count > 0 ? faults[0].Reason : new Reason("设置另用了表册或词汇", "the settings name books or words of their own");
            return null;
        }

        var papers = new List<PaperDocument>();
        foreach (var (name, bytes) in file.Tables.Prepend(new NamedFile(file.Name, file.Bytes)))
        {
            var opened = Opening.Bytes(name, bytes);
            if (opened.Paper is not { } paper)
            {
                problem = opened.Problem;
                return null;
            }

            papers.Add(paper);
        }

        var companions = Beside(library, file.Choice, papers, out problem);
        if (problem is not null)
        {
            return null;
        }

        var report = Inspector.Check(JoinedReader.Read(papers[0], papers[1..], library, file.Choice), library, settings, companions);
        return new Examination { Report = report, Results = Parts(library, report, tool) };
    }

    // Tables that are not of the document are not read as its own.
    private static List<Companion> Beside(Library library, ReadingChoice choice, List<PaperDocument> papers, out Reason? problem)
    {
        problem = null;
        var companions = new List<Companion>();
        var alone = papers.Count == 1 ? null : Reader.Read(papers[0], library, choice);
        foreach (var paper in papers.Skip(1))
        {
            var tables = Reader.Read(paper, library, choice);
            var fit = Fitting.Of(PairRole.Tables, alone!, tables);
            if (!fit.Fits)
            {
                problem = new Reason($"{tables.Facts.Name} 不是它的表格：{fit.Why.Chinese}", $"{tables.Facts.Name} holds no tables of it: {fit.Why.English}");
                return companions;
            }

            companions.Add(new Companion(new PairedFile(PairRole.Tables, tables.Facts.Name, tables.Facts, fit.Why, "tables" + (companions.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "."), null));
        }

        return companions;
    }

    private static List<ZipPart> Parts(Library library, Report report, string tool)
    {
        var disclosure = report.Disclosure;
        using var json = new MemoryStream();
        JsonReport.Write(json, report, tool);
        return
        [
            new ZipPart(DataPackage.TextName, Encoding.UTF8.GetBytes(ComposedMarkdown.Write(ReadComposition.Of(disclosure)))),
            .. OpenSheets.Of(library, disclosure).Concat(OpenSheets.Of(report)).Select(s => new ZipPart(s.File, s.Bytes())),
            new ZipPart("figures.json", OpenFigures.Json(library, disclosure)),
            new ZipPart(PartNames.Report, json.ToArray()),
        ];
    }

    private int Count(Outcome outcome) => Report.Checks.Count(c => c.Outcome == outcome);
}

/// <summary>所查验的一份文件。</summary>
/// <param name="Name">Name of the file, without folder.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Settings">Settings, in the form of mingzhang.json.</param>
/// <param name="Choice">What the user said of it.</param>
/// <param name="Checked">Day by which waivers expire.</param>
internal sealed record ExaminedFile(string Name, byte[] Bytes, byte[] Settings, ReadingChoice Choice, DateOnly Checked)
{
    /// <summary>另行公布的表格: read as one with the file.</summary>
    public IReadOnlyList<NamedFile> Tables { get; init; } = [];
}
