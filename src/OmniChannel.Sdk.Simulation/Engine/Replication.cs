using OmniChannel.Simulation.Chance;
using OmniChannel.Simulation.Scenarios;
using OmniChannel.Simulation.Statistics;

namespace OmniChannel.Simulation.Engine;

/// <summary>
/// One run from an empty floor to an empty floor. Time is a number that jumps from entry to entry of the calendar; who serves whom is the
/// routing core's business, asked through the <see cref="Floor"/>.
/// </summary>
internal sealed partial class Replication
{
    private readonly Plan _plan;
    private readonly Scenario _scenario;
    private readonly EventCalendar _calendar = new();
    private readonly ContactPool _contacts = new();
    private readonly Floor _floor;
    private readonly BusyClock _clock;
    private readonly ArrivalSource[] _arrivals;
    private readonly DurationSource[] _services;
    private readonly DurationSource[] _patiences;
    private readonly DurationSource[] _wrapUps;
    private readonly Answers _answers;
    private readonly bool[] _onShift;
    private readonly bool[] _delayed;
    private readonly double[] _shiftEnded;
    private readonly Tally[][] _tallies;
    private readonly Action<double>? _progress;
    private readonly CancellationToken _cancellation;
    private RandomStream _retries;
    private long _number;
    private int _section = -1;
    private int _waiting;
    private int _asked;
    private int _left;
    private int _away;
    private int _sources;
    private bool _closed;
    private double _lastArrival;
    private double _due = double.PositiveInfinity;

    public Replication(Plan plan, int replication, int sections, Action<double>? progress, CancellationToken cancellation, bool explain = false)
    {
        _plan = plan;
        _scenario = plan.Scenario;
        _progress = progress;
        _cancellation = cancellation;
        var seed = _scenario.Seed;
        _floor = new(plan, explain);
        _delayed = new bool[plan.Classes.Length];
        _onShift = new bool[plan.Groups.Length];
        _shiftEnded = new double[plan.Groups.Length];
        _clock = new(plan, _contacts, _onShift, _shiftEnded);
        _arrivals = [.. plan.Classes.Select((work, c) => new ArrivalSource(work, seed, replication, c))];
        _services = [.. plan.Classes.Select((work, c) => new DurationSource(work.Service, new(seed, replication, Purpose.Service, c)))];
        _patiences = [.. plan.Classes.Select((work, c) =>
            new DurationSource(work.Patience ?? DurationModel.Unit, new(seed, replication, Purpose.Patience, c)))];
        _wrapUps = [.. plan.Classes.Select((work, c) => new DurationSource(work.WrapUp ?? DurationModel.Unit, new(seed, replication, Purpose.WrapUp, c)))];
        _answers = new(plan, replication);
        _retries = new(seed, replication, Purpose.Retrials, 0);
        _tallies = [.. Enumerable.Range(0, sections).Select(_ => plan.Classes.Select(_ => new Tally(plan.Times.Length)).ToArray())];
    }

    /// <summary>Watches every contact that leaves; null for none.</summary>
    public Action<ContactOutcome>? Left { get; init; }

    /// <summary>Follows one contact; the run ends when it has left. Null for none.</summary>
    public ContactWatch? Watch { get; init; }

    /// <summary>The tallies by section and class.</summary>
    public Tally[][] Run()
    {
        Begin();
        var now = 0.0;
        for (long step = 0; Goes && _calendar.TryTake(out var entry); step++)
        {
            now = entry.Time;
            Happen(entry, now);
            if ((step & 0xFFFF) == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
                _progress?.Invoke(Progress(now));
            }
        }

        if (!_closed)
        {
            Close(_scenario.Horizon ?? _lastArrival);
        }

        Leftovers(now);
        return _tallies;
    }

    private bool Goes => (!_closed || _contacts.Count > 0 || _away > 0) && Watch?.Last is null;

    private void Begin()
    {
        if (_scenario.Horizon is not null || _scenario.Warmup == 0)
        {
            Open(0, 0);
        }

        if (_scenario.Horizon is { } horizon)
        {
            for (var s = 1; s <= _tallies.Length; s++)
            {
                _calendar.Add(horizon * s / _tallies.Length, Happening.Section, s);
            }
        }

        for (var g = 0; g < _plan.Groups.Length; g++)
        {
            foreach (var shift in _plan.Groups[g].Shifts ?? [])
            {
                _calendar.Add(shift.From, Happening.ShiftBegins, g);
                _calendar.Add(shift.To, Happening.ShiftEnds, g);
            }

            if (_plan.Groups[g].Shifts is null)
            {
                Come(g, 0);
            }
        }

        if (_plan.Recorded is { } recorded)
        {
            NextRecorded(recorded);
            return;
        }

        _sources = _arrivals.Length;
        for (var c = 0; c < _arrivals.Length; c++)
        {
            Next(c, 0);
        }
    }

    private void Happen(in CalendarEntry entry, double now)
    {
        switch (entry.Kind)
        {
            case Happening.Arrival:
                Arrive(entry.Subject, now);
                break;
            case Happening.Completion:
                Complete(entry.Subject, now);
                break;
            case Happening.Abandonment:
                if (_contacts[entry.Subject].Stamp == entry.Stamp && !_contacts[entry.Subject].Busy)
                {
                    GiveUp(entry.Subject, now);
                }

                break;
            case Happening.WrapUpEnds:
                Free(entry.Subject, now);
                break;
            case Happening.Accept or Happening.Decline:
                Answer(entry, now);
                break;
            case Happening.Retry:
                _away--;
                Attempt(entry.Subject, now, entry.Stamp, -1, double.NaN, null);
                break;
            case Happening.Due:
                _due = double.PositiveInfinity;
                _floor.Advance(now);
                Follow(now);
                break;
            case Happening.ShiftBegins:
                Come(entry.Subject, now);
                break;
            case Happening.ShiftEnds:
                Go(entry.Subject, now);
                break;
            case Happening.Section when entry.Subject < _tallies.Length:
                Open(entry.Subject, now);
                break;
            case Happening.Section:
                Close(now);
                break;
        }
    }

    private void Arrive(int subject, double now)
    {
        if (_closed)
        {
            return;
        }

        var number = _number++;
        var counted = number - _scenario.Warmup;
        if (_scenario.Horizon is null && counted > 0 && _tallies.Length > 1)
        {
            var section = (int)Math.Min(counted * _tallies.Length / _plan.CountedArrivals, _tallies.Length - 1);
            if (section != _section)
            {
                Open(section, now);
            }
        }

        _lastArrival = now;
        var part = counted >= 0 ? _section : -1;
        if (_plan.Recorded is { } recorded)
        {
            var contact = recorded[number];
            NextRecorded(recorded);
            Attempt(contact.Class, now, part, number, contact.Service ?? double.NaN, contact.Patience, contact.Endured);
        }
        else
        {
            Next(subject, now);
            Attempt(subject, now, part, number, double.NaN, null);
        }

        if (_scenario.Horizon is null && counted == -1 && !_closed)
        {
            Open(0, now);
        }

        if (_scenario.Horizon is null && counted + 1 == _scenario.Arrivals && _plan.Recorded is null)
        {
            Close(now);
        }
    }

    private void Next(int workClass, double now)
    {
        var at = _arrivals[workClass].After(now);
        if (!double.IsPositiveInfinity(at))
        {
            _calendar.Add(at, Happening.Arrival, workClass);
            return;
        }

        SourceEnds();
    }

    private void NextRecorded(RecordedContact[] recorded)
    {
        if (_number < recorded.Length)
        {
            _sources = 1;
            _calendar.Add(recorded[_number].At, Happening.Arrival, 0);
            return;
        }

        SourceEnds();
    }

    private void SourceEnds()
    {
        if (--_sources <= 0 && _scenario.Horizon is null)
        {
            Close(_lastArrival);
        }
    }

    private void Open(int section, double now)
    {
        if (_section >= 0)
        {
            _clock.End(now, _tallies[_section]);
        }

        _section = section;
        _clock.Begin(now);
    }

    private void Close(double now)
    {
        _closed = true;
        if (_section >= 0)
        {
            _clock.End(now, _tallies[_section]);
        }
    }

    private double Progress(double now) =>
        _scenario.Horizon is { } horizon ? Math.Min(1, now / horizon) : (double)_number / (_scenario.Warmup + _scenario.Arrivals);
}
