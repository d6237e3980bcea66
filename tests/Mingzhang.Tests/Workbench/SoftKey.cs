using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mingzhang.Tests.Workbench;

/// <summary>一把软的通行密钥：answers as a device would, and wrongly where a test asks for it.</summary>
internal sealed class SoftKey(string origin) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private byte[] _user = [];

    /// <summary>从哪个网站回答。</summary>
    public string Origin { get; init; } = origin;

    /// <summary>为哪个地方。</summary>
    public string Place { get; init; } = new Uri(origin).Host;

    /// <summary>是否验证过持有者。</summary>
    public bool Verifies { get; init; } = true;

    /// <summary>回答的次数; a device that does not count says 0.</summary>
    public uint Counter { get; set; }

    /// <summary>公开部分的横坐标。</summary>
    public byte[] Public => _key.ExportParameters(false).Q.X!;

    /// <summary>不出设备的部分。</summary>
    public byte[] Private => _key.ExportParameters(true).D!;

    /// <summary>建立。</summary>
    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _user = Base64Url.DecodeFromChars(asked.RootElement.GetProperty("user").GetProperty("id").GetString());
        var point = _key.ExportParameters(false).Q;
        byte[] data = [.. Head(0x40), .. new byte[16], 0, (byte)_id.Length, .. _id, 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Json(new { clientDataJSON = Base64Url.EncodeToString(Client("webauthn.create", asked)), attestationObject = Base64Url.EncodeToString(attestation), transports = new[] { "internal" } });
    }

    /// <summary>登录。</summary>
    public string Assert(string options)
    {
        using var asked = JsonDocument.Parse(options);
        var (data, client) = (Head(0), Client("webauthn.get", asked));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Json(new { clientDataJSON = Base64Url.EncodeToString(client), authenticatorData = Base64Url.EncodeToString(data), signature = Base64Url.EncodeToString(signature), userHandle = Base64Url.EncodeToString(_user) });
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Head(byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Place)), (byte)(flags | 1 | (Verifies ? 4 : 0)), .. counter];
    }

    private byte[] Client(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private string Json(object response) => JsonSerializer.Serialize(new { id = Base64Url.EncodeToString(_id), rawId = Base64Url.EncodeToString(_id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });
}
