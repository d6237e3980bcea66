using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>比较基础的用词：<paramref name="Own"/> where the base is this year's own budget.</summary>
internal sealed record BaseWords(int Year, string? Phase, string Raw, bool Own = false);

/// <summary>变动的用词：what changes, against what, in which direction.</summary>
internal sealed record ChangeWords(string Subject, BaseWords? Base, Direction Direction, bool Approximate);

/// <summary>小句用词：finds list words, bases, directions and reasons in folded text, from the wording data.</summary>
internal sealed class ClauseWords
{
    private static readonly char[] Digits = [.. "0123456789. "];
    private readonly Wording _wording;
    private readonly Regex _base;

    public ClauseWords(Wording wording)
    {
        _wording = wording;
        var bases = string.Join('|', wording.Bases.Select(b => Regex.Escape(b).Replace("\\{Y}", @"\s*(?<year>20\d{2})\s*", StringComparison.Ordinal)));
        var phases = string.Join('|', wording.BasePhases.Select(p => Regex.Escape(p.Word)));
        var own = string.Join('|', wording.OwnBases.Select(p => Regex.Escape(p.Word)));
        _base = new Regex($@"(?:(?<base>{bases})|(?<own>{own}))(?:度)?(?:同口径)?(?:\([^()]{{1,12}}\))?\s*(?<phase>{phases})?(?:相比|比较|相较)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>只说比较基础的小句（与2023年度相比）; null where it says anything else.</summary>
    public BaseWords? Base(string clause, int? documentYear)
    {
        var text = clause.Trim();
        return Compared(text) is { Index: 0 } match && text.Length - match.Length <= 2 ? Found(match, documentYear) : null;
    }

    /// <summary>栏目名中的比较基础，及其余的文字（2025年预算数比2024年执行数）; null where it names none.</summary>
    public (string Words, BaseWords Base)? Compared(string label, int? documentYear) =>
        Compared(label) is { } match ? (label.Remove(match.Index, match.Length), Found(match, documentYear)) : null;

    /// <summary>开头的原因用词的长度，含前面的空白; 0 where the clause does not begin with a reason.</summary>
    public int ReasonLength(string clause)
    {
        var blanks = clause.Length - clause.TrimStart().Length;
        foreach (var word in _wording.Reasons)
        {
            if (string.CompareOrdinal(clause, blanks, word, 0, word.Length) == 0)
            {
                return blanks + word.Length;
            }
        }

        return 0;
    }

    /// <summary>原因里的变动: the last direction word anywhere in the words, what stands before it and behind it; null where none stands there.</summary>
    public (Direction Direction, string Before, string After)? Within(string words)
    {
        foreach (var word in _wording.Directions.Where(d => d.Direction != Direction.Flat))
        {
            if (words.LastIndexOf(word.Word, StringComparison.Ordinal) is var at && at >= 0)
            {
                return (word.Direction, words[..at], words[(at + word.Word.Length)..]);
            }
        }

        return null;
    }

    /// <summary>开头的分项用词; its length includes leading blanks.</summary>
    public (bool Open, int Length)? List(string clause)
    {
        var blanks = clause.Length - clause.TrimStart().Length;
        foreach (var (word, open) in _wording.Lists)
        {
            if (string.CompareOrdinal(clause, blanks, word, 0, word.Length) == 0)
            {
                return (open, blanks + word.Length);
            }
        }

        return null;
    }

    /// <summary>原因: the words behind 主要原因是; null where the clause gives none.</summary>
    public string? Reason(string clause)
    {
        if (ReasonLength(clause) is > 0 and var length)
        {
            return clause[length..].Trim();
        }

        var trimmed = clause.Trim();
        return _wording.Lists.Where(l => l.Open && trimmed.StartsWith(l.Word, StringComparison.Ordinal)).Select(l => trimmed[l.Word.Length..].Trim()).FirstOrDefault();
    }

    /// <summary>用途: the words behind 主要用于; null where the clause names none.</summary>
    public string? Use(string clause)
    {
        var trimmed = clause.Trim();
        return _wording.Uses.Where(w => trimmed.StartsWith(w, StringComparison.Ordinal)).Select(w => trimmed[w.Length..].Trim()).FirstOrDefault();
    }

    /// <summary>数字前的变动用词: [subject] [base] direction; null where no direction stands right before the figure.</summary>
    public ChangeWords? Change(string lead, int? documentYear)
    {
        var text = lead.TrimEnd();
        foreach (var word in _wording.Directions)
        {
            if (word.Direction != Direction.Flat && text.EndsWith(word.Word, StringComparison.Ordinal))
            {
                // 少 and 多 are directions only behind a base of their own (较2015年少), not in 不少 or 至少.
                if (Split(text[..^word.Word.Length], word, documentYear) is var found && (word.Word.Length > 1 || found.Base is not null))
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>持平一类: a clause with a base and a word for no change.</summary>
    public ChangeWords? Flat(string clause, int? documentYear)
    {
        var text = clause.Trim();
        foreach (var word in _wording.Directions)
        {
            if (word.Direction == Direction.Flat && text.EndsWith(word.Word, StringComparison.Ordinal))
            {
                return Split(text[..^word.Word.Length], word, documentYear);
            }
        }

        return null;
    }

    /// <summary>是否约数。</summary>
    public bool Approximate(string lead, string after) =>
        _wording.Approximates.Any(w => lead.EndsWith(w, StringComparison.Ordinal) || after.TrimStart().StartsWith(w, StringComparison.Ordinal));

    private ChangeWords Split(string text, DirectionWord word, int? documentYear)
    {
        if (Compared(text) is not { } match)
        {
            return new ChangeWords(text.Trim(), null, word.Direction, word.Approximate);
        }

        // 较上年2.08减少: last year's number without its unit names nothing.
        var subject = (text[..match.Index] + text[(match.Index + match.Length)..].TrimStart(Digits)).Trim();
        return new ChangeWords(subject, Found(match, documentYear), word.Direction, word.Approximate);
    }

    // A look before the search: most clauses compare with nothing.
    private Match? Compared(string text) => text.AsSpan().IndexOfAny("比较与同") >= 0 && _base.Match(text) is { Success: true } match ? match : null;

    private BaseWords Found(Match match, int? documentYear)
    {
        if (match.Groups["own"].Success)
        {
            return new BaseWords(documentYear ?? 0, _wording.OwnBases.First(p => p.Word == match.Groups["own"].Value).Phase, match.Value.Trim(), Own: true);
        }

        var year = match.Groups["year"].Success
            ? int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : (documentYear ?? 0) - 1;
        var phase = match.Groups["phase"].Success ? _wording.BasePhases.First(p => p.Word == match.Groups["phase"].Value).Phase : null;
        return new BaseWords(year, phase, match.Value.Trim());
    }
}
