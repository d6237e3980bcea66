namespace Mingzhang.Workbench.Accounts;

/// <summary>口令的强度：about how many bits somebody has to guess who knows nothing but how people choose; password.js reckons the same while one types.</summary>
internal static class PasswordStrength
{
    /// <summary>满分。</summary>
    public const int Most = 100;

    private const int Digits = 10, Letters = 26, Signs = 33, Others = 2000, Repeated = 8, Fair = 45, Good = 65, Strong = 85;

    /// <summary>约多少位，至多一百。</summary>
    public static int Bits(string password)
    {
        var pool = (password.Any(char.IsAsciiDigit) ? Digits : 0) + (password.Any(char.IsAsciiLetterLower) ? Letters : 0) + (password.Any(char.IsAsciiLetterUpper) ? Letters : 0)
            + (password.Any(c => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c)) ? Signs : 0) + (password.Any(c => !char.IsAscii(c)) ? Others : 0);

        // What only goes on as it began, or comes once more, adds next to nothing.
        var counted = password.Where((c, i) => i == 0 || Math.Abs(c - password[i - 1]) > 1).Distinct().Count() + (password.Length / Repeated);
        return pool == 0 ? 0 : (int)Math.Min(Most, counted * Math.Log2(pool));
    }

    /// <summary>用一个词：weak, fair, good or strong.</summary>
    public static string Word(string password) => Bits(password) switch { < Fair => "weak", < Good => "fair", < Strong => "good", _ => "strong" };
}
