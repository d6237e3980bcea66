using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>部门的名录：kept in memory, since a search compares what is typed with every name. Bodies are added and never change, so that only those are read which have come since.</summary>
internal sealed class BodyNames
{
    private readonly Lock _gate = new();
    private IReadOnlyList<BodyName> _all = [];
    private long _last;

    /// <summary>全部，按名称。</summary>
    public IReadOnlyList<BodyName> Of(Statements statements)
    {
        lock (_gate)
        {
            var added = statements.Rows("SELECT id, code, name, folded FROM archive_body WHERE id > @last ORDER BY id", r => new BodyName(new Body(r.GetInt64(0), r.GetString(1), r.GetString(2)), r.GetString(3)), ("last", _last));
            if (added.Count > 0)
            {
                _all = [.. _all.Concat(added).OrderBy(b => b.Body.Name, StringComparer.Ordinal)];
                _last = added[^1].Body.Id;
            }

            return _all;
        }
    }
}

/// <summary>部门与规范化的名称。</summary>
internal sealed class BodyName(Body body, string folded)
{
    public Body Body => body;

    public string Folded => folded;

    /// <summary>各字读音的首字母; null until somebody has asked for them.</summary>
    public string? Initials { get; set; }
}
