namespace Mingzhang.Portal.Text;

/// <summary>名词：a term of budgets in plain words.</summary>
internal sealed record Term(string Key, string Chinese, string English, string Meaning, string MeaningEnglish)
{
    public string Name(bool english) => english ? English : Chinese;

    public string Says(bool english) => english ? MeaningEnglish : Meaning;
}

/// <summary>名词解释：from a data file: a line with key and names, below it the meaning in both languages.</summary>
internal static class Glossary
{
    public static IReadOnlyList<Term> All { get; } = Read(Words.Resource("portal-glossary.txt"));

    private static List<Term> Read(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var terms = new List<Term>();
        for (var i = 0; i + 2 < lines.Count; i += 3)
        {
            var cut = lines[i].IndexOf(' ', StringComparison.Ordinal);
            var names = lines[i][(cut + 1)..].Split(" | ");
            terms.Add(new Term(lines[i][..cut], names[0], names[1], lines[i + 1].Trim(), lines[i + 2].Trim()));
        }

        return terms;
    }
}
