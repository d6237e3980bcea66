using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules;

/// <summary>规则的例子：what a rule said of its own broken test document. The tests make them (Texts/examples.txt), so that they are never made up.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">Severity of the finding; null where the rule only says what was not checked.</param>
/// <param name="Message">The message.</param>
/// <param name="Suggestion">The remedy; null where there is none.</param>
public sealed record RuleSample(string Rule, Severity? Severity, Reason Message, Reason? Suggestion)
{
    private const string File = "examples.txt";

    private static readonly Lazy<IReadOnlyDictionary<string, RuleSample>> Built = new(Load);

    /// <summary>全部例子，按规则编号; read only where asked for.</summary>
    public static IReadOnlyDictionary<string, RuleSample> All => Built.Value;

    /// <summary>一个例子的写法, as in examples.txt.</summary>
    public string Written => $"example {Rule}\n" + (Severity is { } severity ? $"  severity {severity.ToString().ToLowerInvariant()}\n" : "") + $"  zh {Message.Chinese}\n  en {Message.English}\n"
        + (Suggestion is { } fix ? $"  fix-zh {fix.Chinese}\n  fix-en {fix.English}\n" : "");

    private static SortedDictionary<string, RuleSample> Load()
    {
        var problems = new Problems();
        var all = new SortedDictionary<string, RuleSample>(StringComparer.Ordinal);
        foreach (var root in Outline.Read(File, DataSource.Embedded(typeof(RuleSample).Assembly).Text(File) ?? "", problems))
        {
            var said = root.Children.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
            all[root.Value] = new RuleSample(root.Value, Enum.TryParse<Severity>(said.GetValueOrDefault("severity"), ignoreCase: true, out var severity) ? severity : null,
                new Reason(said["zh"], said["en"]), said.TryGetValue("fix-zh", out var fix) ? new Reason(fix, said["fix-en"]) : null);
        }

        return all;
    }
}
