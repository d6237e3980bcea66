namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>偏移：the offsets from one character to the next, with "g n v" for n times v. They are given one by one, since a hostile n is large.</summary>
internal static class OfdDeltas
{
    /// <summary>逐个偏移。</summary>
    public static IEnumerable<double> Of(string? text)
    {
        var words = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != "g")
            {
                yield return OfdElements.Number(words[i]) ?? 0;
                continue;
            }

            var times = i + 2 < words.Length ? OfdElements.Number(words[i + 1]) ?? 0 : 0;
            var value = i + 2 < words.Length ? OfdElements.Number(words[i + 2]) ?? 0 : 0;
            for (var k = 0; k < times; k++)
            {
                yield return value;
            }

            i += 2;
        }
    }
}
