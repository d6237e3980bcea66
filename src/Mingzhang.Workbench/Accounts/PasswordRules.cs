using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Workbench.Accounts;

/// <summary>口令的规则：what is beyond its length: not without end, and not what many choose. Which characters it has is nobody's business.</summary>
internal sealed class PasswordRules(AccountSettings settings) : IPasswordValidator<Account>
{
    /// <summary>太长。</summary>
    public const string TooLong = "PasswordTooLong";

    /// <summary>太常见。</summary>
    public const string Common = "PasswordCommon";

    /// <summary>泄露过。</summary>
    public const string Breached = "PasswordBreached";

    private const int Longest = 128, LeastLeft = 6;

    // Rows of keys and of signs, along which fingers go; and what stands in front of digits in every list of passwords that were found.
    private static readonly string[] Rows = ["0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "!@#$%^&*()_+", "1q2w3e4r5t6y7u8i9o0p"];

    private static readonly string[] Words =
    [
        "administrator", "password", "passw0rd", "p@ssw0rd", "p@ssword", "iloveyou", "woaini", "welcome", "letmein", "superman", "princess", "sunshine", "football", "baseball", "monkey", "dragon", "master", "shadow", "michael", "admin", "login",
        "secret", "changeme", "default", "system", "server", "oracle", "huawei", "mingzhang", "zhongguo", "beijing", "qwerty", "qwert", "asdfgh", "asdf", "zxcvbn", "zxcv", "1qaz2wsx", "qazwsx", "1q2w3e4r", "abcd", "abc", "test", "user", "root", "guest",
    ];

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is { Length: > Longest } ? Failed(TooLong) : password is not null && Usual(password, user.Name) ? Failed(Common)
        : password is not null && settings.Breached?.Holds(password) == true ? Failed(Breached) : IdentityResult.Success);

    /// <summary>是否太常见：nothing but digits, a row of keys, a repetition, or words of which everybody thinks.</summary>
    public static bool Usual(string password, string name)
    {
        var small = password.Trim().ToLowerInvariant();
        var left = small;
        foreach (var word in Words.Append(name.Trim().ToLowerInvariant()).Where(w => w.Length > 1))
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }

        return small.All(char.IsAsciiDigit) || Repeats(small) || Walks(small) || (left.Length < small.Length && (left.Length < LeastLeft || !left.Any(char.IsLetter)));
    }

    // The same few characters over and over.
    private static bool Repeats(string text) => Enumerable.Range(1, text.Length / 2).Any(n => text.AsSpan(n).SequenceEqual(text.AsSpan(0, text.Length - n)));

    // Cut into pieces of rows, forward or backward, none shorter than four but the last.
    private static bool Walks(string text)
    {
        const int Least = 4;
        for (var at = 0; at < text.Length;)
        {
            var length = text.Length - at;
            while (length >= Least && !Rows.Any(r => Along(r, text.AsSpan(at, length))))
            {
                length--;
            }

            if (length < Least)
            {
                return at > 0 && text.Length - at < Least;
            }

            at += length;
        }

        return true;
    }

    private static bool Along(string row, ReadOnlySpan<char> piece)
    {
        Span<char> back = stackalloc char[piece.Length];
        piece.CopyTo(back);
        back.Reverse();
        return row.AsSpan().Contains(piece, StringComparison.Ordinal) || row.AsSpan().Contains(back, StringComparison.Ordinal);
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
