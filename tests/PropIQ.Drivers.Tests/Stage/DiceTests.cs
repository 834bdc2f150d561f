using FluentAssertions;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Stage;

public sealed class DiceTests
{
    [Fact]
    public void A_scenario_throws_the_same_again()
    {
        Thrown("one").Should().Equal(Thrown("one"));
        Thrown("one").Should().NotIntersectWith(Thrown("two"));
    }

    [Fact]
    public void Addresses_are_full_and_no_house_comes_twice()
    {
        var dice = Dice.For("many houses");
        List<string> addresses = [.. Enumerable.Range(0, 2_000).Select(_ => dice.Address())];

        addresses.Should().AllSatisfy(address => address.Should().MatchRegex("^[1-9][0-9]+ [A-Za-z]+ St, [A-Z][a-z]+, [A-Z]{2} [0-9]{5}$"));
        addresses.Select(address => int.Parse(address.Split(' ')[0])).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.OnlyContain(number => number > 100);
        addresses.Select(address => address.Split(',')[1]).Distinct().Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public void Dice_beside_these_change_nothing()
    {
        var (one, other) = (Dice.For("one"), Dice.For("two"));
        List<string> mixed = [];
        for (var house = 0; house < 5; house++)
        {
            mixed.Add(one.Address());
            other.Address();
        }

        var alone = Dice.For("one");
        mixed.Should().Equal(Enumerable.Range(0, 5).Select(_ => alone.Address()));
    }

    [Fact]
    public void A_house_costs_whole_thousands_of_dollars()
    {
        var dice = Dice.For("prices");

        Enumerable.Range(0, 200).Select(_ => dice.HousePrice()).Should().OnlyContain(price => price >= 180_000m && price <= 650_000m && price % 1_000m == 0m)
            .And.Subject.Distinct().Should().HaveCountGreaterThan(10);
    }

    private static List<string> Thrown(string scenario)
    {
        var dice = Dice.For(scenario);
        return [.. Enumerable.Range(0, 20).Select(_ => $"{dice.Address()} for {dice.HousePrice()}")];
    }
}
