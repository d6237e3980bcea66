using System.Collections.Frozen;
using System.Text;

namespace Mingzhang.Forms.Words;

/// <summary>字形归一：full width, compatibility forms, radicals and variant punctuation are one; our own small table, because the
/// program runs without the system's language data.</summary>
public static class Fold
{
    private static readonly FrozenDictionary<char, char> Table = Build();

    /// <summary>归一一个字符。</summary>
    public static char Char(char c) => c < 0x80 ? c : Table.GetValueOrDefault(c, c);

    /// <summary>归一而不改变长度: every character stands where it stood.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Char(source[i]);
            }
        });
    }

    /// <summary>归一并去掉全部空白、引号: for comparing labels and names.</summary>
    public static string Label(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            var c = Char(raw);
            if (!char.IsWhiteSpace(c) && c != '"' && c != '\'' && c != '\u200b' && c != '\ufeff')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static FrozenDictionary<char, char> Build()
    {
        var table = new Dictionary<char, char>();
        for (var c = '\uff01'; c <= '\uff5e'; c++)
        {
            table[c] = (char)(c - 0xfee0);
        }

        // Quotes of every kind become one, dashes and spaces likewise.
        Add(table, "\u201c\u201d\u201e\u300c\u300d\u300e\u300f\uff62\uff63", '"');
        Add(table, "\u2018\u2019", '\'');
        Add(table, "\u3000\u00a0\u2002\u2003\u2009\u202f", ' ');
        Add(table, "\u2212\u2010\u2011\u2012\u2013\ufe63", '-');
        Add(table, "\u3014\u3016\u2985", '(');
        Add(table, "\u3015\u3017\u2986", ')');
        Add(table, "\ufe6a", '%');
        Add(table, "\u2267\u2a7e", '\u2265');
        Add(table, "\u2266\u2a7d", '\u2264');

        // Radicals that producers of PDF print for characters.
        Pairs(table, "\u2ed4\u95e8\u2eda\u9875\u2ec5\u89c1\u2ed3\u957f\u2ecb\u8f66\u2ed1\u957f\u2ee2\u9a6c\u2ee6\u9e1f\u2ea0\u6c11\u2ec6\u89c1\u2ed6\u961c\u2ec9\u8d1d\u2ec4\u897f\u2eb0\u7f51\u2ebc\u8089\u2e9f\u6bcd\u2e85\u4ebb\u2e81\u5382");
        Pairs(table, "\u2f00\u4e00\u2f06\u4e8c\u2f08\u4eba\u2f0a\u5165\u2f0b\u516b\u2f12\u529b\u2f17\u5341\u2f1c\u53c8\u2f1d\u53e3\u2f1f\u571f\u2f24\u5927\u2f25\u5973\u2f26\u5b50\u2f29\u5c0f\u2f2f\u5de5\u2f3c\u5fc3\u2f40\u652f\u2f42\u6587\u2f45\u65b9\u2f47\u65e5\u2f49\u6708\u2f4a\u6728\u2f4f\u6bcb\u2f54\u6c34\u2f55\u706b\u2f62\u751f\u2f63\u751f\u2f64\u7528\u2f69\u767d\u2f6c\u76ee\u2f70\u793a\u2f74\u7acb\u2f83\u81ea\u2f84\u81f3\u2f8f\u884c\u2f94\u89d2\u2f95\u8a00\u2f9c\u8db3\u2fa6\u91d1\u2fae\u975e\u2fb7\u98df\u2fbc\u9ad8\u2f1a\u5382\u2f00\u4e00");
        return table.ToFrozenDictionary();
    }

    private static void Add(Dictionary<char, char> table, string variants, char plain)
    {
        foreach (var c in variants)
        {
            table[c] = plain;
        }
    }

    private static void Pairs(Dictionary<char, char> table, string pairs)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            table[pairs[i]] = pairs[i + 1];
        }
    }
}
