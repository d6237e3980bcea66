using Microsoft.AspNetCore.DataProtection;

namespace Mingzhang.Workbench.Accounts;

/// <summary>密文：what must be read again and yet not stand open in the database.</summary>
internal sealed class Secrets(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("mingzhang.accounts");

    public string Protect(string text) => _protector.Protect(text);

    public string Unprotect(string text) => _protector.Unprotect(text);
}
