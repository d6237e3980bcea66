using Mingzhang.Budget;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>复合文件中的文档：documents with a password, and those of the time before docx. Neither is read; both say what to do.</summary>
internal static class CompoundOffice
{
    /// <summary>打不开的说明; null where the bytes are neither.</summary>
    public static Opened? Refused(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return null;
        }

        // Names of streams stand in the directory in UTF-16.
        return bytes.IndexOf(Name("EncryptedPackage")) >= 0
            ? Failed("已用密码加密，不输入密码不能打开", "is encrypted with a password and cannot be opened without it", "请在 Word 或 WPS 中打开，取消打开密码后另存；公开的文件不应加密", "open it in its office program, remove the password and save it again; what is disclosed should not be encrypted")
            : bytes.IndexOf(Name("WordDocument")) >= 0
            ? Failed("是旧版 Word 文档（.doc），不能读取", "is a document of an old version of Word (.doc), which is not read", "请在 Word 或 WPS 中另存为 .docx 后再检查", "save it as .docx and try again")
            : null;
    }

    private static byte[] Name(string name) => System.Text.Encoding.Unicode.GetBytes(name);

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
