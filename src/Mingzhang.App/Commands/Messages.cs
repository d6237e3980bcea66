using Mingzhang.Forms.Loading;
using Mingzhang.Ledger;

namespace Mingzhang.App.Commands;

/// <summary>退出码。</summary>
internal static class ExitCodes
{
    public const int Clean = 0;
    public const int Found = 1;
    public const int Unusable = 2;
}

/// <summary>给人的消息：what is wrong and what to do, in both languages, on the error stream.</summary>
internal static class Messages
{
    private static readonly Lock Gate = new();

    /// <summary>先做的事: what a progress bar clears away before a message.</summary>
    public static Action? BeforeMessage { get; set; }

    public static void Fail(string chinese, string english, string remedy, string remedyEnglish)
    {
        lock (Gate)
        {
            BeforeMessage?.Invoke();
            Console.Error.WriteLine($"mingzhang: {chinese}。{remedy}。");
            Console.Error.WriteLine($"mingzhang: {english.TrimEnd('.')}; {remedyEnglish}.");
        }
    }

    /// <summary>不能办的事，连同办法。</summary>
    public static void Fail(Problem problem) => Fail(problem.Message.Chinese, problem.Message.English, problem.Remedy.Chinese, problem.Remedy.English);

    /// <summary>说明一件事, which needs no remedy.</summary>
    public static void Note(string chinese, string english)
    {
        lock (Gate)
        {
            BeforeMessage?.Invoke();
            Console.Error.WriteLine($"mingzhang: {chinese}。/ {english}.");
        }
    }

    /// <summary>连补救办法在内的一句话。</summary>
    public static void Fail(string chinese, string english)
    {
        lock (Gate)
        {
            Console.Error.WriteLine($"mingzhang: {chinese.TrimEnd('。')}。");
            Console.Error.WriteLine($"mingzhang: {english.TrimEnd('.')}.");
        }
    }

    /// <summary>数据文件的问题, with file and line.</summary>
    public static void Fail(DataProblem problem, string remedy, string remedyEnglish) =>
        Fail($"{problem.File} 第 {problem.Line} 行：{problem.Reason.Chinese}", $"{problem.File}:{problem.Line}: {problem.Reason.English}", remedy, remedyEnglish);

    /// <summary>程序自身的差错: a bug, named without a stack trace.</summary>
    public static void Failure(string chinese, string english, Exception e) =>
        Fail($"{chinese}程序出错（{e.GetType().Name}）", $"{english}the program failed ({e.GetType().Name}: {e.Message.TrimEnd('.')})", "请报告此问题", "please report this");

    public static string Version => typeof(Messages).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
