using FluentAssertions;
using Reqnroll;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>What the steps of a scenario share.</summary>
public sealed class Basket
{
    /// <summary>Pieces in it.</summary>
    public int Pieces { get; set; }
}

/// <summary>The steps of the feature that this project runs the usual way, through the compiler and xunit.</summary>
[Binding]
public sealed class BasketSteps(Basket basket)
{
    /// <summary>Begins with nothing.</summary>
    [Given("an empty basket")]
    public void AnEmptyBasket() => basket.Pieces.Should().Be(0, "every scenario has a basket of its own");

    /// <summary>Adds pieces.</summary>
    [When("{int} {word} is/are put in")]
    public async Task Put(int count, string kind)
    {
        await Task.Yield();
        kind.Should().NotBeEmpty();
        basket.Pieces += count;
    }

    /// <summary>Takes all out.</summary>
    [When("the basket is emptied")]
    public void Empty() => basket.Pieces = 0;

    /// <summary>Counts.</summary>
    [Then(@"^the basket holds (\d+) pieces?$")]
    public void Holds(int count) => basket.Pieces.Should().Be(count);
}
