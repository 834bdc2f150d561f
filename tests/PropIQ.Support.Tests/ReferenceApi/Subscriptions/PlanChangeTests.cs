using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

public sealed class PlanChangeTests
{
    [Theory]
    [InlineData(Tier.Pro, Tier.Free, 37, 37, new[] { "27 analyses will be hidden", "Exports will stop", "You have used 37 of the new limit of 5" })]
    [InlineData(Tier.Pro, Tier.Free, 5, 11, new[] { "1 analysis will be hidden", "Exports will stop" })]
    [InlineData(Tier.Pro, Tier.Free, 6, 10, new[] { "Exports will stop", "You have used 6 of the new limit of 5" })]
    [InlineData(Tier.Starter, Tier.Free, 0, 0, new[] { "Exports will stop" })]
    [InlineData(Tier.Elite, Tier.Starter, 31, 80, new[] { "You have used 31 of the new limit of 30" })]
    [InlineData(Tier.Elite, Tier.Starter, 30, 80, new string[0])]
    [InlineData(Tier.Elite, Tier.Pro, 61, 500, new[] { "You have used 61 of the new limit of 60" })]
    [InlineData(Tier.Starter, Tier.Elite, 30, 80, new string[0])]
    public void Losses_are_said_with_their_numbers(Tier from, Tier to, int used, int history, string[] expected) =>
        new DowngradeLosses().Of(Plan.Of(from), Plan.Of(to), used, history).Should().Equal(expected);

    [Theory]
    [InlineData(Tier.Free, Tier.Free, PlanChangeVerdict.AlreadyThere)]
    [InlineData(Tier.Pro, Tier.Pro, PlanChangeVerdict.AlreadyThere)]
    [InlineData(Tier.Free, Tier.Starter, PlanChangeVerdict.NeedsCheckout)]
    [InlineData(Tier.Free, Tier.Elite, PlanChangeVerdict.NeedsCheckout)]
    [InlineData(Tier.Starter, Tier.Free, PlanChangeVerdict.EndWithPeriod)]
    [InlineData(Tier.Elite, Tier.Free, PlanChangeVerdict.EndWithPeriod)]
    [InlineData(Tier.Elite, Tier.Pro, PlanChangeVerdict.ChangeNow)]
    [InlineData(Tier.Starter, Tier.Elite, PlanChangeVerdict.ChangeNow)]
    public void Every_wish_has_its_answer(Tier from, Tier to, PlanChangeVerdict expected) =>
        new PlanChangePolicy().Judge(from, to).Should().Be(expected);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    public void Only_a_loss_that_nobody_agreed_to_is_asked_about(bool loses, bool confirmed, bool asks) =>
        new PlanChangePolicy().AsksFirst(loses ? ["Exports will stop"] : [], confirmed).Should().Be(asks);
}
