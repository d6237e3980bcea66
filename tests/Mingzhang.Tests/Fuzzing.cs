using System.Globalization;

namespace Mingzhang.Tests;

/// <summary>随机损坏的次数：a few hundred in every run; MINGZHANG_FUZZ asks for more.</summary>
internal static class Fuzzing
{
    public const int Usual = 500;

    public static int Rounds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : Usual;
}
