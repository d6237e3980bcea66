namespace Mingzhang.Documents.Reading;

/// <summary>数字前的文字：where the words before each figure of a clause begin. What stands in brackets is an aside: the figure behind
/// it goes on with the words before it.</summary>
internal sealed class Leads(SentenceState state, int start)
{
    private readonly Stack<Opening> _starts = new([new Opening(state.Depth, start)]);

    /// <summary>某个数字前文字的起点。</summary>
    public int Start(string folded, NumberToken number)
    {
        state.Move(folded, number.Start);
        while (_starts.Peek().Depth > state.Depth && _starts.Count > 1)
        {
            _starts.Pop();
        }

        if (_starts.Peek().Depth < state.Depth)
        {
            _starts.Push(new Opening(state.Depth, Math.Max(_starts.Peek().Start, folded.LastIndexOf('(', number.Start - 1) + 1)));
        }

        return _starts.Peek().Start;
    }

    /// <summary>越过一个数字。</summary>
    public void Pass(NumberToken number) => _starts.Push(new Opening(_starts.Pop().Depth, number.End));

    private sealed record Opening(int Depth, int Start);
}
