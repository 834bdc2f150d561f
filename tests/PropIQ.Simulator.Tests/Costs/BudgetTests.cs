using PropIQ.Simulator.Costs;
using Xunit;

namespace PropIQ.Simulator.Tests.Costs;

public sealed class BudgetTests
{
    [Fact]
    public void All_of_it_may_be_spent_and_not_a_cent_more()
    {
        var budget = new RunBudget(5m);

        Assert.True(budget.TryHold(5m));
        budget.Settle(5m, 5m);
        Assert.Equal((5m, 5m), (budget.Spent, budget.Limit));
        Assert.True(budget.TryHold(0m));
        Assert.False(budget.TryHold(0.01m));
    }

    [Fact]
    public void What_is_held_is_nobody_elses()
    {
        var budget = new RunBudget(5m);

        Assert.True(budget.TryHold(2m));
        Assert.True(budget.TryHold(3m));
        Assert.False(budget.TryHold(0.01m));
        Assert.Equal(0m, budget.Spent);
    }

    [Fact]
    public void What_was_spent_adds_up()
    {
        var budget = new RunBudget(5m);
        budget.Settle(0m, 1.25m);
        budget.Settle(0m, 0.5m);

        Assert.Equal(1.75m, budget.Spent);
        Assert.True(budget.TryHold(3.25m));
    }

    [Fact]
    public void Without_a_limit_anything_may_be_spent()
    {
        var budget = new RunBudget(null);

        Assert.True(budget.TryHold(1_000_000m));
        Assert.Null(budget.Limit);
    }
}
