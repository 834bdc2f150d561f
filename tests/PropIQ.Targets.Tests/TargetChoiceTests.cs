using FluentAssertions;
using Xunit;

namespace PropIQ.Targets.Tests;

public sealed class TargetChoiceTests
{
    [Fact]
    public void Without_a_word_the_bundled_PropIQ_is_meant() => TargetChoice.From(Reading.Environment(), AppContext.BaseDirectory).Should().BeNull();

    [Fact]
    public void An_address_alone_is_the_quick_way()
    {
        var target = TargetChoice.From(Reading.Environment((TargetChoice.BaseUrlVariable, "http://127.0.0.1:8000")), AppContext.BaseDirectory)!;

        target.Name.Should().Be("127.0.0.1:8000");
        target.BaseUrl.Should().Be(new Uri("http://127.0.0.1:8000"));
        target.DeclaresCapabilities.Should().BeFalse();
    }

    [Theory]
    [InlineData("minimal", 10)]
    [InlineData("example", 200)]
    public void The_sample_files_can_be_read_and_the_minimal_one_is_short(string name, int lines)
    {
        var environment = Reading.Environment((TargetChoice.TargetVariable, name), ("PROPIQ_TESTING_SECRET", "t"), ("STRIPE_WEBHOOK_SECRET", "w"), ("JWT_SECRET", "j"));

        var target = TargetChoice.From(environment, AppContext.BaseDirectory)!;

        target.Name.Should().Be(name);
        target.Wire.PathFor("/pricing").Should().Be("/api/v1/pricing");
        File.ReadAllLines(Path.Combine(Repository.Root, "support", "targets", $"{name}.yaml")).Length.Should().BeLessThan(lines);
    }

    [Fact]
    public void A_name_that_is_no_target_is_told_with_those_that_there_are()
    {
        var wrong = () => TargetChoice.From(Reading.Environment((TargetChoice.TargetVariable, "minimum")), AppContext.BaseDirectory);

        wrong.Should().Throw<TargetException>().WithMessage("*no target \"minimum\"*Did you mean \"minimal\"?*example, minimal*");
    }

    [Fact]
    public void A_path_that_is_not_there_is_told()
    {
        var wrong = () => TargetChoice.From(Reading.Environment((TargetChoice.TargetVariable, "/nowhere/t.yaml")), AppContext.BaseDirectory);

        wrong.Should().Throw<TargetException>().WithMessage("*no file /nowhere/t.yaml*");
    }

    [Fact]
    public void Capabilities_that_are_not_to_be_used_are_checked()
    {
        TargetChoice.Without(Reading.Environment((TargetChoice.WithoutVariable, "clock, outbox"))).Should().BeEquivalentTo([Capability.Clock, Capability.Outbox]);

        var wrong = () => TargetChoice.Without(Reading.Environment((TargetChoice.WithoutVariable, "clocks")));
        wrong.Should().Throw<TargetException>().WithMessage("*Did you mean \"clock\"?*");
    }
}
