using FluentAssertions;
using PropIQ.Drivers.Collaborators;
using Xunit;

namespace PropIQ.Drivers.Tests.Collaborators;

public sealed class RejectionTests
{
    [Theory]
    [InlineData("refuses", 503)]
    [InlineData("puts off", 429)]
    [InlineData("forbids", 403)]
    public void Messages_are_turned_away_with_a_status(string name, int status) => Rejection.Named(name).Status.Should().Be(status);

    [Fact]
    public void An_unknown_way_is_answered_with_the_known_ones() => FluentActions.Invoking(() => Rejection.Named("swallows"))
        .Should().Throw<ArgumentException>().WithMessage("Nobody \"swallows\" messages. Known: refuses, puts off, forbids.");
}
