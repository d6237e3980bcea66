using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>类别：the rules whose id has this digit behind MZ.</summary>
public sealed record RuleFamily(char Digit, Reason Title);
