using FluentAssertions;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Drivers.Tests.Stage;

public sealed class PrologueTests
{
    private readonly Prologue prologue = new();
    private readonly Actor paula = Made.Person();

    [Fact]
    public void Of_each_message_of_before_the_oldest_is_no_part_of_the_story()
    {
        InboxMessage[] heard = [Message("Payment failed"), Message("New signup: paula"), Message("New signup: paula"), Message("paula has left us")];
        prologue.Without(paula, heard).Should().Equal(heard);

        prologue.Told(paula, KindOfNotice.NewSignup);
        prologue.Without(paula, heard).Should().Equal(heard[0], heard[2], heard[3]);
        prologue.Told(paula, KindOfNotice.Canceled);
        prologue.Without(paula, heard).Should().Equal(heard[0], heard[2]);
        prologue.Told(paula, KindOfNotice.Canceled);
        prologue.Without(paula, heard).Should().Equal(heard[0], heard[2]);
        prologue.Without(paula, heard[1..2]).Should().BeEmpty();
        prologue.Without(Made.Person("Frank"), heard).Should().Equal(heard);
    }

    [Fact]
    public void News_of_before_are_no_part_however_often_they_are_told()
    {
        DeliveryAttempt[] told = [News("evt_1", 1), News("evt_2", 1), News("evt_1", 2)];
        prologue.Without(paula, told).Should().Equal(told);

        prologue.Delivered(paula, [News("evt_1", 1)]);

        prologue.Without(paula, told).Should().Equal(told[1]);
        prologue.Without(Made.Person("Frank"), told).Should().Equal(told);
    }

    private static InboxMessage Message(string body) => new("/slack", new Dictionary<string, string>(), body, Made.Then, 200);

    private static DeliveryAttempt News(string id, int attempt) => new(id, "paid", attempt, 200, "", Made.Then, TimeSpan.Zero);
}
