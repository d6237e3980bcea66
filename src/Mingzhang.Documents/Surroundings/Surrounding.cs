using Mingzhang.Budget;

namespace Mingzhang.Documents.Surroundings;

/// <summary>环境的一项：one thing outside the program that some of its work needs.</summary>
/// <param name="Key">Short name for scripts.</param>
/// <param name="What">What it is and what needs it.</param>
/// <param name="Found">Where or which; null where it is missing.</param>
/// <param name="Remedy">How it is put right; null where it is found.</param>
/// <param name="Needed">Whether something fails without it; others only do less.</param>
public sealed record Surrounding(string Key, Reason What, string? Found, Reason? Remedy, bool Needed = false)
{
    /// <summary>是否完好。</summary>
    public bool Holds => Found is not null;
}
