using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Words;

/// <summary>坐标系的读取：dimensions.txt.</summary>
internal static class DimensionLoading
{
    private const string File = "dimensions.txt";

    public static Space Load(DataSource source, Problems problems)
    {
        var builder = new SpaceBuilder();
        var roots = Outline.Read(File, source.Text(File) ?? "", problems);
        var implications = new List<Later>();
        var later = new List<Outline>();
        foreach (var root in roots)
        {
            if (root.Key != "dimension")
            {
                problems.Unknown(root);
                continue;
            }

            Dimension(root, builder, implications, later, problems);
        }

        foreach (var (member, at) in implications)
        {
            Imply(member, at, builder, problems);
        }

        foreach (var at in later)
        {
            var words = at.Value.Split(' ');
            if (words.Length == 2 && builder.Find("measure=" + words[0]) is { } left && builder.Find("measure=" + words[1]) is { } right)
            {
                builder.AddBalance(left, right);
            }
            else
            {
                problems.Add(at, "平衡的两边都应是已声明的口径成员", "both sides of a balance must be declared members of measure");
            }
        }

        return builder.Build();
    }

    private static void Dimension(Outline root, SpaceBuilder builder, List<Later> implications, List<Outline> later, Problems problems)
    {
        var words = root.Value.Split(' ');
        DimensionKind? kind = words.Length < 2 ? null : words[1] switch
        {
            "fixed" => DimensionKind.Fixed,
            "coded" => DimensionKind.Coded,
            "open" => DimensionKind.Open,
            _ => null,
        };
        if (kind is null || words.Length > 3 || (words.Length == 3 && words[2] != "additive"))
        {
            problems.Add(root, "应写作：dimension 键 fixed|coded|open [additive]", "write: dimension KEY fixed|coded|open [additive]");
            return;
        }

        var (chinese, english) = root.Children.FirstOrDefault(c => c.Key == "name")?.Pair ?? ("", "");
        if (builder.AddDimension(words[0], chinese, english, kind.Value, words.Length == 3) is not { } dimension)
        {
            problems.Duplicate(root, words[0]);
            return;
        }

        foreach (var child in root.Children)
        {
            switch (child.Key)
            {
                case "name":
                    break;
                case "member" or "code":
                    Member(child, dimension, null, builder, implications, problems);
                    break;
                case "balance":
                    later.Add(child);
                    break;
                default:
                    problems.Unknown(child);
                    break;
            }
        }
    }

    private static void Member(Outline at, Dimension dimension, Member? parent, SpaceBuilder builder, List<Later> implications, Problems problems)
    {
        var cut = at.Value.IndexOf(' ', StringComparison.Ordinal);
        var key = cut < 0 ? at.Value : at.Value[..cut];
        var names = (cut < 0 ? "" : at.Value[(cut + 1)..]).Split('|', StringSplitOptions.TrimEntries);
        if (at.Key == "code")
        {
            parent = null;
            foreach (var length in new[] { 3, 5 }.Where(l => l < key.Length))
            {
                parent = builder.Find(dimension.Key + "=" + key[..length]) ?? builder.AddMember(dimension, key[..length], key[..length], key[..length], parent);
            }
        }

        if (builder.AddMember(dimension, key, names[0].Length > 0 ? names[0] : key, names.Length > 1 ? names[1] : key, parent) is not { } member)
        {
            problems.Duplicate(at, key);
            return;
        }

        foreach (var child in at.Children)
        {
            switch (child.Key)
            {
                case "member":
                    Member(child, dimension, member, builder, implications, problems);
                    break;
                case "implies" or "union":
                    implications.Add(new Later(member, child));
                    break;
                default:
                    problems.Unknown(child);
                    break;
            }
        }
    }

    private static void Imply(Member member, Outline at, SpaceBuilder builder, Problems problems)
    {
        if (at.Key == "union")
        {
            foreach (var key in at.Value.Split(' '))
            {
                if (builder.Find(member.Dimension.Key + "=" + key) is { } part)
                {
                    SpaceBuilder.Gather(member, part);
                }
                else
                {
                    problems.Add(at, $"不认识的成员“{key}”", $"unknown member '{key}'");
                }
            }

            return;
        }

        var words = at.Value.Split(" when ");
        var then = builder.Find(words[0]);
        var when = words.Length > 1 ? builder.Find(words[1]) : null;
        if (then is null || (words.Length > 1 && when is null))
        {
            problems.Add(at, $"不认识的坐标“{at.Value}”", $"unknown coordinate '{at.Value}'");
            return;
        }

        SpaceBuilder.Imply(member, then, when);
    }

    // Implications are read when all members are known.
    private sealed record Later(Member Member, Outline At);
}
