using PropIQ.Simulator.Running;
using PropIQ.Simulator.Tests.Costs;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class EvidenceTests
{
    private const string Tess = "tess@simulated.propiq.test";
    private const string StandIn = "standin@simulated.propiq.test";

    [Fact]
    public void It_is_one_accounts_calls_in_their_order_without_those_that_were_put_right()
    {
        var (late, early, superseded) = (Story.Profile(at: 2), Story.Profile(at: 1), Story.Refused(429, "rate_limited", at: 1.5) with { Superseded = true });
        var others = Story.Profile(at: 0) with { Identity = StandIn };

        var accounts = Simulator.EdgeCases.Evidence.Of(Told.User([late, superseded, others, early]));

        Assert.Equal(2, accounts.Count);
        Assert.Equal([early, late], accounts[0].Calls);
        Assert.Equal([others], accounts[1].Calls);
    }

    [Fact]
    public void It_is_what_was_delivered_to_the_account_and_last_heard_of_it()
    {
        var user = Told.User([Story.Profile(), Story.Profile() with { Identity = StandIn }, Story.Profile() with { Identity = "silent@simulated.propiq.test" }]);
        var delivered = Story.Delivered("invoice.payment_failed");
        user.Add(delivered);
        user.Add(delivered with { Identity = StandIn });
        user.Add(new HeardMessages(Tess, ["at first"], [], []));
        user.Add(new HeardMessages(Tess, ["at last"], [], []));
        user.Add(new HeardMessages(StandIn, ["of the stand-in"], [], []));

        var accounts = Simulator.EdgeCases.Evidence.Of(user);

        Assert.Equal([[delivered], [delivered with { Identity = StandIn }], []], accounts.Select(account => account.Deliveries));
        Assert.Equal(["at last", "of the stand-in", null], accounts.Select(account => account.Heard?.Slack[0]));
    }

    [Fact]
    public async Task The_account_is_listened_for_by_its_e_mail_and_the_first_three_addresses_that_it_analysed()
    {
        var user = Told.User([.. "1122345".Select(number => Analysed(number)), Analysed('9') with { Identity = StandIn }]);
        using var listening = new Listening();

        await Simulator.EdgeCases.Evidence.ListenAsync(listening.Run, user, listening.Visitor(user));

        var heard = Assert.Single(user.Heard);
        Assert.Equal(Tess, heard.Identity);
        Assert.Equal([$"Slack heard {Tess}"], heard.Slack);
        Assert.Equal([$"Mail heard {Tess}"], heard.Email);
        Assert.Equal(["Wandb heard 1 Main St", "Wandb heard 2 Main St", "Wandb heard 3 Main St"], heard.Wandb);
    }

    [Fact]
    public async Task Of_a_run_that_was_stopped_nothing_is_heard()
    {
        var user = Told.User([Analysed('1')]);
        using var listening = new Listening();
        listening.Run.Stop.Now(StopCause.Stopped, "somebody did");

        await Simulator.EdgeCases.Evidence.ListenAsync(listening.Run, user, listening.Visitor(user));

        Assert.Empty(user.Heard);
    }

    [Fact]
    public async Task A_run_that_is_stopped_meanwhile_hears_nothing_halfway()
    {
        var user = Told.User([Analysed('1')]);
        using var listening = new Listening { WhenAsked = stop => stop.Now(StopCause.Stopped, "somebody did") };

        await Simulator.EdgeCases.Evidence.ListenAsync(listening.Run, user, listening.Visitor(user));

        Assert.Empty(user.Heard);
    }

    [Theory]
    [InlineData("Slack")]
    [InlineData("Email")]
    [InlineData("Wandb")]
    [InlineData("TestingSecret")]
    public async Task Where_somebody_cannot_be_asked_nothing_is_heard(string without)
    {
        var user = Told.User([Analysed('1')]);
        using var listening = new Listening();
        var target = listening.Run.Target;
        listening.Run = listening.Run with
        {
            Target = without switch
            {
                "Slack" => target with { Slack = null },
                "Email" => target with { Email = null },
                "Wandb" => target with { Wandb = null },
                _ => target with { TestingSecret = null },
            },
        };

        await Simulator.EdgeCases.Evidence.ListenAsync(listening.Run, user, listening.Visitor(user));

        Assert.Empty(user.Heard);
    }

    private static CallRecord Analysed(char number) => Story.Analysed(Story.Property($"{number} Main St"));
}
