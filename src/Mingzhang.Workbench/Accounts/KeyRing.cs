using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Mingzhang.Workbench.Accounts;

/// <summary>保护密钥：kept in the database, so that every node and every start reads what another wrote.</summary>
internal sealed class KeyRing(AccountRows rows) : IXmlRepository
{
    /// <summary>程序的名称，by which keys of different programs are told apart.</summary>
    public const string Application = "mingzhang";

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => rows.Read(s => s.Rows("SELECT body FROM work_key ORDER BY name", r => XElement.Parse(r.GetString(0))));

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => rows.Write(s =>
        s.Run("INSERT INTO work_key (name, body) VALUES (@name, @body) ON CONFLICT (name) DO NOTHING", ("name", friendlyName), ("body", element.ToString(SaveOptions.DisableFormatting))));
}
