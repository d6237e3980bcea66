using System.Reflection;
using Mingzhang.Forms;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>缺口的名称：what an officer still has to write, in words: names from words.txt, or made from what the key speaks of.</summary>
internal static class GapNames
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(() => Outline.Read("words.txt", DataSource.Embedded(Assembly.GetExecutingAssembly()).Text("words.txt")!, new Problems())
        .Where(r => r.Key == "gap").SelectMany(r => r.Children).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));

    public static string Of(string key, Library library, int year)
    {
        if (Known.Value.TryGetValue(key, out var name))
        {
            return name;
        }

        var cut = key.IndexOfAny([' ', '-']);
        var (kind, of) = cut < 0 ? (key, "") : (key[..cut], key[(cut + 1)..]);
        return kind switch
        {
            "why" => (library.Space.Member("purpose", of)?.Chinese ?? of) + "变动的原因",
            "use" => of + " " + (library.Catalogues["functions"].Find(of, year)?.Name ?? "") + "的用途",
            "about" => of + "的主要内容",
            "term" => "名词解释：" + of,
            _ => key,
        };
    }
}
