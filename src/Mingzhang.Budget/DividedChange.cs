namespace Mingzhang.Budget;

/// <summary>变动的构成：a change divided into parts, what of it no part accounts for, and how much of it is explained; the same for a ledger and for what is published.</summary>
/// <param name="Change">The whole change.</param>
/// <param name="Parts">Its parts; they may leave a rest.</param>
public sealed record DividedChange(decimal Change, IReadOnlyList<ChangePart> Parts)
{
    /// <summary>没有分到各项的变动。</summary>
    public decimal Rest => Change - Parts.Sum(p => p.Amount);

    /// <summary>说明了原因的部分占全部变动的份额：what rises and what falls do not cancel; null where nothing changed.</summary>
    public decimal? Explained
    {
        get
        {
            var all = Parts.Sum(p => Math.Abs(p.Amount)) + Math.Abs(Rest);
            return all == 0 ? null : Parts.Where(p => p.Explained).Sum(p => Math.Abs(p.Amount)) / all;
        }
    }
}

/// <summary>变动的一部分。</summary>
/// <param name="Amount">By how much it changed.</param>
/// <param name="Explained">Whether a reason is given for it.</param>
public sealed record ChangePart(decimal Amount, bool Explained);
