using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;
using Mingzhang.Rules;

namespace Mingzhang.App.Commands;

/// <summary>批量：reads and checks files on all cores, results in order; only a bounded number is held at a time, so that memory does not
/// grow with the number of files.</summary>
internal static class Batch
{
    /// <summary>逐份处理: <paramref name="work"/> runs in parallel, results come in the order of the files.</summary>
    public static IEnumerable<Done<T>> Run<T>(IReadOnlyList<string> files, Func<string, T?> work)
        where T : class
    {
        if (files.Count == 1)
        {
            yield return new Done<T>(files[0], Guarded(files[0], work));
            yield break;
        }

        Interruption.Watch();
        var waiting = new Queue<(string File, Task<T?> Task)>();
        var next = 0;
        while ((next < files.Count || waiting.Count > 0) && !Interruption.Asked)
        {
            while (next < files.Count && waiting.Count < Environment.ProcessorCount * 2)
            {
                var file = files[next++];
                waiting.Enqueue((file, Task.Run(() => Guarded(file, work))));
            }

            var (done, task) = waiting.Dequeue();
            if (Ended(task))
            {
                yield return new Done<T>(done, task.Result);
            }
        }
    }

    /// <summary>打开一份文件; null after a message where it cannot be.</summary>
    public static PaperDocument? Open(string file)
    {
        var opened = Sources.Open(file);
        if (opened.Paper is null)
        {
            Messages.Fail($"{file}：{opened.Problem!.Chinese}", $"{file}: {opened.Problem.English}", opened.Remedy!.Chinese, opened.Remedy.English);
            return null;
        }

        return opened.Paper;
    }

    /// <summary>读懂一份文件; null after a message where it cannot be opened.</summary>
    public static Disclosure? Read(string file, Basis basis) => Open(file) is { } paper ? Reader.Read(paper, basis.Library, basis.Choice) : null;

    /// <summary>检查一份文件; null where it cannot be opened.</summary>
    public static Report? Check(string file, Basis basis) => Read(file, basis) is { } disclosure ? Inspector.Check(disclosure, basis.Library, basis.Settings) : null;

    /// <summary>毫无所获: no title, no book, not one amount: nothing of a disclosure was read.</summary>
    public static bool IsNothing(Disclosure disclosure) => FileCard.IsNothing(disclosure);

    // Whoever interrupts does not wait for the document at work.
    private static bool Ended(Task task)
    {
        try
        {
            task.Wait(Interruption.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A bug that one file brings out does not stop the others.
    private static T? Guarded<T>(string file, Func<string, T?> work)
        where T : class
    {
        try
        {
            return work(file);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Messages.Failure($"{file}：", $"{file}: ", e);
            return null;
        }
    }
}

/// <summary>一份文件的结果; null where it could not be opened.</summary>
internal sealed record Done<T>(string File, T? Result)
    where T : class;
