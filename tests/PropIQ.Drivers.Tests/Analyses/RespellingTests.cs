using FluentAssertions;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Properties;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class RespellingTests
{
    private const string Address = "7 Caf\u00E9 St";

    [Theory]
    [InlineData("in capitals")]
    [InlineData("in small letters")]
    [InlineData("with spaces around it")]
    [InlineData("with its accents typed separately")]
    public void Another_spelling_is_another_text_and_the_same_address(string how)
    {
        var respelt = DuplicateDriver.Respell(Address, how);

        respelt.Should().NotBe(Address);
        OddAddresses.AsKept(respelt).Should().BeEquivalentTo(Address);
    }

    [Fact]
    public void Each_spelling_is_what_it_is_called()
    {
        DuplicateDriver.Respell(Address, "in capitals").Should().Be("7 CAF\u00C9 ST");
        DuplicateDriver.Respell(Address, "in small letters").Should().Be("7 caf\u00E9 st");
        DuplicateDriver.Respell(Address, "with spaces around it").Should().StartWith(" ").And.EndWith(" ");
        DuplicateDriver.Respell(Address, "with its accents typed separately").Should().Be("7 Cafe\u0301 St");
        FluentActions.Invoking(() => DuplicateDriver.Respell(Address, "backwards")).Should().Throw<ArgumentException>().WithMessage("No spelling \"backwards\" is known.");
    }
}
