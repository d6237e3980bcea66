using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Mingzhang.Workbench.Hosting;

/// <summary>同一表单送来两次：a double click has one effect, and both get its answer, also where the second comes to another node. The token of a form is of one showing of a page, so that whoever sends the same on purpose a page
/// later is not held back.</summary>
/// <param name="clock">The clock.</param>
/// <param name="shared">What all nodes know of; null where there is one alone.</param>
internal sealed class SentTwice(TimeProvider clock, SentRows? shared)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10), Looking = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Sent> _sent = new(StringComparer.Ordinal);

    /// <summary>办一次。</summary>
    /// <param name="context">The request, of somebody who is signed in.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="handle">What is done with it.</param>
    public async Task<WorkAnswer> Once(HttpContext context, IFormCollection form, Func<Task<WorkAnswer>> handle)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, of) in _sent)
        {
            if ((now - of.At).Duration() > Kept && of.Answer.IsValueCreated && of.Answer.Value.IsCompleted)
            {
                _sent.TryRemove(old, out _);
            }
        }

        var mark = await Mark(context, form);
        var mine = new Sent(new Lazy<Task<WorkAnswer>>(shared is null ? handle : () => Everywhere(shared, mark, context, handle)), now);
        var first = _sent.GetOrAdd(mark, mine);
        var answer = await first.Answer.Value;

        // A file that is sent once is made once more.
        return ReferenceEquals(first, mine) || answer.Once is null ? answer : await handle();
    }

    // Whoever puts the mark does it; the others wait for his answer, and where he failed or stopped, one of them takes it up.
    private static async Task<WorkAnswer> Everywhere(SentRows rows, string mark, HttpContext context, Func<Task<WorkAnswer>> handle)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Looking)
        {
            if (rows.Begin(mark))
            {
                return await Here(rows, mark, handle);
            }

            for (var state = rows.Find(mark, out var answer); state != SentState.Gone && waited < Patience; state = rows.Find(mark, out answer), waited += Looking)
            {
                if (state == SentState.Done)
                {
                    return answer ?? await handle();
                }

                await Task.Delay(Looking, CancellationToken.None);
            }
        }

        // It takes long there: what came of it is on the page.
        return WorkAnswer.Go(context.Request.Path + context.Request.QueryString);
    }

    private static async Task<WorkAnswer> Here(SentRows rows, string mark, Func<Task<WorkAnswer>> handle)
    {
        var done = false;
        try
        {
            var answer = await handle();
            rows.End(mark, answer, Kept);
            done = true;
            return answer;
        }
        finally
        {
            if (!done)
            {
                rows.Drop(mark);
            }
        }
    }

    private static async Task<string> Mark(HttpContext context, IFormCollection form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, context.User.Identity?.Name ?? "");
        Add(hash, context.Request.Path + context.Request.QueryString);
        foreach (var (name, values) in form)
        {
            Add(hash, name);
            foreach (var value in values)
            {
                Add(hash, value ?? "");
            }
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.FileName);
            await using var stream = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(stream, context.RequestAborted));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // With its length before it, so that two fields are not taken for one.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private sealed record Sent(Lazy<Task<WorkAnswer>> Answer, DateTimeOffset At);
}
