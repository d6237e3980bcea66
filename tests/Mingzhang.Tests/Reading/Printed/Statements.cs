using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>所说的各句：what a disclosure says, to be compared with what another printing of it says.</summary>
internal static class Statements
{
    public static List<string> Said(Disclosure read) => [.. read.Statements.Where(s => s is not AmountStatement { Blank: true })
        .Select(s => $"{s.Kind} {s.Point} {Value(s)} {string.Concat(s.Raw.Where(char.IsAsciiDigit))}").Order(StringComparer.Ordinal)];

    private static string Value(Statement statement) => statement switch
    {
        AmountStatement a => a.Amount?.ToString() ?? "",
        ChangeStatement c => $"{c.Direction} {c.Amount} {c.Percent?.Value} from {c.Base.Year} {c.Base.Phase}",
        ShareStatement s => $"{s.Percent.Value} of {s.Whole}",
        CompletionStatement c => $"{c.Percent.Value} of {c.Budget}",
        CountStatement n => $"{n.Number} {n.Unit}",
        _ => "",
    };
}
