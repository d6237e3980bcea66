using Mingzhang.Budget;

namespace Mingzhang.Rules.Pairs;

/// <summary>同查的文件：another document with what it is to the one that is checked. What is only named in the report (tables already joined, files that
/// could not be paired) has no disclosure.</summary>
/// <param name="File">The file, its role and the evidence.</param>
/// <param name="Disclosure">What was read of it; null where nothing of it is compared.</param>
public sealed record Companion(PairedFile File, Disclosure? Disclosure)
{
    /// <summary>带上编号的前缀: figures of several documents need ids of their own, and their places the name of the file.</summary>
    public static IReadOnlyList<Companion> Keyed(IReadOnlyList<Companion> companions)
    {
        ArgumentNullException.ThrowIfNull(companions);
        var keyed = new List<Companion>();
        foreach (var companion in companions)
        {
            var key = companion.File.Role.ToString().ToLowerInvariant() + (keyed.Count(k => k.File.Role == companion.File.Role) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + ".";
            keyed.Add(companion.Disclosure is not { } disclosure ? companion
                : new Companion(companion.File with { Key = key }, DisclosureCopy.Of(disclosure, key)));
        }

        return keyed;
    }
}
