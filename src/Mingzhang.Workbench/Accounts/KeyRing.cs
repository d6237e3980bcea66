using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mingzhang.Workbench.Accounts;

/// <summary>保护密钥：kept in the database, so that every node and every start reads what another wrote; sealed by the secret outside of it, where the operator has one.</summary>
internal sealed partial class KeyRing(AccountRows rows) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => rows.Read(s => s.Rows("SELECT body FROM work_key ORDER BY name", r => XElement.Parse(r.GetString(0))));

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => rows.Write(s =>
        s.Run("INSERT INTO work_key (name, body) VALUES (@name, @body) ON CONFLICT (name) DO NOTHING", ("name", friendlyName), ("body", element.ToString(SaveOptions.DisableFormatting))));

    /// <summary>登记：data protection over these keys.</summary>
    public static void Add(IServiceCollection services, AccountRows rows, KeySecret? secret)
    {
        services.AddDataProtection().SetApplicationName("mingzhang");
        if (secret is not null)
        {
            services.AddSingleton(secret);
        }

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(o => (o.XmlRepository, o.XmlEncryptor) = (new KeyRing(rows), secret is null ? null : new SealedKeys(secret))));
    }

    /// <summary>库中的是否与密钥相合: what was sealed or hashed with a secret is of no use without that secret, and nothing should begin as if it were not there.</summary>
    public static bool Fits(AccountRows rows, KeySecret? secret)
    {
        var bound = rows.Read(s => s.Rows("SELECT body FROM work_key", r => Sealed().Match(r.GetString(0)).Groups[1].Value)).Where(v => v.Length > 0).ToList();
        if (secret is null)
        {
            return bound.Count == 0 && rows.Read(s => s.Rows("SELECT id FROM work_account WHERE password LIKE @mark LIMIT 1", _ => true, ("mark", PepperedHasher.Mark + "%"))).Count == 0;
        }

        try
        {
            return bound.TrueForAll(v => secret.Open(v).Length > 0);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    [GeneratedRegex("<sealed[^>]*>([^<]+)<")]
    private static partial Regex Sealed();
}

/// <summary>加密保存的保护密钥：by the secret outside of the database.</summary>
internal sealed class SealedKeys(KeySecret secret) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(new XElement("sealed", secret.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(SealedKeyReader));
}

/// <summary>读加密保存的保护密钥；made by the framework.</summary>
internal sealed class SealedKeyReader(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(services.GetRequiredService<KeySecret>().Open(encryptedElement.Value));
}
