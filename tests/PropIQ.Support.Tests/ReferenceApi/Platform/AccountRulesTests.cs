using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Accounts;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clause 2.1: what passwords, e-mails and names may be.</summary>
public sealed class AccountRulesTests
{
    private static readonly PasswordRules Passwords = new();
    private static readonly EmailRules Emails = new();

    [Theory]
    [InlineData("Abcdefg1", "eight bytes")]
    [InlineData("Äbcdef1", "seven characters, eight bytes")]
    [InlineData("Пароль12", "letters of any script")]
    [InlineData("pass PHRASE 1 \U0001F600", "spaces and emoji")]
    public void Good_passwords_will_do(string password, string because) => Passwords.Complaints(password).Should().BeEmpty(because);

    [Theory]
    [InlineData("Abcdef1", 1)]
    [InlineData("abcdefg1", 1)]
    [InlineData("ABCDEFG1", 1)]
    [InlineData("Abcdefgh", 1)]
    [InlineData("abc", 3)]
    [InlineData("Abcdefg1\0", 1)]
    public void All_that_is_wrong_with_a_password_is_said(string password, int complaints) =>
        Passwords.Complaints(password).Should().HaveCount(complaints);

    [Theory]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    public void Passwords_are_measured_in_bytes(int bytes, int complaints) =>
        Passwords.Complaints("Ab1" + new string('é', (bytes - 3) / 2) + new string('x', (bytes - 3) % 2)).Should().HaveCount(complaints);

    [Theory]
    [InlineData("frank@example.com")]
    [InlineData("frank+r7f3k2.3@simulated.propiq.test")]
    [InlineData("jürgen@bücher.example")]
    public void Addresses_will_do(string email) => Emails.Complaint(email).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("frank")]
    [InlineData("@example.com")]
    [InlineData("frank@")]
    [InlineData("frank@localhost")]
    [InlineData("frank@.com")]
    [InlineData("frank@example..com")]
    [InlineData("frank@home@example.com")]
    [InlineData("frank @example.com")]
    [InlineData("frank@example.com\n")]
    [InlineData("fra\0nk@example.com")]
    public void Slips_are_caught(string email) => Emails.Complaint(email).Should().NotBeNull();

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void Addresses_have_a_length(int characters, bool fits) =>
        (Emails.Complaint(new string('x', characters - 12) + "@example.com") is null).Should().Be(fits);

    [Fact]
    public void Addresses_compare_without_case_however_composed() =>
        EmailKey.Of("Andre\u0301@Example.com").Should().Be(EmailKey.Of("ANDR\u00C9@example.COM"));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Names_are_measured_in_characters(int characters, bool fits) =>
        (NameRules.Complaint(string.Concat(Enumerable.Repeat("\U0001F600", characters))) is null).Should().Be(fits);
}
