namespace Mingzhang.Ledger.Storage;

/// <summary>另一条链：a writing that has only a unit's chain for itself was about to write to another; the store does it again with all of them.</summary>
internal sealed class OtherChainException : Exception;
