namespace Mingzhang.Ledger.Storage;

/// <summary>一条带值的语句。</summary>
internal sealed record Parametrised(string Text, IReadOnlyList<(string Name, object? Value)> Values);
