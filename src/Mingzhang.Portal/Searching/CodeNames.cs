using Mingzhang.Forms;
using Mingzhang.Forms.Codes;

namespace Mingzhang.Portal.Searching;

/// <summary>科目的查找：by the beginning of the code, by part of the name, or by the initials of its sounds; initials are worked out once.</summary>
internal sealed class CodeNames(Library library)
{
    private static readonly string[] Catalogues = ["functions", "economic-department"];

    private readonly Lazy<List<Known>> _all = new(() => [.. Catalogues.SelectMany(c => library.Catalogues[c].Entries).Select(e => new Known(e, Catalogue.FoldName(e.Name), library.Terms.Sounds.Initials(e.Name)))]);

    /// <summary>找到的，短的在前。</summary>
    public IEnumerable<CodeEntry> Find(string words)
    {
        var folded = Catalogue.FoldName(words);
        var (digits, letters) = (words.Length > 1 && words.All(char.IsAsciiDigit), words.Length > 2 && words.All(char.IsAsciiLetter));
        var initials = letters ? words.ToLowerInvariant() : "";
        return _all.Value.Where(k => digits ? k.Entry.Code.StartsWith(words, StringComparison.Ordinal) : letters ? k.Initials.StartsWith(initials, StringComparison.Ordinal) : folded.Length > 1 && k.Folded.Contains(folded, StringComparison.Ordinal))
            .Select(k => k.Entry).OrderBy(e => e.Code.Length).ThenBy(e => e.Code, StringComparer.Ordinal);
    }

    private sealed record Known(CodeEntry Entry, string Folded, string Initials);
}
