using FluentAssertions;
using PropIQ.Drivers.Calculator;
using Xunit;

namespace PropIQ.Drivers.Tests.Calculator;

public sealed class PairsTests
{
    [Theory]
    [InlineData(6, 2, 2)]
    [InlineData(12, 3, 4)]
    [InlineData(16, 3, 3, 3, 3, 2, 2, 2, 2, 2)]
    public void Each_two_values_come_together_in_few_cases(int most, params int[] sizes)
    {
        var cases = Pairs.Covering(sizes);

        cases.Should().OnlyContain(each => each.Count == sizes.Length && each.Zip(sizes).All(pair => pair.First >= 0 && pair.First < pair.Second)).And.HaveCountLessThanOrEqualTo(most);
        for (var first = 0; first < sizes.Length; first++)
        {
            for (var second = first + 1; second < sizes.Length; second++)
            {
                cases.Select(each => (each[first], each[second])).Distinct().Should().HaveCount(sizes[first] * sizes[second]);
            }
        }
    }
}
