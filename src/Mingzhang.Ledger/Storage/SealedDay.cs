namespace Mingzhang.Ledger.Storage;

/// <summary>已封存之日：the last day on which the days before were sealed through one of the connections that share this. What comes later that day has nothing earlier left to seal, so that only the first
/// writer of a day does it, alone, and not the first of every connection.</summary>
internal sealed class SealedDay
{
    private volatile string _day = "";

    /// <summary>该日; empty before the first.</summary>
    public string Day
    {
        get => _day;
        set => _day = value;
    }
}
