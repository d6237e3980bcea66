using Mingzhang.Budget;

namespace Mingzhang.Forms;

/// <summary>句式：text with slots over points. It is printed by filling the slots; what it prints, the reader binds to the same points.</summary>
public sealed record Sentence(IReadOnlyList<SentencePart> Parts)
{
    /// <summary>读取句式; null where a slot is not understood, with the faulty slot.</summary>
    public static Sentence? Parse(string text, Space space, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(space);
        var parts = new List<SentencePart>();
        fault = null;
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf('{', i);
            var end = open < 0 ? text.Length : open;
            if (end > i)
            {
                parts.Add(new SentencePart(SlotKind.Words, text[i..end], null));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                fault = text[open..];
                return null;
            }

            if (Slot(text[(open + 1)..close], space) is not { } part)
            {
                fault = text[open..(close + 1)];
                return null;
            }

            parts.Add(part);
            i = close + 1;
        }

        return new Sentence(parts);
    }

    private static SentencePart? Slot(string slot, Space space)
    {
        var cut = slot.IndexOf(' ', StringComparison.Ordinal);
        var (key, rest) = cut < 0 ? (slot, "") : (slot[..cut], slot[(cut + 1)..]);
        SlotKind? kind = key switch
        {
            "Y" => SlotKind.Year,
            "Y-1" => SlotKind.LastYear,
            "N" => SlotKind.Entity,
            "amount" => SlotKind.Amount,
            "also" => SlotKind.Also,
            "compare" => SlotKind.Compare,
            "delta" => SlotKind.Delta,
            "why" => SlotKind.Why,
            "change" => SlotKind.Growth,
            "compare-executed" => SlotKind.CompareExecuted,
            "share" => SlotKind.Share,
            "completion" => SlotKind.Completion,
            "shares" => SlotKind.FunctionShares,
            "path" => SlotKind.Path,
            "item" => SlotKind.Item,
            "i" => SlotKind.Ordinal,
            "D" => SlotKind.Scope,
            "names" => SlotKind.Names,
            "functions" => SlotKind.Functions,
            "text" => SlotKind.Text,
            "count" => SlotKind.Count,
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        if (kind is SlotKind.Text or SlotKind.Count)
        {
            return rest.Length == 0 ? null : new SentencePart(kind.Value, rest, null);
        }

        // {also POINT | WORDS}: the words and the amount.
        if (kind == SlotKind.Also)
        {
            return rest.Split(" | ", 2) is [var coordinates, { Length: > 0 } words] && space.Parse(coordinates, out _) is { } also ? new SentencePart(SlotKind.Also, words, also) : null;
        }

        // {share PART / WHOLE}, {share PART / all DIMENSION}: the whole is that of the section where none is named.
        if (kind == SlotKind.Share && rest.Contains("/ ", StringComparison.Ordinal))
        {
            var sides = rest.Split("/ ", 2, StringSplitOptions.TrimEntries);
            return sides[1].StartsWith("all ", StringComparison.Ordinal)
                ? space.Parse(sides[0], out _) is { } own && space.Dimension(sides[1][4..]) is { } all ? new SentencePart(SlotKind.Share, "", own) { Of = all } : null
                : space.Parse(sides[0], out _) is { } part && space.Parse(sides[1], out _) is { } whole ? new SentencePart(SlotKind.Share, "", part) { Whole = whole } : null;
        }

        return space.Parse(rest, out _) is { } point ? new SentencePart(kind.Value, "", point) : null;
    }
}

/// <summary>句式的一段：words, or a slot with the coordinates that it adds to those of its section.</summary>
public sealed record SentencePart(SlotKind Kind, string Words, Point? At)
{
    /// <summary>占比的整体; null where it is that of the section.</summary>
    public Point? Whole { get; init; }

    /// <summary>占比的整体不限的维度; null where the section's coordinates all hold for it.</summary>
    public Dimension? Of { get; init; }
}

/// <summary>空位种类。</summary>
public enum SlotKind
{
    /// <summary>固定文字。</summary>
    Words,

    /// <summary>年度。</summary>
    Year,

    /// <summary>上年。</summary>
    LastYear,

    /// <summary>公开主体。</summary>
    Entity,

    /// <summary>金额带单位。</summary>
    Amount,

    /// <summary>文字和金额: printed where there is one.</summary>
    Also,

    /// <summary>比某年增减多少。</summary>
    Compare,

    /// <summary>增减多少，不带比较基础。</summary>
    Delta,

    /// <summary>增减多少，增长百分之几。</summary>
    Growth,

    /// <summary>比上年执行数增减多少。</summary>
    CompareExecuted,

    /// <summary>占整体的百分比。</summary>
    Share,

    /// <summary>决算为预算的百分比。</summary>
    Completion,

    /// <summary>各功能分类类级科目、金额及占比。</summary>
    FunctionShares,

    /// <summary>逐项说明中一项的科目：类、款、项。</summary>
    Path,

    /// <summary>逐项说明中一项的名称。</summary>
    Item,

    /// <summary>逐项说明中一项的序号。</summary>
    Ordinal,

    /// <summary>部门或单位。</summary>
    Scope,

    /// <summary>各经济分类款级科目的名称。</summary>
    Names,

    /// <summary>变动原因: printed where there is a change.</summary>
    Why,

    /// <summary>各功能分类类级科目及金额。</summary>
    Functions,

    /// <summary>填报人的文字，按键。</summary>
    Text,

    /// <summary>数量，按键。</summary>
    Count,
}
