using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Plans;
using static PropIQ.Drivers.Time.Moments;

namespace PropIQ.Drivers.Courses;

/// <summary>
/// What PropIQ must hold of one customer, reckoned from the contract and what the customer has done since: a model of the rules beside
/// the PropIQ that is judged by it. Time stands still at <see cref="Now"/> until it is moved on.
/// </summary>
internal sealed class Books(PromisedPlan plan, DateTimeOffset now)
{
    private readonly DateTimeOffset began = now;
    private int usedBefore;
    private int[] openCounts = [];

    /// <summary>The customer's time, in whole seconds.</summary>
    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>The plan.</summary>
    public PromisedPlan Plan { get; private set; } = plan;

    /// <summary>Where the subscription stands: none, active, past_due or canceled.</summary>
    public string Standing { get; private set; } = "none";

    /// <summary>Analyses used in the period.</summary>
    public int Used { get; private set; }

    /// <summary>True when a plan has ended and PropIQ has not said yet which count goes on: the contract does not say.</summary>
    public bool IsCountOpen => openCounts.Length > 0;

    /// <summary>When the month that is paid for ends; null on Free.</summary>
    public DateTimeOffset? PaidUntil { get; private set; }

    /// <summary>True when the plan ends with the month that is paid for.</summary>
    public bool Ends { get; private set; }

    /// <summary>True while a renewal is unpaid: which period it is until then, the contract does not say.</summary>
    public bool IsRenewalOpen { get; private set; }

    /// <summary>Whether the profile must tell of a failed payment; null where the contract does not say.</summary>
    public bool? TellsOfDebt { get; private set; } = false;

    /// <summary>The analyses, as they were answered, oldest first.</summary>
    public List<Analysis> Made { get; } = [];

    /// <summary>On which plan and when each of them was made, where that was seen.</summary>
    public List<(string Address, string Tier, DateTimeOffset At)> MadeOn { get; } = [];

    /// <summary>Conversations with support, by what was said and answered.</summary>
    public List<(JsonId Id, List<string> Said)> Talks { get; } = [];

    /// <summary>How often Slack must have heard of each kind of news.</summary>
    public Dictionary<string, int> Notices { get; } = [];

    /// <summary>The kinds of news of which the contract does not say how often Slack hears them in this course.</summary>
    public HashSet<string> OpenNotices { get; } = [];

    /// <summary>How many subscriptions the customer has had.</summary>
    public int Subscriptions { get; private set; }

    /// <summary>Analyses left in the period, never less than none.</summary>
    public int Left => Math.Max(0, Plan.Analyses - Used);

    /// <summary>When the count starts anew (contract, 3.10).</summary>
    public DateTimeOffset ResetsAt => PaidUntil ?? MonthOf(Now).AddMonths(1);

    /// <summary>What the history shows, newest first.</summary>
    public IReadOnlyList<Analysis> Shown => [.. Made.AsEnumerable().Reverse().Take(Plan.HistoryShown ?? int.MaxValue)];

    /// <summary>What an analysis that makes the count <paramref name="used"/> warns of (contract, 1.1); null for nothing.</summary>
    public string? WarningAt(int used) => used < Plan.WarnsFrom ? null
        : Plan.IsFree ? $"{used} of {Plan.Analyses} free analyses used"
        : $"{used} of {Plan.Analyses} analyses used this month";

    /// <summary>Where the story begins: what was used before, and the subscription, if there is one.</summary>
    public void Begin(int used, DateTimeOffset? paidUntil)
    {
        (Used, usedBefore, PaidUntil) = (used, used, paidUntil);
        (Standing, Subscriptions) = paidUntil is null ? ("none", 0) : ("active", 1);
    }

    /// <summary>Time goes on; on Free a new month starts with nothing used.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (Plan.IsFree && MonthOf(moment) != MonthOf(Now))
        {
            (Used, openCounts) = (0, []);
        }

        Now = moment;
    }

    /// <summary>An analysis was made and stored.</summary>
    public void Make(Analysis analysis)
    {
        Used++;
        Made.Add(analysis);
        MadeOn.Add((analysis.Address!, Plan.Tier, Now));
    }

    /// <summary>A checkout was paid: the plan at once, the count kept (contract, 5.7).</summary>
    public void Buy(PromisedPlan bought, DateTimeOffset paidUntil)
    {
        (Plan, Standing, PaidUntil, Ends, IsRenewalOpen, TellsOfDebt) = (bought, "active", paidUntil, false, false, false);
        Subscriptions++;
        Hear("new signup");
    }

    /// <summary>The subscription is to another plan from now on; count and period stay (contract, 5.3 and 5.8).</summary>
    public void Move(PromisedPlan other) => Plan = other;

    /// <summary>The plan is to end with the month that is paid for (contract, 5.3).</summary>
    public void Schedule() => Ends = true;

    /// <summary>The next month was paid (contract, 5.8).</summary>
    public void Renew(DateTimeOffset paidUntil)
    {
        (Standing, PaidUntil, IsRenewalOpen, TellsOfDebt, Used) = ("active", paidUntil, false, false, 0);
        Hear("recurring payment");
    }

    /// <summary>A renewal could not be paid: past due, plan and count kept (contract, 5.8).</summary>
    public void Owe()
    {
        (Standing, IsRenewalOpen, TellsOfDebt) = ("past_due", true, true);
        Hear("failed payment");
    }

    /// <summary>A first payment failed: without a subscription the customer stays on Free and is told why (contract, 5.8).</summary>
    public void Decline()
    {
        if (Plan.IsFree)
        {
            TellsOfDebt = true;
            Hear("failed payment");
            return;
        }

        // It is no event of the running subscription (5.6), and yet a payment that failed (8.3).
        OpenNotices.Add("failed payment");
    }

    /// <summary>The subscription is over (contract, 5.8).</summary>
    public void End(PromisedPlan free, DateTimeOffset periodBegan)
    {
        // The count goes on, or it is what was made in the calendar month, whatever the plan (3.10). In another month it may be over, too.
        int[] over = IsRenewalOpen || MonthOf(periodBegan) != MonthOf(Now) ? [0] : [];
        openCounts = [Used, MadeThisMonth, .. over];
        (Plan, Standing, PaidUntil, Ends, IsRenewalOpen) = (free, "canceled", null, false, false);
        TellsOfDebt = TellsOfDebt == true ? null : TellsOfDebt;
        Hear("canceled subscription");
    }

    /// <summary>PropIQ says which of the counts that are open goes on; another than those is wrong.</summary>
    public void Settle(int? said)
    {
        if (said is { } count && openCounts.Contains(count))
        {
            Used = count;
        }

        openCounts = [];
    }

    private void Hear(string notice) => Notices[notice] = Notices.GetValueOrDefault(notice) + 1;

    private int MadeThisMonth => MadeOn.Count(made => MonthOf(made.At) == MonthOf(Now)) + (MonthOf(began) == MonthOf(Now) ? usedBefore : 0);
}
