using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Tests;

/// <summary>The drivers of a scenario around a PropIQ and a Stripe that are made up. Time is the machine's, unless clocks could be moved here.</summary>
internal sealed class MadeUpStage : IDisposable
{
    private readonly Traffic traffic = new();
    private readonly TestBench bench;

    public MadeUpStage(bool movesClocks = false)
    {
        Target = new PropIqUnderTest(new Uri("http://propiq.test")) { Between = _ => PropIq, TestingSecret = movesClocks ? "secret" : null, Stripe = Stripe, Ai = Ai };
        Cast = new Cast(Target, traffic);
        bench = new TestBench(Target, traffic);
        Time = new TimeDriver(Target, bench);
        var pace = new Pace(Time);
        Asking = new Asking(pace);
        Accounts = new AccountDriver(Asking, Time);
        History = new HistoryDriver(Asking);
        Analyses = new AnalysisDriver(Target, Asking, Accounts, Dice.For("made up"));
        Checkout = new CheckoutDriver(Target, Asking, Time);
        Profile = new ProfileChecks(Accounts, Time);
        Paula = Cast.Find("Paula");
        if (!movesClocks)
        {
            // No rate limit is met here, and none need be waited for.
            pace.LeaveClockAlone(Paula);
        }
    }

    public MadeUpPropIq PropIq { get; } = new();

    public MadeUpStripe Stripe { get; } = new();

    public MadeUpAi Ai { get; } = new();

    public PropIqUnderTest Target { get; }

    public Cast Cast { get; }

    public TimeDriver Time { get; }

    public Asking Asking { get; }

    public AccountDriver Accounts { get; }

    public HistoryDriver History { get; }

    public AnalysisDriver Analyses { get; }

    public CheckoutDriver Checkout { get; }

    public ProfileChecks Profile { get; }

    public Actor Paula { get; }

    public void Dispose()
    {
        bench.Dispose();
        Cast.Dispose();
    }
}
