using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class JournalTests
{
    private readonly Journal journal = new();
    private readonly Attempt<Analysis> first = Made.Worked(Made.Analysis("a-1"));
    private readonly Attempt<Analysis> second = Made.Worked(Made.Analysis("a-2"));
    private readonly Attempt<Nothing> logout = Made.Worked(Nothing.Instance);

    [Fact]
    public void What_was_tried_is_kept_in_order_and_by_kind()
    {
        journal.Add(first).Should().BeSameAs(first);
        journal.Add(second);
        journal.Add(logout);

        journal.All.Should().Equal(first, second, logout);
        journal.Last.Should().BeSameAs(logout);
        journal.Of<Analysis>().Should().Equal(first, second);
        journal.LastOf<Analysis>().Should().BeSameAs(second);
        journal.LastBatch.Should().BeEmpty();
    }

    [Fact]
    public void What_was_tried_together_is_the_newest_batch()
    {
        journal.AddBatch([first]);
        journal.AddBatch([second, first]);
        journal.Add(logout);

        journal.LastBatch.Should().Equal(second, first);
        journal.All.Should().Equal(first, second, first, logout);
    }

    [Fact]
    public void Where_nothing_was_tried_the_feature_is_wrong()
    {
        FluentActions.Invoking(() => journal.Last).Should().Throw<InvalidOperationException>().WithMessage("Nothing was tried yet: a When is missing.");
        journal.Add(logout);
        FluentActions.Invoking(() => journal.LastOf<Analysis>()).Should().Throw<InvalidOperationException>()
            .WithMessage("No attempt with a Analysis was made yet: a When is missing.");
    }
}
