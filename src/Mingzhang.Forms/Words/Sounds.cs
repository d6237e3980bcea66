using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Words;

/// <summary>读音：the syllable of each character of GB 2312, without tones; characters of one sound are mistaken for one another when typing.</summary>
public sealed class Sounds
{
    private const string File = "sounds.txt";
    private readonly ushort[] _syllables = new ushort[char.MaxValue + 1];
    private readonly List<char> _initials = [];

    private Sounds()
    {
    }

    /// <summary>读取读音表。</summary>
    internal static Sounds Load(DataSource source, Problems problems)
    {
        var sounds = new Sounds();
        ushort number = 0;
        foreach (var line in Outline.Read(File, source.Text(File) ?? "", problems))
        {
            number++;
            sounds._initials.Add(line.Key[0]);
            foreach (var character in line.Value)
            {
                sounds._syllables[character] = number;
            }
        }

        return sounds;
    }

    /// <summary>一个字的音节，以编号表示; 0 where it is not known.</summary>
    public int Of(char character) => _syllables[character];

    /// <summary>拼音首字母, as people type them to find a name; letters and digits stay, what has no sound is left out.</summary>
    public string Initials(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(c => _syllables[c] != 0 || char.IsAsciiLetterOrDigit(c)).Select(c => _syllables[c] == 0 ? char.ToLowerInvariant(c) : _initials[_syllables[c] - 1]));
    }

    /// <summary>两字是否同音。</summary>
    public bool Alike(char one, char other) => one == other || (_syllables[one] != 0 && _syllables[one] == _syllables[other]);
}
