using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Lines;

/// <summary>可以编报的情况：that this person may change this unit's lines now, and in which round. What the unit is, who has which role and how far the process is stand in three chains: while nothing but lines is added to them, all is as it was.</summary>
internal sealed record EditFacts(Unit Unit, int Round, ChainHead Own, ChainHead Department, ChainHead Common)
{
    /// <summary>记得的; null where there is nothing, or somebody has added to one of the chains since.</summary>
    public static EditFacts? Known(Writing writing, Unit unit)
    {
        if (writing.Memory.Find<EditFacts>(Key(writing, unit)) is not { } facts)
        {
            return null;
        }

        var present = Heads(writing, unit, facts.Round);
        if (present != facts)
        {
            return null;
        }

        writing.Know(unit.Code, present.Own);
        Keep(writing, present);
        return present;
    }

    /// <summary>记下, for the writings that follow.</summary>
    public static void Keep(Writing writing, Unit unit, int round)
    {
        var facts = Heads(writing, unit, round);

        // Asked now: once it is written nothing can be asked any more, and it may turn out that nothing is written.
        writing.Know(unit.Code, facts.Own);
        Keep(writing, facts);
    }

    // Only once it is written: what is taken back was never so. The unit's own head has moved by the lines that were put.
    private static void Keep(Writing writing, EditFacts facts)
    {
        var others = writing.OtherEntries;
        writing.WhenKept(() =>
        {
            var key = Key(writing, facts.Unit);
            if (writing.OtherEntries == others)
            {
                writing.Memory.Keep(key, facts with { Own = writing.HeadOf(facts.Unit.Code) });
            }
            else
            {
                writing.Memory.Forget(key);
            }
        });
    }

    private static EditFacts Heads(Writing writing, Unit unit, int round)
    {
        var department = Sealing.DepartmentChain(unit.Department);
        var heads = JournalTable.Heads(writing.Statements, unit.Code, department, Organisations.CommonChain);
        ChainHead Of(string chain) => heads.GetValueOrDefault(chain) ?? ChainHead.Empty;
        return new EditFacts(unit, round, Of(unit.Code), Of(department), Of(Organisations.CommonChain));
    }

    private static string Key(Writing writing, Unit unit) => $"edit {unit.Id} {writing.Who}";
}
