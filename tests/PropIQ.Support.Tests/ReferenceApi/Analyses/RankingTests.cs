using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Analyses;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses;

public sealed class RankingTests
{
    [Fact]
    public void The_best_is_first_and_of_equals_the_older()
    {
        var ranked = new RankingByScore().BestFirst(
        [
            Stored.Analysis("younger 70", 70m, sequence: 4),
            Stored.Analysis("10", 10m, sequence: 2),
            Stored.Analysis("older 70", 70m, sequence: 3),
            Stored.Analysis("70.5", 70.5m, sequence: 1),
        ]);

        ranked.Select(analysis => analysis.Address).Should().Equal("70.5", "older 70", "younger 70", "10");
    }
}
