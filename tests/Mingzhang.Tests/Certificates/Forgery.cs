using System.IO.Compression;
using System.Text;
using Mingzhang.Documents.Certificates;
using Mingzhang.Documents.Writing;

namespace Mingzhang.Tests.Certificates;

/// <summary>伪造：a certificate taken apart, changed, and put together again with every hash recomputed and the whole signed anew, as a careful forger would.</summary>
internal sealed class Forgery
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);

    public Forgery(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            _parts[entry.FullName] = bytes.ToArray();
        }

        Manifest = ManifestReading.Read(_parts["manifest.json"], out _)!;
    }

    public Manifest Manifest { get; set; }

    public byte[] this[string part]
    {
        get => _parts[part];
        set => _parts[part] = value;
    }

    public bool Remove(string part) => _parts.Remove(part);

    public void Replace(string part, string was, string now)
    {
        var text = Encoding.UTF8.GetString(_parts[part]);
        Assert.Contains(was, text, StringComparison.Ordinal);
        _parts[part] = Encoding.UTF8.GetBytes(text.Replace(was, now, StringComparison.Ordinal));
    }

    /// <summary>As it is, without a new hash or signature.</summary>
    public byte[] Plain() => StableZip.Of(_parts.Select(p => new ZipPart(p.Key, p.Value)));

    public byte[] Signed(SigningKey key)
    {
        _parts["signer.pem"] = Encoding.ASCII.GetBytes(key.Public.Pem);
        var manifest = (Manifest with
        {
            Signer = key.Public.Fingerprint,
            Parts = [.. _parts.Where(p => !p.Key.StartsWith("manifest.", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new CertifiedPart(p.Key, p.Value.Length, CertificatePackage.Hash(p.Value)))],
        }).Write();
        _parts["manifest.json"] = manifest;
        _parts["manifest.sig"] = key.Sign(manifest);
        return Plain();
    }
}
