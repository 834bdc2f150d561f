using FluentAssertions;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>What the build makes of a project's feature files: this project's own.</summary>
public sealed class ProjectTests
{
    /// <summary>The class is named after the file's place in the project.</summary>
    [Fact]
    public void A_feature_is_in_the_namespace_of_its_folder()
        => typeof(ProjectTests).Assembly.GetType("PropIQ.StandIns.Tests.Reqnroll.Features.BasketOfFruitFeature").Should().NotBeNull();

    /// <summary>The file itself goes with the tests, for the Cucumber Messages.</summary>
    [Fact]
    public void A_feature_goes_with_the_tests()
        => typeof(ProjectTests).Assembly.GetManifestResourceNames().Should().Contain("Reqnroll/Features/Basket.feature");
}
