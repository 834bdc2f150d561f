using System.Text;
using FluentAssertions;
using PropIQ.Drivers.Accounts;
using Xunit;

namespace PropIQ.Drivers.Tests.Accounts;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData(7, 7)]
    [InlineData(8, 8)]
    [InlineData(128, 128)]
    [InlineData(70, 128)]
    [InlineData(5, 7)]
    [InlineData(129, 129)]
    public void A_password_has_its_size_in_characters_and_bytes_and_all_that_is_required(int characters, int bytes)
    {
        var password = Passwords.Of(characters, bytes);

        password.EnumerateRunes().Should().HaveCount(characters);
        Encoding.UTF8.GetByteCount(password).Should().Be(bytes);
        password.Should().MatchRegex("[A-Z]").And.MatchRegex("[a-z]").And.MatchRegex("[0-9]");
    }
}
