using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.App.Commands;

/// <summary>文件卡片：of a document what tells which others belong to it: its facts, its text and the titles of its tables, without its figures.</summary>
internal sealed record FileCard(string File, Disclosure Slim, bool Tables, bool Narrative)
{
    public static FileCard Of(Loaded loaded)
    {
        var whole = loaded.Disclosure;
        return new FileCard(loaded.File, whole with
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

    /// <summary>说明与表格分开公布的，合为一份; the tables go to the narrative of the same entity, year and kind whose name is most like theirs.</summary>
    public static IReadOnlyList<JoinedCard> Joined(IReadOnlyList<FileCard> all)
    {
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
internal sealed record JoinedCard(FileCard Card, IReadOnlyList<string> Tables);
