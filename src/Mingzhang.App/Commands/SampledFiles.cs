using System.Globalization;
using System.Text;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Documents.Writing.Sample;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>抽样的文件：any number of fictional documents, in any format; the same request writes the same bytes.</summary>
internal static class SampledFiles
{
    private const string Damages = "damage.tsv";

    public static int Write(Library library, FormBook book, SampleRequest request)
    {
        var drafts = request.Sampled
            ? Enumerable.Range(request.Seed, request.Count).SelectMany(seed => Sampler.Drafts(library, book, seed, request.Years).Select(d => new Sampled(seed, d))).ToList()
            : [new Sampled(0, SampleDraft.Build(library))];
        var folder = request.Output is { } path && (drafts.Count > 1 || Directory.Exists(path) || path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar));
        var extension = folder || request.Output is null ? "." + request.Format : Path.GetExtension(request.Output);
        if (drafts.Count > 1 && request.Output is null)
        {
            Messages.Fail("多份文件要写到文件夹", "several documents need a folder", "请用 -o 指明文件夹", "name a folder with -o");
            return ExitCodes.Unusable;
        }

        if (WriteCommand.Format("x" + extension) is not { } format)
        {
            return ExitCodes.Unusable;
        }

        string Name(Sampled sampled) => string.Create(CultureInfo.InvariantCulture, $"{book.Key}-{sampled.Seed}-{sampled.Draft.Year}{extension}");
        IEnumerable<string> targets = request.Output is not { } to ? [] : folder ? drafts.Select(d => Path.Combine(to, Name(d))) : [to];
        if (request.Output is not null && request.Damage > 0)
        {
            targets = targets.Append(folder ? Path.Combine(request.Output, Damages) : request.Output + "." + Damages);
        }

        if (!targets.All(t => OutputFile.MayWrite(t, request.Force)))
        {
            return ExitCodes.Unusable;
        }

        var damages = new StringBuilder("file\tplace\twas\tnow\n");
        foreach (var (index, sampled) in drafts.Index())
        {
            var name = Name(sampled);
            var composed = Composer.Compose(library, book, sampled.Draft);

            // Spread evenly, so that the share is exact as soon as there are enough documents.
            if (extension != ".json" && (index + 1) * request.Damage / 100 > index * request.Damage / 100 && SampleDamage.Of(composed, sampled.Seed) is var (injured, damage))
            {
                composed = injured;
                damages.AppendJoin('\t', folder ? name : Path.GetFileName(request.Output), damage.Place, damage.Was, damage.Now).Append('\n');
            }

            var file = extension == ".json" ? ModelJson.Write(sampled.Draft, book.Key) : format.Write(Written.Of(library, composed));
            if (file.Bytes is not { } bytes)
            {
                Messages.Fail(file.Problem!.Chinese, file.Problem.English);
                return ExitCodes.Unusable;
            }

            Out(request.Output is null ? null : folder ? Path.Combine(request.Output, name) : request.Output, bytes);
        }

        if (request.Damage > 0)
        {
            Out(request.Output is null ? null : folder ? Path.Combine(request.Output, Damages) : request.Output + "." + Damages, Encoding.UTF8.GetBytes(damages.ToString()));
        }

        return ExitCodes.Clean;
    }

    private static void Out(string? path, byte[] bytes)
    {
        if (path is null)
        {
            using var stream = Console.OpenStandardOutput();
            stream.Write(bytes);
            return;
        }

        OutputFile.Write(path, bytes);
    }

    private sealed record Sampled(int Seed, Draft Draft);
}

/// <summary>抽样的要求。</summary>
internal sealed record SampleRequest(string? Output, bool Sampled, int Seed, int Years, int Count, int Damage, string Format)
{
    /// <summary>替换已有的文件。</summary>
    public bool Force { get; init; }
}
