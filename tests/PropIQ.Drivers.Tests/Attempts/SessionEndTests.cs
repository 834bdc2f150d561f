using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class SessionEndTests
{
    [Theory]
    [InlineData(401, "session_expired", true)]
    [InlineData(401, "unauthorized", true)]
    [InlineData(401, "token_expired", false)]
    [InlineData(401, "invalid_credentials", false)]
    [InlineData(401, "", false)]
    [InlineData(401, null, false)]
    [InlineData(403, "session_expired", false)]
    public void A_session_that_was_ended_is_refused_by_any_code_that_is_not_of_something_else(int status, string? code, bool told) =>
        SessionEnd.IsToldBy(Made.Refused<Profile>(Made.Problem(status, code))).Should().Be(told);

    [Fact]
    public void What_works_is_no_end() => SessionEnd.IsToldBy(Made.Worked(Made.Analysis())).Should().BeFalse();
}
