using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Accounts;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Passwords are kept so that they can be checked and not read.</summary>
public sealed class PasswordHasherTests
{
    private static readonly PasswordHasher Hasher = new(iterations: 10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_password_and_only_the_password_fits()
    {
        var stored = await Hasher.HashAsync("Abcdefg1", Cancellation);

        (await Hasher.VerifyAsync("Abcdefg1", stored, Cancellation)).Should().BeTrue();
        (await Hasher.VerifyAsync("abcdefg1", stored, Cancellation)).Should().BeFalse();
    }

    [Fact]
    public async Task Nobody_s_password_never_fits() => (await Hasher.VerifyAsync("Abcdefg1", null, Cancellation)).Should().BeFalse();

    [Fact]
    public async Task One_password_is_stored_differently_each_time() =>
        (await Hasher.HashAsync("Abcdefg1", Cancellation)).Should().NotBe(await Hasher.HashAsync("Abcdefg1", Cancellation));

    [Fact]
    public async Task What_was_stored_with_another_strength_still_fits()
    {
        using var weaker = new PasswordHasher(iterations: 5);

        (await Hasher.VerifyAsync("Abcdefg1", await weaker.HashAsync("Abcdefg1", Cancellation), Cancellation)).Should().BeTrue();
    }
}
