using System.CommandLine;
using Mingzhang.Documents.Formats.Scans;

namespace Mingzhang.App.Commands;

/// <summary>--ocr：pages that are pictures are recognised, where the programs for it are installed.</summary>
internal sealed class RecognitionOption
{
    private readonly Option<bool> _ocr = new("--ocr") { Description = "识别图片页上的文字（需要 tesseract 和 poppler）/ recognise the text of pages that are pictures" };

    public void AddTo(Command command) => command.Options.Add(_ocr);

    /// <summary>是否要求识别。</summary>
    public bool Asked(ParseResult parsed) => parsed.GetValue(_ocr);

    /// <summary>准备; false after a message where the programs are missing.</summary>
    public bool Ready(ParseResult parsed)
    {
        if (!Asked(parsed))
        {
            return true;
        }

        Sources.Recognition = Recognition.Find();
        if (Sources.Recognition is null)
        {
            Messages.Fail("--ocr 需要 tesseract 及其简体中文数据（chi_sim），和 poppler 的 pdftoppm，这里没有装全", "--ocr needs tesseract with its data for simplified Chinese (chi_sim) and pdftoppm of poppler, which are not all installed here",
                "请安装（如 apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils），或去掉 --ocr", "install them (such as apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils), or leave --ocr out");
            return false;
        }

        return true;
    }
}
