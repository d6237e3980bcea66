using System.Text;

namespace Mingzhang.Forms.Words;

/// <summary>字形归一：full width, compatibility forms, radicals and variant punctuation are one; our own small table, because the
/// program runs without the system's language data.</summary>
public static class Fold
{
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
        "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
        "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    private static readonly char[] Table = Build();

    /// <summary>归一一个字符。</summary>
    public static char Char(char c) => c < 0x80 ? c : Table[c];

    /// <summary>归一而不改变长度: every character stands where it stood.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Plain(text, blanks: true))
        {
            return text;
        }

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
        if (Plain(text, blanks: false))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            var c = Char(raw);
            if (Kept(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool Kept(char c) => !char.IsWhiteSpace(c) && c != '"' && c != '\'' && c != '\u200b' && c != '\ufeff';

    // Most cells and labels are plain already: they are given back as they are, since this runs for every cell several times.
    private static bool Plain(string text, bool blanks)
    {
        foreach (var c in text)
        {
            if (Char(c) != c || (!blanks && !Kept(c)))
            {
                return false;
            }
        }

        return true;
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)i;
        }

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
        // The 214 Kangxi radicals in their order.
        for (var i = 0; i < Kangxi.Length; i++)
        {
            table[(char)(0x2f00 + i)] = Kangxi[i];
        }
        return table;
    }

    private static void Add(char[] table, string variants, char plain)
    {
        foreach (var c in variants)
        {
            table[c] = plain;
        }
    }

    private static void Pairs(char[] table, string pairs)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            table[pairs[i]] = pairs[i + 1];
        }
    }
}
