using System.Reflection;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>名词的通行解释：those of words.txt, under the keys by which sentences ask for them.</summary>
internal static class StandardTerms
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Terms = new(() => Outline.Read("words.txt", DataSource.Embedded(Assembly.GetExecutingAssembly()).Text("words.txt")!, new Problems())
        .Where(r => r.Key == "term").SelectMany(r => r.Children.Select(c => new { Key = r.Key + " " + c.Key, c.Value })).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal));

    /// <summary>全部解释。</summary>
    public static IReadOnlyDictionary<string, string> All => Terms.Value;

    public static string? Of(string key) => Terms.Value.GetValueOrDefault(key);
}
