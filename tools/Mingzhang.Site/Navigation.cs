namespace Mingzhang.Site;

/// <summary>栏目：the pages of one audience.</summary>
/// <param name="Title">In both languages.</param>
/// <param name="Entries">Its pages, in order.</param>
internal sealed record Section(Words Title, IReadOnlyList<Entry> Entries);

/// <summary>栏目里的一页。</summary>
/// <param name="Key">Path of the page below docs/, without language and ending; the address, too.</param>
/// <param name="Chinese">File of the Chinese text, as the repository names it.</param>
/// <param name="English">File of the English text; the same where one text speaks both languages.</param>
/// <param name="Title">In both languages.</param>
internal sealed record Entry(string Key, string Chinese, string English, Words Title)
{
    /// <summary>一种语言的文件。</summary>
    public string File(bool english) => english ? English : Chinese;

    /// <summary>一种语言的地址，从网站的根起。</summary>
    public string Address(bool english) => (english ? "en/" : "zh/") + Key + ".html";
}

/// <summary>两种语言的词。</summary>
internal sealed record Words(string Chinese, string English)
{
    /// <summary>一种语言的。</summary>
    public string In(bool english) => english ? English : Chinese;
}

/// <summary>导航：which pages there are and for whom, as docs/site/navigation.txt says: a section begins at the margin, its pages are indented, `FILE 中文 | English`.</summary>
internal static class Navigation
{
    private const string ChineseEnd = ".zh-CN.md", End = ".md";

    public static IReadOnlyList<Section> Read(string root, string file, List<string> problems)
    {
        var sections = new List<Section>();
        var entries = new List<Entry>();
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(Path.Combine(root, file)))
        {
            number++;
            if (line.Trim() is "" || line.StartsWith('#'))
            {
                continue;
            }

            var text = line.Trim();
            var path = char.IsWhiteSpace(line[0]) ? text.Split(' ', 2)[0] : "";
            var titles = text[path.Length..].Split('|', StringSplitOptions.TrimEntries);
            if (titles is not [{ Length: > 0 } chinese, { Length: > 0 } english] || (path.Length > 0 && sections.Count == 0))
            {
                problems.Add($"{file}:{number}: 应写“文件 中文 | English” / expected FILE 中文 | English");
                continue;
            }

            if (path.Length == 0)
            {
                sections.Add(new Section(new Words(chinese, english), entries = []));
                continue;
            }

            foreach (var entry in Entries(root, path, new Words(chinese, english)))
            {
                entries.Add(entry);
            }

            if (entries.Count == 0 || !System.IO.File.Exists(Path.Combine(root, entries[^1].English)))
            {
                problems.Add($"{file}:{number}: 没有 {path} / there is no {path}");
            }
        }

        return sections;
    }

    /// <summary>文件的页名，不分语言。</summary>
    public static string KeyOf(string file)
    {
        var below = file.StartsWith("docs/", StringComparison.Ordinal) ? file["docs/".Length..] : file;
        return below.EndsWith(ChineseEnd, StringComparison.Ordinal) ? below[..^ChineseEnd.Length] : below.EndsWith(End, StringComparison.Ordinal) ? below[..^End.Length] : below;
    }

    // A folder stands for all its pages, each under its own heading.
    private static IEnumerable<Entry> Entries(string root, string path, Words title)
    {
        if (path.EndsWith('/'))
        {
            return Directory.EnumerateFiles(Path.Combine(root, path), "*" + End).Select(f => path + Path.GetFileName(f)).Order(StringComparer.Ordinal)
                .Select(f => Of(root, f, Heading(root, f)));
        }

        return [Of(root, path, title)];
    }

    private static Entry Of(string root, string english, Words title)
    {
        var chinese = english[..^End.Length] + ChineseEnd;
        return new Entry(KeyOf(english), System.IO.File.Exists(Path.Combine(root, chinese)) ? chinese : english, english, title);
    }

    private static Words Heading(string root, string file)
    {
        var heading = System.IO.File.ReadLines(Path.Combine(root, file)).First().TrimStart('#', ' ');
        return new Words(heading, heading);
    }
}
