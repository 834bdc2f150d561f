using PropIQ.Simulator.EdgeCases;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class CatalogueTests
{
    private readonly EdgeCaseCatalogue catalogue = EdgeCaseCatalogue.Load();

    [Fact]
    public void It_holds_the_guides_words_group_by_group()
    {
        var first = catalogue.Cases[0];

        Assert.Equal(("jwt_expires_after_60_minutes", "authentication", "JWT token expiration after 60 minutes"), (first.Id, first.Group, first.Wording));
        Assert.Equal(["expired_jwt_token_after_60min", "expired_jwt_token"], first.Aliases);
        Assert.Empty(catalogue["expired_token_refresh"].Aliases);
        Assert.All(catalogue.Cases, edgeCase => Assert.All([edgeCase.Id, edgeCase.Group, edgeCase.Wording, .. edgeCase.Aliases], text => Assert.NotEqual("", text)));
    }

    [Fact]
    public void Older_names_lead_to_the_same_case_however_they_are_written()
    {
        Assert.Equal("jwt_expires_after_60_minutes", catalogue.IdOf(" Expired_JWT_Token "));
        Assert.Same(catalogue["jwt_expires_after_60_minutes"], catalogue["expired_jwt_token"]);
        Assert.Null(catalogue.IdOf("expired"));
    }

    [Fact]
    public void Names_are_the_id_and_then_the_older_ones() =>
        Assert.Equal(["jwt_expires_after_60_minutes", "expired_jwt_token_after_60min", "expired_jwt_token"], catalogue.Names.Take(3));
}
