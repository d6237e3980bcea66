using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>裁断：what a rule says of one thing that it looked at.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">Key of the message template, for a breach.</param>
/// <param name="Places">Places, the main one first.</param>
/// <param name="Arguments">Arguments of the template.</param>
/// <param name="Severity">Severity where it is not that of the rule.</param>
/// <param name="Why">Why it does not apply or was not checked.</param>
public sealed record Verdict(Outcome Outcome, string Message, IReadOnlyList<Place> Places, IReadOnlyDictionary<string, string> Arguments, Severity? Severity = null, Reason? Why = null)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>相符。</summary>
    public static Verdict Held { get; } = new(Outcome.Held, "", [], None);

    /// <summary>不适用。</summary>
    public static Verdict NotApplicable(string chinese, string english) => new(Outcome.NotApplicable, "", [], None, Why: new Reason(chinese, english));

    /// <summary>未能核对。</summary>
    public static Verdict NotChecked(string chinese, string english) => new(Outcome.NotChecked, "", [], None, Why: new Reason(chinese, english));

    /// <summary>不符, at one place; arguments are name, value, name, value; the place is an argument of itself.</summary>
    public static Verdict Broken(string message, Place place, params string[] arguments) => Broken(message, [place], arguments);

    /// <summary>不符, at several places.</summary>
    public static Verdict Broken(string message, IReadOnlyList<Place> places, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(arguments);
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        if (places.Count > 0)
        {
            (all["place"], all["place-en"]) = (places[0].Chinese, places[0].English);
        }

        if (places.Count > 1)
        {
            (all["other"], all["other-en"]) = (places[1].Chinese, places[1].English);
        }

        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            all[arguments[i]] = arguments[i + 1];
        }

        return new Verdict(Outcome.Broken, message, places, all);
    }

    /// <summary>换一个程度。</summary>
    public Verdict As(Severity severity) => this with { Severity = severity };
}
