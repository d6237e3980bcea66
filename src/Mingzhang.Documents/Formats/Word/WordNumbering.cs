namespace Mingzhang.Documents.Formats.Word;

/// <summary>编号的一级。</summary>
internal sealed record NumberLevel
{
    public int Start { get; set; } = 1;

    public string Format { get; set; } = "decimal";

    public string Text { get; set; } = "";

    /// <summary>编号与文字之间：tab, space or nothing.</summary>
    public string Suffix { get; set; } = "tab";

    /// <summary>在哪一级之后重新编号: null for any above, 0 for never.</summary>
    public int? Restart { get; set; }

    /// <summary>上级一律用阿拉伯数字。</summary>
    public bool Legal { get; set; }

    public string? Style { get; set; }
}

/// <summary>编号的定义：numbering.xml: abstract lists with their levels, and the lists that use them with changes of their own.</summary>
internal sealed class WordNumbering
{
    /// <summary>级数。</summary>
    public const int Levels = 9;

    private const int MostLists = 20_000;
    private readonly Dictionary<int, AbstractList> _abstract = [];
    private readonly Dictionary<int, UsedList> _used = [];
    private readonly Dictionary<string, int> _byStyle = new(StringComparer.Ordinal);

    /// <summary>读编号的定义。</summary>
    public static WordNumbering Of(WordParts parts)
    {
        var numbering = new WordNumbering();
        using var x = parts.Open("numbering");
        if (x is null)
        {
            return numbering;
        }

        for (var at = x.Enter(); numbering._abstract.Count + numbering._used.Count < MostLists && x.Next(at);)
        {
            if (x.Name == "abstractNum" && WordStyles.Whole(x["abstractNumId"]) is { } id)
            {
                numbering.Abstract(x, id);
            }
            else if (x.Name == "num" && WordStyles.Whole(x["numId"]) is { } number)
            {
                numbering.Used(x, number);
            }
        }

        return numbering;
    }

    /// <summary>某个列表; null where it is not defined.</summary>
    public NumberedList? Find(int number)
    {
        if (!_used.TryGetValue(number, out var used) || !_abstract.TryGetValue(used.Abstract, out var list))
        {
            return null;
        }

        // A list that only names a style is defined where that style is made.
        if (list.Link is { } link && _byStyle.TryGetValue(link, out var linked) && _abstract.TryGetValue(linked, out var made))
        {
            return new NumberedList(number, linked, made.Levels, used);
        }

        return new NumberedList(number, used.Abstract, list.Levels, used);
    }

    private void Abstract(PartCursor x, int id)
    {
        var list = new AbstractList();
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "lvl":
                    var index = WordStyles.Whole(x["ilvl"]) ?? -1;
                    var level = Level(x);
                    if (index is >= 0 and < Levels)
                    {
                        list.Levels[index] = level;
                    }

                    break;
                case "numStyleLink":
                    list.Link = x.Value;
                    break;
                case "styleLink" when x.Value is { } style:
                    _byStyle.TryAdd(style, id);
                    break;
                default:
                    break;
            }
        }

        _abstract.TryAdd(id, list);
    }

    private void Used(PartCursor x, int number)
    {
        var used = new UsedList();
        for (var at = x.Enter(); x.Next(at);)
        {
            if (x.Name == "abstractNumId")
            {
                used.Abstract = WordStyles.Whole(x.Value) ?? -1;
            }
            else if (x.Name == "lvlOverride" && WordStyles.Whole(x["ilvl"]) is >= 0 and < Levels and var index)
            {
                for (var inner = x.Enter(); x.Next(inner);)
                {
                    if (x.Name == "startOverride")
                    {
                        used.Starts[index] = WordStyles.Whole(x.Value);
                    }
                    else if (x.Name == "lvl")
                    {
                        used.Levels[index] = Level(x);
                    }
                }
            }
        }

        _used.TryAdd(number, used);
    }

    private static NumberLevel Level(PartCursor x)
    {
        var level = new NumberLevel();
        for (var at = x.Enter(); x.Next(at);)
        {
            Field(x, level);
        }

        return level;
    }

    private static void Field(PartCursor x, NumberLevel level)
    {
        switch (x.Name)
        {
            case "start":
                level.Start = WordStyles.Whole(x.Value) ?? 1;
                break;
            case "numFmt":
                level.Format = x.Value ?? "decimal";
                break;
            case "AlternateContent":
                // A format of the program's own stands beside one of the standard, which comes last.
                for (var at = x.Enter(); x.Next(at);)
                {
                    for (var inner = x.Enter(); x.Next(inner);)
                    {
                        Field(x, level);
                    }
                }

                break;
            case "lvlText":
                level.Text = x.Value ?? "";
                break;
            case "suff":
                level.Suffix = x.Value ?? "tab";
                break;
            case "lvlRestart":
                level.Restart = WordStyles.Whole(x.Value);
                break;
            case "isLgl":
                level.Legal = x.On;
                break;
            case "pStyle":
                level.Style = x.Value;
                break;
            default:
                break;
        }
    }

    private sealed class AbstractList
    {
        public NumberLevel?[] Levels { get; } = new NumberLevel?[WordNumbering.Levels];

        public string? Link { get; set; }
    }
}

/// <summary>用到的列表: which abstract list it uses, and its own levels and starts.</summary>
internal sealed class UsedList
{
    public int Abstract { get; set; } = -1;

    public int?[] Starts { get; } = new int?[WordNumbering.Levels];

    public NumberLevel?[] Levels { get; } = new NumberLevel?[WordNumbering.Levels];
}

/// <summary>列表：its levels as they are in force.</summary>
internal sealed record NumberedList(int Number, int Abstract, NumberLevel?[] Shared, UsedList Used)
{
    public NumberLevel? this[int level] => Used.Levels[level] ?? Shared[level];

    /// <summary>某个段落样式所在的级; null where none is tied to it.</summary>
    public int? LevelOf(string? style)
    {
        for (var i = 0; style is not null && i < WordNumbering.Levels; i++)
        {
            if (this[i]?.Style == style)
            {
                return i;
            }
        }

        return null;
    }
}
