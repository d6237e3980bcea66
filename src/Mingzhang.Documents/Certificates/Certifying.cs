using System.Security.Cryptography;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Certificates;

/// <summary>出证：documents, what was read of them, the results and the settings that applied, hashed and signed, as one package. The same request makes the same
/// bytes, but for the signature itself.</summary>
public static class Certifying
{
    /// <summary>出证; the bytes are null where one of the documents cannot be certified.</summary>
    public static Certified Of(Library library, CertificateRequest request, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(key);
        var parts = new List<ZipPart> { new(PartNames.Key, System.Text.Encoding.ASCII.GetBytes(key.Public.Pem)) };
        var documents = new List<CertifiedDocument>();
        var reports = new List<Report>();
        foreach (var (index, given) in request.Documents.Index())
        {
            var settings = SettingsText.Write(given.Settings, given.Settings.Waivers);
            var made = Made(settings, out var problem);
            if (made is not null && given.Settings.Waivers.Count > 0)
            {
                // What others are to explain is not for this certificate.
                var concerned = made.Report.Waived.Select(w => w.Waiver).Concat(made.Report.UnusedWaivers).Select(w => w.Line).ToHashSet();
                settings = SettingsText.Write(given.Settings, given.Settings.Waivers.Zip(made.Report.Settings.Waivers).Where(w => concerned.Contains(w.Second.Line)).Select(w => w.First));
                made = Made(settings, out problem);
            }

            if (made is null || Refused(made) is { } refused && (problem = refused) is not null)
            {
                return new Certified(null, reports, new Reason($"{given.Name}：{problem!.Chinese}", $"{given.Name}: {problem.English}"));
            }

            var original = PartNames.Original(index, given.Name);
            documents.Add(new CertifiedDocument(given.Name, original, given.Choice.Book, given.Choice.Year, given.Choice.Kind?.ToString().ToLowerInvariant(), made.Said) { Tables = [.. given.Tables.Select(t => t.Name)] });
            reports.Add(made.Report);
            parts.AddRange([new ZipPart(original, given.Bytes), .. given.Tables.Select((t, n) => new ZipPart(PartNames.Tables(index, n, t.Name), t.Bytes)), new ZipPart(PartNames.Folder(index) + PartNames.Settings, settings), .. made.Results.Select(r => r with { Name = PartNames.Folder(index) + r.Name })]);

            Examination? Made(byte[] by, out Reason? why) => Examination.Of(library, new ExaminedFile(given.Name, given.Bytes, by, given.Choice, request.Checked) { Tables = given.Tables }, request.Tool, out why);
        }

        var manifest = new Manifest
        {
            Tool = request.Tool,
            Rules = RuleBook.Version,
            Checked = request.Checked,
            Signer = key.Public.Fingerprint,
            Documents = documents,
            Heads = request.Heads,
            Parts = [.. parts.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new CertifiedPart(p.Name, p.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(p.Bytes))))],
        }.Write();
        var package = StableZip.Of([.. parts, new ZipPart(PartNames.Manifest, manifest), new ZipPart(PartNames.Signature, key.Sign(manifest))]);

        // What is issued can be verified: it stays within the limits of those who do.
        return package.Length <= CertificatePackage.MostBytes && CertificatePackage.Open(package, out _) is not null ? new Certified(package, reports, null)
            : new Certified(null, reports, new Reason("文件过多或过大，装不进一个证书；请分成几个", "there are too many documents, or too large ones, for one certificate; make several"));
    }

    // What another machine would not read alike, and what says nothing, proves nothing.
    private static Reason? Refused(Examination made)
    {
        var facts = made.Report.Disclosure.Facts;
        return facts.Encoding == "LibreOffice" ? new Reason("这种文件要由 LibreOffice 转换，别处重新查验未必相同；请另存为 PDF、.docx 或 .xlsx", "such files are converted by LibreOffice, and may read otherwise elsewhere; save it as PDF, .docx or .xlsx")
            : made.Report.Disclosure.Statements.Count == 0 ? new Reason("没有读到任何数字，无可证明；请检查是否选错了文件", "not one figure was read, so that there is nothing to certify; check that it is the right file") : null;
    }
}

/// <summary>出证的要求。</summary>
/// <param name="Documents">Documents, in order.</param>
/// <param name="Checked">Day by which waivers expire.</param>
/// <param name="Tool">Version of the program.</param>
public sealed record CertificateRequest(IReadOnlyList<GivenDocument> Documents, DateOnly Checked, string Tool)
{
    /// <summary>账库日志各链的链头; empty where there is no ledger.</summary>
    public IReadOnlyList<JournalHead> Heads { get; init; } = [];
}

/// <summary>要证的一份文件。</summary>
/// <param name="Name">Name of the file, without folder.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Settings">Settings that apply to it; they may not name data of the user's own, which others would not have.</param>
/// <param name="Choice">What the user said of it.</param>
public sealed record GivenDocument(string Name, byte[] Bytes, CheckSettings Settings, ReadingChoice Choice)
{
    /// <summary>另行公布的表格: read as one with the document.</summary>
    public IReadOnlyList<NamedFile> Tables { get; init; } = [];
}

/// <summary>有名称的文件。</summary>
/// <param name="Name">Name, without folder.</param>
/// <param name="Bytes">Contents.</param>
public sealed record NamedFile(string Name, byte[] Bytes);

/// <summary>出证的结果。</summary>
/// <param name="Bytes">The package; null where there is none.</param>
/// <param name="Reports">Report of each document.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record Certified(byte[]? Bytes, IReadOnlyList<Report> Reports, Reason? Problem);
