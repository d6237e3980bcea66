using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>句中状态：which list a clause stands in, which figure came last, which change is being explained.</summary>
internal sealed class SentenceState(ReadingContext context, Point section, int from)
{
    private readonly OpenLists _lists = new();
    private readonly List<Statement> _explaining = [];
    private ChangeStatement? _change;
    private int _changeEnd;
    private readonly Dictionary<string, Point> _named = new(StringComparer.Ordinal);
    private Point? _lastPoint;
    private readonly Stack<Outside> _outside = [];
    private bool _explains;
    private bool _awaitsReason;
    private int _at = from;
    private bool _endsWithAmount;

    /// <summary>本节的上下文。</summary>
    public Point Section { get; } = section;

    /// <summary>话题: a 项 or a subject that a clause without a figure has named; null: the section as a whole.</summary>
    public Point? Topic { get; private set; }

    /// <summary>话题或本节。</summary>
    public Point Around => Topic ?? Section;

    /// <summary>本句前面没有数字的小句, whose words may belong to the figure that follows.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>所解释的变动的点; null where no change has been stated.</summary>
    public Point? Explained => _change?.Point ?? _lastPoint;

    /// <summary>所解释的变动的方向。</summary>
    public Direction ExplainedDirection => _change?.Direction ?? Direction.Increase;

    /// <summary>是否在说明原因：from the words of reason to the end of the sentence.</summary>
    public bool Reasoning { get; private set; }

    /// <summary>括号的层数: what stands in brackets is an aside.</summary>
    public int Depth { get; private set; }

    /// <summary>读到某处: behind an aside the figure before it is the last one again.</summary>
    public void Move(string folded, int to)
    {
        for (; _at < to; _at++)
        {
            if (folded[_at] == '(')
            {
                Depth++;
                _outside.Push(new Outside(LastAmount, _lastPoint));
            }
            else if (folded[_at] == ')' && Depth > 0)
            {
                Depth--;
                (LastAmount, _lastPoint) = _outside.Pop();
            }
        }
    }

    /// <summary>本句最近所数的事物。</summary>
    public string? Counting { get; private set; }

    /// <summary>记下一个数量: one without words of its own (24批次，210人次) counts the same thing.</summary>
    public void Count(string what) => Counting = what.Length > 0 ? what : Counting;

    /// <summary>紧跟在变动后面的括号: 减少0.5万元(14.29%) says the change once more.</summary>
    public ChangeStatement? Bracketed(string folded, int start) =>
        _change is { Amount: not null } && _changeEnd > 0 && _changeEnd < start && folded.AsSpan(_changeEnd, start - _changeEnd).Trim() is "(" ? _change : null;

    /// <summary>改换话题。</summary>
    public void Speak(Point about) => Topic = about;

    /// <summary>开始说明原因: changes named from here on are parts of the change before.</summary>
    public void Reason()
    {
        Reasoning = true;
        _explains = _change is not null;
    }

    /// <summary>原因属于哪一个变动: the reason itself may begin behind a colon (主要是：…), in the clause after its words.</summary>
    public (string Change, string Reason)? ReasonFor(string? reason, string clause)
    {
        var text = reason is { Length: > 0 } ? reason : _awaitsReason && clause.Length > 0 && reason is null ? clause : null;
        _awaitsReason = reason is { Length: 0 };
        return text is not null && LastChange is { } change ? (change, text) : null;
    }

    /// <summary>比较基础单独成句: 与2023年度相比.</summary>
    public void CompareWith(ComparisonBase comparison) => LastBase = comparison;

    /// <summary>记下没有数字的小句。</summary>
    public void Say(string words) => Lead = words;

    /// <summary>本句中最近的金额: 预算为…，支出决算为… speak of one thing.</summary>
    public AmountStatement? Sentence { get; private set; }

    /// <summary>所完成的预算: what the percentage behind it is of.</summary>
    public Against? Against { get; set; }

    /// <summary>最近的金额。</summary>
    public AmountStatement? LastAmount { get; private set; }

    /// <summary>不在任何分项之中的最近金额: the head to which a later 其中 returns.</summary>
    public AmountStatement? Head { get; private set; }

    /// <summary>所在各层分项的总项，由内而外。</summary>
    public IEnumerable<Point> ListHeads => _lists.Heads;

    /// <summary>最近的比较基础，本句之内。</summary>
    public ComparisonBase? LastBase { get; private set; }

    /// <summary>最近的变动的编号。</summary>
    public string? LastChange => _change?.Id;

    /// <param name="clause">The clause.</param>
    /// <param name="reason">Whether it begins by giving a reason, which belongs to the sentence before.</param>
    /// <param name="list">Whether it begins a list (其中), which compares with what the sentence before compared with.</param>
    public void Enter(Clause clause, bool reason, bool list)
    {
        if (clause.FirstOfSentence && !reason)
        {
            CloseExplanation();
            LastBase = list ? LastBase : null;
        }

        if (clause.FirstOfSentence || clause.Before is ';' or '。')
        {
            Lead = "";
            Reasoning = false;
            Counting = null;
            Sentence = null;
            Against = null;
        }

        // A colon behind an amount opens the list of its parts: 总额600.16万元：货物…、工程….
        if (_endsWithAmount && LastAmount is not null && clause.Before == ':')
        {
            _lists.Open(LastAmount, inline: false);
        }

        _endsWithAmount = false;
    }

    public void Leave(Clause clause) =>
        _endsWithAmount = clause.Numbers.Count > 0 && clause.Numbers[^1].Kind == NumberTokenKind.Money && clause.Numbers[^1].End >= clause.End - 1;

    /// <summary>分项用词出现: 其中 opens the list of a head; 主要是 behind a change explains it by the changes of its parts.</summary>
    public void Announce(bool open, char before, bool inline)
    {
        if (open)
        {
            _explains = _change is not null;
            return;
        }

        // 支出较去年增加156万元，其中基本支出增加56万元: behind the parts of the amount its change is divided.
        if (_change is not null && Head is { } changed && changed != LastAmount && _change.Point.Equals(changed.Point) && _change.Point.Equals(_lastPoint))
        {
            _lists.Return(changed, null, inline);
            return;
        }

        var returns = before is ';' or '。';
        if ((returns ? Head : LastAmount) is { } head && head.Point.Key("item") is null)
        {
            if (returns)
            {
                _lists.Return(head, LastAmount, inline);
            }
            else
            {
                _lists.Open(head, inline);
            }
        }
    }

    /// <summary>某名称所在的上下文: the innermost list that it does not contradict.</summary>
    public Point ContextFor(Meaning meaning) => _lists.ContextFor(meaning) ?? Around;

    /// <summary>按另一种分类重新划分: what follows makes the same whole once more.</summary>
    public void Divide()
    {
        if (Head is { } head)
        {
            _lists.Close();
            _lists.Open(head, inline: false);
        }
    }

    public void Amount(AmountStatement statement)
    {
        LastAmount = statement;
        Sentence = statement;
        _lastPoint = statement.Point;
        if (_lists.Take(statement))
        {
            return;
        }

        _lists.Close();
        Head = statement;
        _lists.HeadChange = null;
    }

    /// <summary>是否分项之中的另一年度: it stands beside the part before it, and is no part itself.</summary>
    public bool Beside(Point point) => ListHeads.FirstOrDefault() is { } head && head.Key("year") is { } year && point.Key("year") is { } other && other != year;

    /// <summary>以原文命名的明细: what follows (its change, its share) is its own, but it is no part of a list.</summary>
    public void Named(AmountStatement statement)
    {
        if (statement.Point.Key("item") is { } name)
        {
            _named[name] = statement.Point;
        }

        LastAmount = statement;
        Sentence = null;
        _lastPoint = statement.Point;
        _lists.Miss();
    }

    /// <summary>本段以原文命名的明细; null where the paragraph named none so.</summary>
    public Point? NamedPoint(string name) => _named.GetValueOrDefault(name);

    /// <summary>变动的主语: its own words in the context, or the figure before it where it has none; null where it is not understood.</summary>
    public Point? SubjectOf(string words, Subject subject)
    {
        var meaning = subject.Read(words);
        if (!meaning.Understood)
        {
            return null;
        }

        // 预算数比上年减少, 决算数比上年减少: words of phase alone go on about what was told.
        if (meaning is { Any: true, Total: false } && !_lists.Any && Head is { } head && meaning.Point.Members is [{ Dimension.Key: "phase" } phase])
        {
            return head.Point.With(phase);
        }

        return meaning.Any ? subject.Place(_explains && _change is not null ? _change.Point : ContextFor(meaning), meaning) : _lastPoint;
    }

    public void Change(ChangeStatement statement, int end = 0)
    {
        _changeEnd = end;
        LastBase = statement.Base;
        if (_explains && _change is not null && Parts.Below(_change.Point, statement.Point))
        {
            _explaining.Add(statement);
            return;
        }

        CloseExplanation();
        _change = statement;
        _lastPoint = statement.Point;
        _lists.Take(statement);
        if (Head is not null && Head.Point.Equals(statement.Point))
        {
            _lists.HeadChange = statement;
        }
    }

    public void Nil(Point point) => _lastPoint = point;

    /// <summary>未读懂的金额: what follows it (its change, its share) must not be taken for another figure's.</summary>
    public void Lost()
    {
        _lastPoint = null;
        LastAmount = null;
        Sentence = null;
        _lists.Miss();
    }

    /// <summary>段末: all lists are done and go to the document.</summary>
    public void Close()
    {
        _lists.Deliver(context);
        CloseExplanation();
    }

    private void CloseExplanation()
    {
        if (_change is not null && _explaining.Count > 0)
        {
            context.Listings.Add(new Listing(ListingKind.List, _change.Place.Section ?? "", [_change, .. _explaining], Open: true));
        }

        _explaining.Clear();
        _explains = false;
    }

    // What came last before a bracket opened.
    private sealed record Outside(AmountStatement? Amount, Point? Point);
}
