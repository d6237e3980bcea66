using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>撤并的公开：what the archive says of units that ended is what the ledger says; told when one ends, and again with whatever is published, so that an archive made anew learns of it.</summary>
internal static class Successors
{
    /// <summary>告诉同一数据库里的档案。</summary>
    public static void Tell(Writing writing)
    {
        using var archive = writing.Archive();
        archive?.Filing.Tell(Of(writing));
    }

    /// <summary>账库里的撤并，以公开时的名称。</summary>
    public static IReadOnlyList<ArchivedSuccession> Of(Reading reading) =>
        [.. reading.All(Kinds.Succession).Select(Succession.Of).OrderByDescending(s => s.Year).Select(s => Told(reading, s)).Where(s => s.Code != s.Successor).DistinctBy(s => s.Code).OrderBy(s => s.Code, StringComparer.Ordinal)];

    private static ArchivedSuccession Told(Reading reading, Succession s)
    {
        // Under the name that it has since, or had when the year was not begun.
        var name = s.Successor.Length == 0 ? "" : (reading.All(Kinds.Unit, ("code", s.Successor)).Select(Unit.Of).OrderBy(u => u.Year).LastOrDefault()?.Name ?? "");
        return new ArchivedSuccession(s.Year, Filing.CodeOf(s.Name), s.Name, name.Length == 0 ? "" : Filing.CodeOf(name), name);
    }
}
