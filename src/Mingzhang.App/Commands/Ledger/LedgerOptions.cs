using System.CommandLine;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>账库各命令共用的选项。</summary>
internal sealed class LedgerOptions
{
    public Option<string> Database { get; } = new("--database") { Description = "账库：文件，或 postgres://用户@主机/库 / ledger: a file or a PostgreSQL address", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MINGZHANG_DATABASE") ?? "mingzhang.db", Recursive = true };

    public Option<string> Who { get; } = new("--who") { Description = "经办人 / person who acts", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MINGZHANG_WHO") ?? Environment.UserName, Recursive = true };

    public Option<string?> Why { get; } = new("--why") { Description = "理由，记入日志 / reason, kept in the journal", Recursive = true };

    public Option<int> Year { get; } = new("--year") { Description = "年度，默认今年 / year", Recursive = true };

    public Option<string> Format { get; } = CommonOptions.Format("text", "json");

    public Option<string> Language { get; } = CommonOptions.Language();

    /// <summary>建立命令。</summary>
    public Command Command(string name, string description, IEnumerable<Symbol> symbols, Func<LedgerCall, int> work)
    {
        var command = new Command(name, description) { Database, Who, Why, Year, Format, Language };
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    command.Arguments.Add(argument);
                    break;
                case Option option:
                    command.Options.Add(option);
                    break;
            }
        }

        command.SetAction(parsed => work(new LedgerCall(parsed, this)));
        return command;
    }

    public static Argument<string> Name(string name, string description) => new(name) { Description = description };

    public static Argument<string?> Optional(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>字段=值。</summary>
    public static Argument<string[]> Fields() => new("FIELD=VALUE") { Description = "字段=值 / fields with their values", Arity = ArgumentArity.ZeroOrMore };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    public static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
