using System.Globalization;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>印刷用词：the book's fixed words with year, entity and scope filled in. A unit's document speaks of the unit (本单位, 单位预算).</summary>
internal sealed class PrintedWords(Draft draft)
{
    // Names that mean neither this department nor this document.
    private static readonly string[] Kept = ["部门（单位）", "部门预算经济分类", "部门经济分类", "主管部门", "财政部门", "工作部门"];

    /// <summary>去掉空位的文字。</summary>
    public string Fill(string text) => Scoped(text)
        .Replace("{Y-1}", Number(draft.Year - 1), StringComparison.Ordinal).Replace("{Y}", Number(draft.Year), StringComparison.Ordinal)
        .Replace("{D}", draft.ScopeName, StringComparison.Ordinal).Replace("{N}", draft.Entity, StringComparison.Ordinal);

    /// <summary>固定文字按范围改称。</summary>
    public string Scoped(string text)
    {
        if (draft.Scope != Budget.DocumentScope.Unit || !text.Contains("部门", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var kept = Array.Find(Kept, k => string.CompareOrdinal(text, i, k, 0, k.Length) == 0);
            var word = kept ?? (string.CompareOrdinal(text, i, "部门", 0, 2) == 0 ? "单位" : text[i].ToString());
            result.Append(word);
            i += kept?.Length ?? word.Length;
        }

        return result.ToString();
    }

    /// <summary>整数。</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
