namespace JointMeeting.Compliance.Stores;

/// <summary>Where a case of the model is.</summary>
internal enum Place
{
    Drafting,
    Countersigning,
    Signing,
}

/// <summary>One request of the model.</summary>
internal sealed class ModelAsk(string unit, ModelAsk? from = null)
{
    public string Unit { get; } = unit;
    public ModelAsk? From { get; } = from;
    public string State { get; set; } = "Open";
    public bool? For { get; set; }
    public bool Answered { get; set; }
    public bool Recorded { get; set; }
    public bool InRound { get; set; } = true;
}

/// <summary>
/// A countersign as a person would keep it on paper, written without a look at the kernel: whom it waits for, who is
/// for it, where it goes. Each move says whether it is allowed.
/// </summary>
internal sealed class RoundModel(IReadOnlyList<string> named)
{
    private readonly List<ModelAsk> _asks = [];

    public Place Place { get; private set; } = Place.Drafting;
    public bool Paused { get; private set; }

    /// <summary>Unit and state of every request, in the order they were made.</summary>
    public IEnumerable<string> States => _asks.Select(a => $"{a.Unit}:{a.State}");

    private IEnumerable<ModelAsk> Round => _asks.Where(a => a.InRound && a.From is null && a.State != "Replaced");

    public bool Circulate()
    {
        if (Paused || Place != Place.Drafting)
            return false;
        var signers = _asks.Where(a => a is { From: null, State: "Answered" }).Select(a => a.Unit);
        var carried = named
            .Concat(signers)
            .Distinct()
            .Select(u => (Unit: u, Last: _asks.LastOrDefault(a => a.From is null && a.Answered && a.Unit == u)))
            .ToList();
        foreach (var ask in _asks)
            ask.InRound = false;
        Place = Place.Countersigning;
        foreach (var (unit, last) in carried)
            _asks.Add(
                last is { State: "Answered", For: not false }
                    ? new ModelAsk(unit)
                    {
                        State = "Answered",
                        For = last.For,
                        Answered = true,
                    }
                    : new ModelAsk(unit)
            );
        Judge();
        return true;
    }

    public bool Answer(string unit, bool? consents, bool recorded = false)
    {
        var ask = Newest(unit);
        if (Paused || ask is not { InRound: true, State: "Open" or "Answered" } || Place != Place.Countersigning)
            return false;
        (ask.State, ask.For, ask.Answered, ask.Recorded) = ("Answered", consents, true, recorded);
        if (ask.From is { State: "Delegated" } original)
            original.State = "Open";
        Judge();
        return true;
    }

    public bool Contest(string unit)
    {
        if (Paused || Newest(unit) is not { Recorded: true } ask)
            return false;
        ask.Recorded = false;
        if (ask.InRound && Place == Place.Countersigning)
            ask.State = "Open";
        return true;
    }

    public bool Add(string unit)
    {
        if (Paused || Place != Place.Countersigning || IsIn(unit))
            return false;
        _asks.Add(new ModelAsk(unit));
        return true;
    }

    public bool Remove(string unit)
    {
        if (Unanswered(unit) is not { } ask || Round.Count(a => a.State != "Withdrawn") == 1)
            return false;
        Withdraw(ask);
        Judge();
        return true;
    }

    public bool Replace(string unit, string by)
    {
        if (Unanswered(unit) is not { } ask || IsIn(by))
            return false;
        foreach (var handed in _asks.Where(a => a.From == ask))
            Withdraw(handed);
        ask.State = "Replaced";
        _asks.Add(new ModelAsk(by));
        return true;
    }

    public bool Delegate(string unit, string to)
    {
        if (Paused || unit == to || Newest(unit) is not { State: "Open", From: null } ask)
            return false;
        ask.State = "Delegated";
        _asks.Add(new ModelAsk(to, ask));
        return true;
    }

    public bool CallBack(string unit)
    {
        if (Paused || Newest(unit) is not { State: "Delegated" } ask)
            return false;
        foreach (var handed in _asks.Where(a => a.From == ask))
            Withdraw(handed);
        ask.State = "Open";
        return true;
    }

    public bool Pause() => Set(Paused, true);

    public bool Resume() => Set(!Paused, false);

    public bool Return()
    {
        if (Paused || Place == Place.Drafting)
            return false;
        foreach (var ask in _asks.Where(a => a.InRound))
            Withdraw(ask);
        Place = Place.Drafting;
        return true;
    }

    private bool Set(bool refused, bool paused)
    {
        if (!refused)
            Paused = paused;
        return !refused;
    }

    private ModelAsk? Newest(string unit) => _asks.LastOrDefault(a => a.Unit == unit);

    private bool IsIn(string unit) => Round.Any(a => a.Unit == unit && a.State != "Withdrawn");

    private ModelAsk? Unanswered(string unit) =>
        !Paused
        && Place == Place.Countersigning
        && Newest(unit) is { InRound: true, From: null, State: "Open" or "Delegated" } ask
            ? ask
            : null;

    private void Withdraw(ModelAsk ask)
    {
        if (ask.State is "Open" or "Delegated")
            ask.State = "Withdrawn";
        foreach (var handed in _asks.Where(a => a.From == ask && a.State is "Open"))
            handed.State = "Withdrawn";
    }

    private void Judge()
    {
        var counted = Round.Where(a => a.State != "Withdrawn").ToList();
        if (counted.All(a => a.State == "Answered" && a.For != false))
            Place = Place.Signing;
    }
}
