namespace Mingzhang.Ledger.Organisation;

/// <summary>编码的写法：codes name chains of the journal and parts of keys, so they are plain: letters, digits, hyphen and underscore.</summary>
internal static class Code
{
    private const int Longest = 40;

    /// <summary>检查编码; false after a refusal.</summary>
    public static bool Sound(Storage.Writing writing, string code)
    {
        if (code != Organisations.CommonChain && Plain(code))
        {
            return true;
        }

        var shown = Problem.Shown(code);
        writing.Refuse($"“{shown}”不能作编码", $"'{shown}' cannot be a code", $"用字母、数字、- 和 _，至多 {Longest} 个", $"use at most {Longest} letters, digits, - and _");
        return false;
    }

    /// <summary>能不能是编码：what is none names nothing in the ledger.</summary>
    public static bool Plain(string code) => code.Length is > 0 and <= Longest && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>检查姓名; false after a refusal.</summary>
    public static bool SoundName(Storage.Writing writing, string name)
    {
        if (name.Trim().Length > 0 && name.Length <= Longest && !name.Any(c => c == '/' || char.IsControl(c)))
        {
            return true;
        }

        writing.Refuse("姓名是空的、过长，或含有 / 等符号", "the name is empty, too long, or holds / or the like", "请写姓名", "give the name");
        return false;
    }
}
