using FluentAssertions;
using PropIQ.Drivers.Courses;
using Xunit;

namespace PropIQ.Drivers.Tests.Courses;

public sealed class LoginTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_idle_after_half_an_hour_without_use()
    {
        var login = new Login(Start);
        login.IsIdle(Start.AddSeconds(1799)).Should().BeFalse();
        login.IsIdle(Start.AddSeconds(1800)).Should().BeTrue();

        login.Use(Start.AddSeconds(1799));

        login.IsIdle(Start.AddSeconds(3598)).Should().BeFalse();
        login.IsIdle(Start.AddSeconds(3599)).Should().BeTrue();
    }

    [Fact]
    public void Its_token_is_too_old_after_an_hour_whatever_its_use()
    {
        var login = new Login(Start);
        login.Use(Start.AddMinutes(50));

        login.IsExpired(Start.AddSeconds(3599)).Should().BeFalse();
        login.IsExpired(Start.AddSeconds(3600)).Should().BeTrue();
    }

    [Fact]
    public void New_tokens_are_a_use_and_as_young_as_can_be()
    {
        var login = new Login(Start);

        login.Renew(Start.AddMinutes(25));

        login.IsIdle(Start.AddMinutes(54)).Should().BeFalse();
        login.IsExpired(Start.AddMinutes(84)).Should().BeFalse();
        login.IsExpired(Start.AddMinutes(85)).Should().BeTrue();
    }
}
