using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Citing;

/// <summary>句中的部门：the body whose name a sentence says, in full or without the places above it (普陀区财政局 for 上海市普陀区财政局).</summary>
internal static class NamedBodies
{
    // 财政局 alone is the end of many names, but a name all the same.
    private const int Shortest = 3;

    /// <summary>所说的部门：several where the words fit several equally well, none where they fit none.</summary>
    public static IReadOnlyList<Body> In(string sentence, IReadOnlyList<BodyName> all)
    {
        var folded = Fold.Label(sentence);
        var best = 0;
        var found = new List<Body>();
        foreach (var body in all)
        {
            var length = Said(folded, body.Folded);
            if (length < Shortest || length < best)
            {
                continue;
            }

            if (length > best)
            {
                found.Clear();
                best = length;
            }

            found.Add(body.Body);
        }

        return found;
    }

    /// <summary>名称含有所问的部门：by part of the name, or by the initials of its sounds.</summary>
    public static IEnumerable<Body> Like(string query, Library library, IReadOnlyList<BodyName> all)
    {
        var folded = Fold.Label(query);
        var initials = query.Length > 1 && query.All(char.IsAsciiLetterOrDigit) ? query.ToLowerInvariant() : null;
        return all.Where(b => (folded.Length > 0 && b.Folded.Contains(folded, StringComparison.OrdinalIgnoreCase)) || (initials is not null && (b.Initials ??= library.Terms.Sounds.Initials(b.Body.Name)).Contains(initials, StringComparison.Ordinal))).Select(b => b.Body);
    }

    // The longest end of the name that the sentence says. The whole name goes before every end of another one.
    private static int Said(string folded, string name)
    {
        for (var from = 0; name.Length - from >= Shortest; from++)
        {
            if (folded.Contains(name.AsSpan(from), StringComparison.Ordinal))
            {
                return from == 0 ? (name.Length * 2) + 1 : name.Length - from;
            }
        }

        return 0;
    }
}
