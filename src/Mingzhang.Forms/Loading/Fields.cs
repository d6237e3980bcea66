namespace Mingzhang.Forms.Loading;

/// <summary>字段检查：unknown fields and fields given twice are refused.</summary>
public static class Fields
{
    /// <summary>检查一项的各字段。</summary>
    public static void Check(Outline at, string[] once, string[] repeatable, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in at.Children)
        {
            if (once.Contains(child.Key))
            {
                if (!seen.Add(child.Key))
                {
                    problems.Duplicate(child, child.Key);
                }
            }
            else if (!repeatable.Contains(child.Key))
            {
                problems.Unknown(child);
            }
        }
    }
}
