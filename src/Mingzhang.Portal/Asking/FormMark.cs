using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Portal.Asking;

/// <summary>表单的记号：says that we made the form, for which figure and when; good once. Readers have no cookie and no account, so that nobody else's form could act in their name;
/// what it keeps out is who posts without having opened the page.</summary>
internal sealed class FormMark(Func<string> secret, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(2), Latest = TimeSpan.FromHours(6);

    private readonly Lazy<byte[]> _key = new(() => Convert.FromHexString(secret()));
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <summary>新的记号。</summary>
    public string Make(string about)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        return said + "." + Seal(said, about);
    }

    /// <summary>是否可用; it is used up by that.</summary>
    public bool Use(string? mark, string about)
    {
        if (mark?.Split('.') is not [var seconds, var number, var seal] || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var made) || made > 99_999_999_999
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(seconds + "." + number, about))))
        {
            return false;
        }

        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(made);
        if (age < Soonest || age > Latest || !_used.TryAdd(seal, true))
        {
            return false;
        }

        if (_used.Count > MostRemembered)
        {
            _used.Clear();
        }

        return true;
    }

    private string Seal(string said, string about) => Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(said + "\n" + about)))[..32];
}
