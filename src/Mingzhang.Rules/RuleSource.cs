using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules;

/// <summary>依据：a norm, publication or practice on which rules rest; written once, cited by its short name.</summary>
/// <param name="Name">Short name, as it begins an item of a basis.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Full title with number and year.</param>
public sealed record RuleSource(Reason Name, RuleSourceKind Kind, Reason Title)
{
    /// <summary>读取全部依据。</summary>
    internal static IReadOnlyList<RuleSource> Load(string file, string text, Problems problems)
    {
        var all = new Dictionary<string, RuleSource>(StringComparer.Ordinal);
        foreach (var root in Outline.Read(file, text, problems))
        {
            Fields.Check(root, ["kind", "title"], [], problems);
            var title = root.Children.FirstOrDefault(c => c.Key == "title")?.Pair ?? ("", "");
            if (root.Key != "source")
            {
                problems.Unknown(root);
            }
            else if (!Enum.TryParse<RuleSourceKind>(root.Children.FirstOrDefault(c => c.Key == "kind")?.Value, ignoreCase: true, out var kind) || title.English.Length == 0)
            {
                problems.Add(root, "缺少 kind 或中英文 title", "'kind' or the titles in both languages are missing");
            }
            else if (!all.TryAdd(root.Pair.Chinese, new RuleSource(new Reason(root.Pair.Chinese, root.Pair.English), kind, new Reason(title.Chinese, title.English))))
            {
                problems.Duplicate(root, root.Pair.Chinese);
            }
        }

        return [.. all.Values];
    }

    /// <summary>一条依据所引的各项; what is not among the sources is refused, so that nothing is cited that is not written down.</summary>
    internal static IReadOnlyList<RuleSource> Cited(Outline basis, IReadOnlyList<RuleSource> sources, Problems problems)
    {
        var cited = new List<RuleSource>();
        foreach (var item in basis.Pair.Chinese.Split('；', StringSplitOptions.TrimEntries))
        {
            if (sources.Where(s => item.StartsWith(s.Name.Chinese, StringComparison.Ordinal)).MaxBy(s => s.Name.Chinese.Length) is { } source)
            {
                cited.Add(source);
            }
            else
            {
                problems.Add(basis, $"依据“{item}”不在 sources.txt 中", $"the source '{item}' is not in sources.txt");
            }
        }

        return cited;
    }
}

/// <summary>依据的种类。</summary>
public enum RuleSourceKind
{
    /// <summary>法律、法规、规范性文件和国家标准。</summary>
    Norm,

    /// <summary>科目。</summary>
    Classification,

    /// <summary>惯例。</summary>
    Practice,

    /// <summary>算术。</summary>
    Arithmetic,

    /// <summary>文献。</summary>
    Paper,

    /// <summary>表册自身的声明。</summary>
    Book,

    /// <summary>本程序的核对范围。</summary>
    Scope,
}
