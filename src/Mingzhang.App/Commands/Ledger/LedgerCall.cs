using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>账库命令的一次调用：opens the ledger, does one thing, and answers in words or as JSON.</summary>
internal sealed class LedgerCall(ParseResult parsed, LedgerOptions options)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ParseResult Parsed { get; } = parsed;

    public string Who => Parsed.GetValue(options.Who)!;

    public string Why => Parsed.GetValue(options.Why) ?? "";

    public int Year => Parsed.GetValue(options.Year) is var year && year > 0 ? year : Today.Year;

    public bool English => Parsed.GetValue(options.Language) == "en";

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>状态的说法：its key as data, else its name.</summary>
    public string Word(State state) => Json ? state.Key : English ? state.English : state.Chinese;

    /// <summary>是否供脚本使用。</summary>
    public bool Json => Parsed.GetValue(options.Format) == "json";

    /// <summary>账库的地址，as it was given.</summary>
    public string Database => Parsed.GetValue(options.Database)!;

    /// <summary>办理; every failure is told, none escapes. Where the ledger has people, who is none of them may only do what <paramref name="anyone"/> may.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int With(bool create, Func<Store, int> work, bool anyone = false)
    {
        using var store = Store.Open(Parsed.GetValue(options.Database)!, TimeProvider.System, create, out var problem);
        if (store is null)
        {
            Tell([problem!]);
            return ExitCodes.Unusable;
        }

        try
        {
            if (!anyone && Organisations.Stranger(store, Who) is { } stranger)
            {
                Tell([stranger]);
                return ExitCodes.Found;
            }

            return work(store);
        }
        catch (DbException e)
        {
            Tell([Store.DiskIsFull(e) ? Problem.Of("磁盘已满，这一步没有办，什么也没有改", "the disk is full: this was not done, nothing was changed (" + e.Message + ")", "腾出空间后再办一次", "make room and do it again")
                : Problem.Of("账库不能完成这一步，什么也没有改", "the ledger cannot do this, nothing was changed: " + e.Message, "请检查磁盘和连接，稍后再试", "check the disk and the connection, and try again")]);
            return ExitCodes.Unusable;
        }
    }

    /// <summary>写入，成功后回答。</summary>
    public int Write(Store store, Action<Writing> work, Func<Answer> answer) => Answered(store.Write(Who, Why, work), answer);

    /// <summary>写一个单位的，成功后回答; others may write to other units meanwhile.</summary>
    public int WriteUnit(Store store, string unit, Action<Writing> work, Func<Answer> answer) => Answered(store.WriteUnit(Who, Why, unit, work), answer);

    private int Answered(IReadOnlyList<Problem> problems, Func<Answer> answer)
    {
        if (problems.Count > 0)
        {
            Tell(problems);
            return ExitCodes.Found;
        }

        return Say(answer());
    }

    /// <summary>所指的单位; null after a refusal.</summary>
    public static Unit? Unit(Writing writing, int year, string code)
    {
        if (Organisations.Unit(writing, year, code) is { } unit)
        {
            return unit;
        }

        writing.Refuse($"{year} 年没有单位 {code}", $"there is no unit {code} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
        return null;
    }

    private static JsonArray Listed(IReadOnlyList<Problem> problems) => new([.. problems.Select(p => (JsonNode)new JsonObject
    {
        ["chinese"] = p.Message.Chinese,
        ["english"] = p.Message.English,
        ["remedy"] = new JsonObject { ["chinese"] = p.Remedy.Chinese, ["english"] = p.Remedy.English },
        ["at"] = p.At is null ? null : new JsonObject { ["sheet"] = p.At.Sheet, ["row"] = p.At.Row, ["column"] = p.At.Letters },
    })]);

    /// <summary>回答。</summary>
    public int Say(Answer answer)
    {
        Console.Out.WriteLine(Json ? answer.Data.ToJsonString(Readable) : English ? answer.English : answer.Chinese);
        return ExitCodes.Clean;
    }

    /// <summary>说明不能办的事, and what should be looked at although it was done.</summary>
    public void Tell(IReadOnlyList<Problem> problems, IReadOnlyList<Problem>? notices = null)
    {
        if (Json)
        {
            var told = new JsonObject { ["problems"] = Listed(problems) };
            if (notices is { Count: > 0 })
            {
                told["notices"] = Listed(notices);
            }

            Console.Out.WriteLine(told.ToJsonString(Readable));
            return;
        }

        foreach (var problem in problems.Concat(notices ?? []))
        {
            if (English)
            {
                Console.Error.WriteLine($"mingzhang: {(problem.At is { } cell ? cell + ": " : "")}{problem.Message.English}; {problem.Remedy.English}.");
                continue;
            }

            var at = problem.At is { } place ? $"{place.Sheet} 第 {place.Row} 行{(place.Letters.Length > 0 ? " " + place.Letters + " 列" : "")}：" : "";
            Messages.Fail(at + problem.Message.Chinese, (problem.At is { } c ? c + ": " : "") + problem.Message.English, problem.Remedy.Chinese, problem.Remedy.English);
        }
    }
}

/// <summary>回答：the same in both languages and as data.</summary>
internal sealed record Answer(string Chinese, string English, JsonNode Data)
{
    // Amounts are for people with separators, as data without. What a figure became is one; what an entry of the journal became is text.
    private static readonly string[] Money = ["yuan", "income", "expenditure", "change", "became", "budget", "revised", "paid", "left", "final", "received", "passed-on"];

    /// <summary>办成一事。</summary>
    public static Answer Done(string chinese, string english) => new(chinese, english, new JsonObject { ["done"] = english });

    /// <summary>一张表：columns under their names, the same words in both languages.</summary>
    public static Answer Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = string.Join('\n', rows.Prepend(columns).Select(r => string.Join('\t', r)));
        return new Answer(text, text, new JsonArray([.. rows.Select(r => (JsonNode)new JsonObject(columns.Zip(r, (c, v) => KeyValuePair.Create(c, (JsonNode?)(Money.Contains(c) && IsAmount(v) ? v.Replace(",", "", StringComparison.Ordinal) : v)))))]));
    }

    private static bool IsAmount(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
