using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Pages;

/// <summary>是否按时：when a document was approved, when it was due and when it was published, as far as the archive knows.</summary>
internal sealed record Timing(DateOnly? Approved, DateOnly? Due, DateOnly? Published, string? Term)
{
    /// <summary>迟几日; 0 in time, null where a date is not known.</summary>
    public int? Late => (Due, Published) is ({ } due, { } published) ? Math.Max(0, published.DayNumber - due.DayNumber) : null;

    /// <summary>一份文件的; what was filed before the last day was kept had the usual twenty days.</summary>
    public static Timing Of(ArchivedDocument d)
    {
        var approved = Day(d.Approved);
        return new Timing(approved, Day(d.Due) ?? (approved is { } from ? PublicationTerm.Standard.Due(from) : null), Day(d.Published), d.Term);
    }

    /// <summary>另定的期限的说法; empty for the usual one.</summary>
    public string Said(Visit v) => Term is null ? "" : v.Say(Term.EndsWith('w') ? "status.term.working" : "status.term.calendar", Term.TrimEnd('w'));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
