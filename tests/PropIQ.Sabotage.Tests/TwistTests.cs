using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sabotage.Twisting;
using Xunit;

namespace PropIQ.Sabotage.Tests;

/// <summary>A saboteur whose target has gone or changed says so: silently doing nothing would look like a suite that notices nothing.</summary>
public sealed class TwistTests
{
    public interface IGreeting
    {
        string Of(string name);

        string Farewell { get; }
    }

    [Fact]
    public void One_method_is_replaced_and_the_rest_handed_on()
    {
        var services = new ServiceCollection().AddSingleton<IGreeting, Greeting>();
        services.Twist<IGreeting>(nameof(IGreeting.Of), real => (string name) => real.Of(name).ToUpperInvariant());

        var greeting = services.BuildServiceProvider().GetRequiredService<IGreeting>();

        greeting.Of("Frank").Should().Be("HELLO FRANK");
        greeting.Farewell.Should().Be("Goodbye");
    }

    [Fact]
    public void A_failure_goes_through_as_it_is()
    {
        var services = new ServiceCollection().AddSingleton<IGreeting, Greeting>();
        services.Twist<IGreeting>(nameof(IGreeting.Farewell), _ => () => (string?)null ?? throw new TimeoutException("too late"));

        var asked = () => services.BuildServiceProvider().GetRequiredService<IGreeting>().Farewell;

        asked.Should().Throw<TimeoutException>().WithMessage("too late");
    }

    [Fact]
    public void A_service_that_is_gone_is_named()
    {
        var twist = () => new ServiceCollection().Twist<IGreeting>(nameof(IGreeting.Of), _ => (string name) => name);

        twist.Should().Throw<SabotageException>().WithMessage("IGreeting is not registered*");
    }

    [Fact]
    public void A_method_of_another_form_is_named()
    {
        var services = new ServiceCollection().AddSingleton<IGreeting, Greeting>();
        services.Twist<IGreeting>(nameof(IGreeting.Of), _ => (int number) => "");

        var asked = () => services.BuildServiceProvider().GetRequiredService<IGreeting>();

        asked.Should().Throw<SabotageException>().WithMessage("IGreeting has no Of(Int32)*");
    }

    private sealed class Greeting : IGreeting
    {
        public string Farewell => "Goodbye";

        public string Of(string name) => $"Hello {name}";
    }
}
