using System.CommandLine;
using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>指定的辨认结果：--book, --year and --kind, where the user knows better than the document.</summary>
internal sealed class ChoiceOptions
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private readonly Option<string?> _book = new("--book") { Description = "按哪个表册核对，如 cq-budget / form book to check by" };
    private readonly Option<string?> _year = new("--year") { Description = "年度，如 2026 / year of the document" };
    private readonly Option<string?> _kind = new("--kind") { Description = "budget 预算 | final 决算" };

    public ChoiceOptions() => _kind.AcceptOnlyFromAmong("budget", "final");

    public void AddTo(Command command)
    {
        command.Options.Add(_book);
        command.Options.Add(_year);
        command.Options.Add(_kind);
    }

    /// <summary>用户所指定的; null after a message where it cannot be meant.</summary>
    public ReadingChoice? Of(ParseResult parsed, Library library)
    {
        var said = parsed.GetValue(_kind);
        var kind = said is not null ? Enum.Parse<DocumentKind>(said, ignoreCase: true) : (DocumentKind?)null;
        var key = parsed.GetValue(_book);
        var book = library.Book(key);
        if (key is not null && book is null)
        {
            var books = library.Books.Select(b => b.Key).ToList();
            Messages.Fail($"没有表册“{key}”", $"there is no form book '{key}'", $"现有表册：{string.Join("、", books)}", $"the books are {string.Join(", ", books)}");
            return null;
        }

        if (book is not null && kind is not null && kind != book.Kind)
        {
            Messages.Fail($"--book {key} 与 --kind {said} 不符", $"--book {key} and --kind {said} contradict each other", "请只用其中一个，或改正其中一个", "use one of them, or mend one");
            return null;
        }

        if (parsed.GetValue(_year) is not { } text)
        {
            return new ReadingChoice(key, null, kind);
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
        {
            Messages.Fail($"“{text}”不是年度", $"'{text}' is no year", $"请写四位数字，如 --year 2026（{FirstYear}—{LastYear}）", $"give four digits, such as --year 2026 ({FirstYear} to {LastYear})");
            return null;
        }

        return new ReadingChoice(key, year, kind);
    }
}
