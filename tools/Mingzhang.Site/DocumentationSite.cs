using System.Text;

namespace Mingzhang.Site;

/// <summary>网站：every page of the navigation in both languages, and the files that they show or name. What is wrong is told, and then nothing is written.</summary>
internal sealed class DocumentationSite(string root)
{
    private readonly SortedDictionary<string, byte[]> _made = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>有哪些问题，各一行。</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>页数。</summary>
    public int Pages => _made.Keys.Count(k => k.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>做好的文件，按地址。</summary>
    public IReadOnlyDictionary<string, byte[]> Made => _made;

    /// <summary>制作。</summary>
    public void Make()
    {
        var sections = Navigation.Read(root, "docs/site/navigation.txt", _problems);
        if (_problems.Count > 0)
        {
            return;
        }

        var entries = sections.SelectMany(s => s.Entries).ToList();
        Named(entries);
        var texts = new[] { false, true }.SelectMany(english => entries.Select(e => new PageText(root, e, english))).ToList();
        var links = new Links(root, texts, _problems, Shown);
        foreach (var text in texts)
        {
            links.Follow(text);
            _made[text.Entry.Address(text.English)] = Encoding.UTF8.GetBytes(Template.Page(sections, text));
        }

        _made["index.html"] = Encoding.UTF8.GetBytes(Template.Start(entries[0]));
        _made["site.css"] = Style();
    }

    /// <summary>写到文件夹; what was there before goes.</summary>
    public void Save(string output)
    {
        if (Directory.Exists(output))
        {
            // Nobody's own folder is emptied by a slip of the hand.
            if (!File.Exists(Path.Combine(output, "site.css")) && Directory.EnumerateFileSystemEntries(output).Any())
            {
                throw new IOException($"{output} 不是文档网站，不能替换 / {output} is no documentation site and is not replaced");
            }

            Directory.Delete(output, recursive: true);
        }

        foreach (var (address, bytes) in _made)
        {
            var file = Path.Combine(output, address);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    // Each page once, and no text in docs/ that nobody finds.
    private void Named(IReadOnlyList<Entry> entries)
    {
        foreach (var twice in entries.GroupBy(e => e.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            _problems.Add($"docs/site/navigation.txt: {twice.Key} 写了两次 / is named twice");
        }

        var named = entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Where(f => !named.Contains(Navigation.KeyOf(f))).Order(StringComparer.Ordinal))
        {
            _problems.Add($"docs/site/navigation.txt: 没有列出 {file} / does not name {file}");
        }
    }

    // A file that a page names stands beside the pages under its own path.
    private string Shown(string file)
    {
        var address = "files/" + file;
        if (!_made.ContainsKey(address))
        {
            _made[address] = File.ReadAllBytes(Path.Combine(root, file));
        }

        return address;
    }

    private static byte[] Style()
    {
        using var stream = typeof(DocumentationSite).Assembly.GetManifestResourceStream("site.css")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
