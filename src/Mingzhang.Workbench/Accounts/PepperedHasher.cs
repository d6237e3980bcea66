using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mingzhang.Workbench.Accounts;

/// <summary>加密钥的口令散列：the platform's slow hash of what the secret outside of the database makes of the password. Hashes of before are taken once more and made anew with it.</summary>
internal sealed class PepperedHasher(IOptions<PasswordHasherOptions> options, KeySecret? secret = null) : PasswordHasher<Account>(options)
{
    /// <summary>散列的开头。</summary>
    public const string Mark = "k.";

    /// <inheritdoc/>
    public override string HashPassword(Account user, string password) => secret is null ? base.HashPassword(user, password) : Mark + base.HashPassword(user, secret.Peppered(password));

    /// <inheritdoc/>
    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        if (hashedPassword.StartsWith(Mark, StringComparison.Ordinal))
        {
            return secret is null ? PasswordVerificationResult.Failed : base.VerifyHashedPassword(user, hashedPassword[Mark.Length..], secret.Peppered(providedPassword));
        }

        var result = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        return result == PasswordVerificationResult.Success && secret is not null ? PasswordVerificationResult.SuccessRehashNeeded : result;
    }
}
