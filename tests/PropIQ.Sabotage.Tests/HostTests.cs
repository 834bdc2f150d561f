using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.Sabotage.Catalogue;
using PropIQ.Sabotage.Twisting;
using Xunit;

namespace PropIQ.Sabotage.Tests;

/// <summary>Each saboteur finds what it replaces in the reference API as it is today. No database is needed to see that.</summary>
public sealed class HostTests
{
    private static readonly ReferenceApiOptions Options = new()
    {
        DatabaseUrl = "Host=127.0.0.1;Port=1;Username=nobody;Password=nothing;Database=none",
        JwtSecret = new string('s', 32),
        OpenAiEndpoint = new Uri("http://127.0.0.1:1"),
        OpenAiKey = "key",
        StripeSecretKey = "sk_test_key",
        StripeWebhookSecret = "whsec_secret",
        Url = "http://127.0.0.1:0",
        TestingSecret = "secret",
    };

    public static TheoryData<string> Breaking => [.. Saboteurs.All.Skip(1).Select(saboteur => saboteur.Id)];

    [Theory]
    [MemberData(nameof(Breaking))]
    public async Task Each_saboteur_changes_the_host(string id)
    {
        var saboteur = Saboteurs.All.Single(each => each.Id == id);
        var changed = saboteur.Options is { } change && change(Options) != Options;
        List<ServiceDescriptor> added = [];

        await using var host = HostBuilding.Build(saboteur.Options?.Invoke(Options) ?? Options, "sabotage", services =>
        {
            List<ServiceDescriptor> before = [.. services];
            saboteur.Host?.Invoke(services);
            changed |= !before.SequenceEqual(services);
            added.AddRange(services.Where(descriptor => !before.Contains(descriptor)));
        });

        changed.Should().BeTrue("a saboteur that changes nothing proves nothing");
        foreach (var type in added.Select(descriptor => descriptor.ServiceType).Where(type => !type.ContainsGenericParameters).Distinct())
        {
            // What is replaced is made now, so that a method that is gone is found out here and not in a run.
            host.Services.GetServices(type).Should().NotBeEmpty();
        }
    }

    [Fact]
    public void An_endpoint_that_is_gone_is_named()
    {
        var building = () => HostBuilding.Build(Options, "sabotage", services => services.Intercept("/window", (_, _) => Task.CompletedTask));

        building.Should().Throw<SabotageException>().WithMessage("The reference API has no endpoint \"/window\"*/pricing*");
    }

    [Fact]
    public void Who_does_nothing_changes_nothing()
    {
        Saboteurs.All[0].Host.Should().BeNull();
        Saboteurs.All[0].Options.Should().BeNull();
    }
}
