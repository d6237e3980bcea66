using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Certificates;

/// <summary>验证：signature, then hashes, then reading and checking once more. Each is told whatever the others say, so that an alteration is named and not only noticed.</summary>
public static class Verification
{
    /// <summary>验证一个包; <paramref name="expected"/> is the fingerprint of the publisher's key, null where it is not known.</summary>
    public static Verified Of(Library library, CertificatePackage package, string? expected, string tool)
    {
        ArgumentNullException.ThrowIfNull(package);
        var alterations = new List<Alteration>();
        Signature(package, expected, alterations);
        Hashes(package, alterations);
        var manifest = package.Manifest;
        var rerun = new Rerun(library, package, tool);
        IReadOnlyList<VerifiedDocument> documents = [.. manifest.Documents.Select((d, i) => rerun.Of(i, d))];
        var verified = new Verified
        {
            Manifest = manifest,
            Key = package.Key,
            Trust = expected is null ? SignerTrust.Unknown : expected == package.Key.Fingerprint ? SignerTrust.Expected : SignerTrust.Other,
            Alterations = alterations,
            Documents = documents,
            Tool = tool,
            Rules = RuleBook.Version,
        };

        // By the same program and rules, whatever differs was not the result.
        alterations.AddRange(documents.SelectMany(d => d.Differences).Where(d => verified.SameVersion || d.Kind != AlterationKind.Result));
        return verified;
    }

    private static void Signature(CertificatePackage package, string? expected, List<Alteration> alterations)
    {
        if (!package.Key.Verifies(package.Signed, package.Signature))
        {
            alterations.Add(new Alteration(AlterationKind.Signature, PartNames.Signature, new Reason("签名与清单不符：清单在签名后被改动，或签名不是这把钥匙所作", "does not fit the manifest: that was changed after it was signed, or signed with another key")));
        }

        if (package.Manifest.Signer != package.Key.Fingerprint)
        {
            alterations.Add(new Alteration(AlterationKind.Signer, PartNames.Key, new Reason("清单所记的签名人不是包内的公钥", "is not the signer whom the manifest names")));
        }

        if (expected is not null && expected != package.Key.Fingerprint)
        {
            alterations.Add(new Alteration(AlterationKind.Signer, PartNames.Key, new Reason("签名人不是所指明的公开单位", "is not the key of the publisher that was named")));
        }

        if (package.Manifest.Documents.Count == 0)
        {
            alterations.Add(new Alteration(AlterationKind.Removed, PartNames.Manifest, new Reason("没有列出文件", "lists no document")));
        }
    }

    private static void Hashes(CertificatePackage package, List<Alteration> alterations)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in package.Manifest.Parts)
        {
            var name = EntryNames.Shown(part.Name);
            if (!listed.Add(part.Name))
            {
                alterations.Add(new Alteration(AlterationKind.Added, name, new Reason("在清单中列了两次", "is listed twice")));
            }
            else if (!package.Parts.TryGetValue(part.Name, out var bytes))
            {
                alterations.Add(new Alteration(AlterationKind.Removed, name, new Reason("清单所列的部分不在包内", "is listed and not in the package")));
            }
            else if (bytes.Length != part.Length || CertificatePackage.Hash(bytes) != part.Hash)
            {
                alterations.Add(new Alteration(AlterationKind.Changed, name, new Reason("内容与清单的哈希不符，已被改动", "does not have the hash that is listed: it was changed")));
            }
        }

        alterations.AddRange(package.Parts.Keys.Where(n => !listed.Contains(n)).Order(StringComparer.Ordinal).Select(n => new Alteration(AlterationKind.Added, EntryNames.Shown(n), new Reason("不在清单内，系后来加入", "is not listed: it was added"))));
        alterations.AddRange(package.Repeated.Select(n => new Alteration(AlterationKind.Added, EntryNames.Shown(n), new Reason("在包内有两份，各程序所见可能不同", "is in the package twice, so that programs may see different ones"))));
        alterations.AddRange(package.Parts.Keys.Where(n => listed.Contains(n) && !Known(package.Manifest, n)).Order(StringComparer.Ordinal).Select(n => new Alteration(AlterationKind.Added, EntryNames.Shown(n), new Reason("不属于任何一份文件", "belongs to none of the documents"))));
    }

    // A newer version may give results that this one does not; but a part has its folder, a plain name, and nothing below it.
    private static bool Known(Manifest manifest, string name) =>
        name == PartNames.Key || manifest.Documents.Select((d, i) => new { Folder = PartNames.Folder(i), Originals = d.Tables.Select((t, n) => PartNames.Tables(i, n, t)).Prepend(PartNames.Original(i, d.Name)) })
            .Any(d => d.Originals.Contains(name, StringComparer.Ordinal) || (name.StartsWith(d.Folder, StringComparison.Ordinal) && name[d.Folder.Length..] is var rest && PartNames.IsResult(rest)));
}
