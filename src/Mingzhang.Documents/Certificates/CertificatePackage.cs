using System.Security.Cryptography;
using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Documents.Certificates;

/// <summary>证书包：opened from bytes that nobody vouches for: bounded in size and number of parts, nothing is ever written to a disk under a name that it holds.</summary>
public sealed class CertificatePackage
{
    /// <summary>一个包最多的字节。</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private const int MostOfManifest = 4 * 1024 * 1024;
    private const int MostOfKey = 16 * 1024;

    private static readonly ArchiveLimits Limits = new() { Entries = 4_000, PartBytes = (int)Opening.MostBytes, TotalBytes = 512L * 1024 * 1024 };

    private CertificatePackage(Manifest manifest, byte[] signed, byte[] signature, VerifyingKey key, IReadOnlyDictionary<string, byte[]> parts, IReadOnlyList<string> repeated)
    {
        Manifest = manifest;
        Signed = signed;
        Signature = signature;
        Key = key;
        Parts = parts;
        Repeated = repeated;
    }

    /// <summary>清单。</summary>
    public Manifest Manifest { get; }

    /// <summary>包内的公钥：whose it is, the package cannot say.</summary>
    public VerifyingKey Key { get; }

    internal byte[] Signed { get; }

    internal byte[] Signature { get; }

    /// <summary>各部分，按名称, without the manifest and its signature.</summary>
    internal IReadOnlyDictionary<string, byte[]> Parts { get; }

    /// <summary>重名的部分：which of them a program takes, nobody can say.</summary>
    internal IReadOnlyList<string> Repeated { get; }

    /// <summary>打开; null with the reason where it is no certificate or cannot be read.</summary>
    public static CertificatePackage? Open(byte[] bytes, out Reason? problem)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        problem = new Reason("不是勾稽证书", "is no certificate");
        if (!ArchiveFile.Recognises(bytes))
        {
            return null;
        }

        try
        {
            var opened = ArchiveFile.Open(bytes, Limits);
            if (opened.Archive is not { } archive)
            {
                problem = opened.Problem!.Problem;
                return null;
            }

            return Of(archive, ref problem);
        }
        catch (ArchiveException e)
        {
            problem = ArchiveProblems.Of(e.Problem).Problem;
            return null;
        }
    }

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static CertificatePackage? Of(Archive archive, ref Reason? problem)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var repeated = new List<string>();
        foreach (var entry in archive.Entries)
        {
            // Names that differ in capitals only are one file for many programs.
            if (!seen.Add(entry.Name))
            {
                repeated.Add(entry.Name);
                continue;
            }

            parts[entry.Name] = archive.Part(entry);
        }

        if (!parts.Remove(PartNames.Manifest, out var manifest))
        {
            return null;
        }

        if (!parts.Remove(PartNames.Signature, out var signature) || !parts.TryGetValue(PartNames.Key, out var pem))
        {
            problem = new Reason("缺少签名或公钥，不能验证", "lacks the signature or the key, and cannot be verified");
            return null;
        }

        if (manifest.Length > MostOfManifest || signature.Length > MostOfKey || pem.Length > MostOfKey)
        {
            problem = new Reason("清单、签名或公钥超过上限", "has a manifest, a signature or a key beyond the limits");
            return null;
        }

        return ManifestReading.Read(manifest, out problem) is not { } read || VerifyingKey.Read(System.Text.Encoding.UTF8.GetString(pem), out problem) is not { } key ? null
            : new CertificatePackage(read, manifest, signature, key, parts, repeated);
    }
}
