using Mingzhang.Budget;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.Documents.Reading;

/// <summary>文件卡片：of a document what tells which others belong to it: its facts, its text and the titles of its tables, without its figures.</summary>
/// <param name="File">How the file is named.</param>
/// <param name="Slim">What was read, without its figures.</param>
/// <param name="Tables">Whether it is tables only.</param>
/// <param name="Narrative">Whether it is a narrative without its tables.</param>
public sealed record FileCard(string File, Disclosure Slim, bool Tables, bool Narrative)
{
    /// <summary>一份文件的。</summary>
    /// <param name="file">How it is named.</param>
    /// <param name="whole">What was read of it.</param>
    public static FileCard Of(string file, Disclosure whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new FileCard(file, whole with
        {
            Statements = [],
            Listings = [],
            Performance = [],
            Sections = [],
            Unbound = [],
            ReadingFindings = [],
            Tables = [.. whole.Tables.Where(t => t.Title.Length > 0).DistinctBy(t => t.Title, StringComparer.Ordinal).Select(t => t with { Rows = [], Columns = [] })],
        }, JoinedReader.IsTables(whole), JoinedReader.IsNarrative(whole));
    }

    /// <summary>不像公开文本：no title, no book of forms and no amount was found.</summary>
    public static bool IsNothing(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.Facts is { Kind: DocumentKind.Unknown, Book: null } && !disclosure.Statements.Any(s => s is AmountStatement { Amount: not null });
    }

    /// <summary>说明与表格分开公布的，合为一份; the tables go to the narrative of the same entity, year and kind whose name is most like theirs.</summary>
    public static IReadOnlyList<JoinedCard> Joined(IReadOnlyList<FileCard> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var owned = new Dictionary<FileCard, List<string>>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<FileCard>(ReferenceEqualityComparer.Instance);
        var narratives = all.Where(c => c.Narrative).ToList();
        foreach (var tables in all.Where(c => c.Tables))
        {
            var owner = narratives.Where(n => EntityNames.Tables(tables.Slim, n.Slim) && Fitting.Of(PairRole.Tables, n.Slim, tables.Slim).Fits)
                .MaxBy(n => Path.GetFileName(n.File).Zip(Path.GetFileName(tables.File)).TakeWhile(p => p.First == p.Second).Count());
            if (owner is not null)
            {
                taken.Add(tables);
                (owned.TryGetValue(owner, out var list) ? list : owned[owner] = []).Add(tables.File);
            }
        }

        return [.. all.Where(c => !taken.Contains(c)).Select(c => new JoinedCard(c, owned.GetValueOrDefault(c) ?? []))];
    }
}

/// <summary>一份文件与另行公布的表格。</summary>
/// <param name="Card">The document.</param>
/// <param name="Tables">The files of its tables, by name.</param>
public sealed record JoinedCard(FileCard Card, IReadOnlyList<string> Tables);
